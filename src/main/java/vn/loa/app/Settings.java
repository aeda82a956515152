package vn.loa.app;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import vn.loa.access.AccessConfig;
import vn.loa.access.JwtConfig;
import vn.loa.app.embedded.DataConfig;
import vn.loa.article.ReaderConfig;
import vn.loa.article.SampleConfig;
import vn.loa.article.Site;
import vn.loa.cache.CacheConfig;
import vn.loa.changes.ChangesConfig;
import vn.loa.changes.edge.EdgeConfig;
import vn.loa.changes.webhook.WebhookConfig;
import vn.loa.http.LimitsConfig;
import vn.loa.http.PublicAddress;
import vn.loa.http.client.ProxyConfig;
import vn.loa.http.pipeline.AccessLogConfig;
import vn.loa.imports.export.ExportConfig;
import vn.loa.imports.file.FileConfig;
import vn.loa.imports.job.store.ImportJobConfig;
import vn.loa.mcp.McpConfig;
import vn.loa.search.SearchConfig;
import vn.loa.search.index.IndexConfig;
import vn.loa.settings.CannotStartException;
import vn.loa.settings.SettingsCheck;
import vn.loa.sql.DatabaseConfig;
import vn.loa.sql.ReplicaConfig;
import vn.loa.visitor.VisitorConfig;

/** All of Loa's settings. They are checked before anything is started, the embedded database included. */
public final class Settings {

    public static final List<Class<?>> MAPPINGS = List.of(AccessConfig.class, AccessLogConfig.class, CacheConfig.class,
            ChangesConfig.class, DataConfig.class, DatabaseConfig.class, EdgeConfig.class, ExportConfig.class, FileConfig.class,
            ImportJobConfig.class, IndexConfig.class, JwtConfig.class, LimitsConfig.class, McpConfig.class, ProxyConfig.class,
            PublicAddress.class, ReaderConfig.class, ReplicaConfig.class, SampleConfig.class, SearchConfig.class, Site.class,
            VisitorConfig.class, WebhookConfig.class);

    private Settings() {
    }

    /** @throws CannotStartException with a sentence for each wrong setting */
    static void check(SmallRyeConfig config) {
        List<String> errors = new SettingsCheck(MAPPINGS).errors(config);
        if (!errors.isEmpty()) {
            throw new CannotStartException(String.join(System.lineSeparator(), errors));
        }
    }
}
