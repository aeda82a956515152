package vn.loa.app;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.loa.app.embedded.DataConfig;
import vn.loa.article.PortalLinks;
import vn.loa.http.ApiPaths;

/** Logs the addresses of Loa and of its database after the start. */
@ApplicationScoped
class StartupBanner {

    private static final Logger LOG = Logger.getLogger("vn.loa");

    private final DataConfig data;
    private final HttpServer http;
    private final String jdbcUrl;
    private final PortalLinks links;

    StartupBanner(DataConfig data, HttpServer http, PortalLinks links, @ConfigProperty(name = Loa.JDBC_URL) String jdbcUrl) {
        this.data = data;
        this.http = http;
        this.jdbcUrl = jdbcUrl;
        this.links = links;
    }

    void onHttp(@ObservesAsync HttpServerStart start) {
        String host = start.options().getHost().equals("0.0.0.0") ? "localhost" : start.options().getHost();
        String server = "http://" + host + ":" + http.getPort();
        LOG.infof("API            %s%s/articles", server, ApiPaths.V1);
        LOG.infof("Contract       %s%s/openapi", server, ApiPaths.V1);
        LOG.infof("Documentation  %s/q/swagger-ui", server);
        if (links.hasReader()) {
            LOG.infof("Reader         %s%s/", server, PortalLinks.READER);
        }
        LOG.infof("Data           %s", data.embeddedData().map(path -> path + " (embedded PostgreSQL, " + database() + ")")
                .orElse(database()));
    }

    /** The JDBC URL without user and parameters, which may contain a password. */
    private String database() {
        return jdbcUrl.replaceFirst("\\?.*", "").replaceFirst("//[^@/]*@", "//");
    }
}
