package vn.loa;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import vn.loa.access.AccessConfig;
import vn.loa.access.JwtConfig;
import vn.loa.article.Site;
import vn.loa.cache.CacheConfig;
import vn.loa.database.DataConfig;
import vn.loa.feed.ChangesConfig;
import vn.loa.imports.SampleConfig;
import vn.loa.settings.CannotStartException;
import vn.loa.settings.SettingsCheck;
import vn.loa.visitor.VisitorConfig;
import vn.loa.web.DatabaseConfig;
import vn.loa.web.Limits;
import vn.loa.web.ProxyConfig;
import vn.loa.web.PublicAddress;

/** All of Loa's settings. They are checked before anything is started, the embedded database included. */
final class Settings {

    static final List<Class<?>> MAPPINGS = List.of(AccessConfig.class, CacheConfig.class, ChangesConfig.class, DataConfig.class,
            DatabaseConfig.class, JwtConfig.class, Limits.class, ProxyConfig.class, PublicAddress.class, SampleConfig.class,
            Site.class, VisitorConfig.class);

    private Settings() {
    }

    /** @throws CannotStartException with a sentence for each that is wrong */
    static void check(SmallRyeConfig config) {
        List<String> complaints = new SettingsCheck(MAPPINGS).complaints(config);
        if (!complaints.isEmpty()) {
            throw new CannotStartException(String.join(System.lineSeparator(), complaints));
        }
    }
}
