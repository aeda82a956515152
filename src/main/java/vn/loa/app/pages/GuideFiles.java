package vn.loa.app.pages;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The guides of this version, as the text that they are. */
@Singleton
class GuideFiles {

    static final String START = "/guides/README.md";

    private static final String FOLDER = "/guides/";
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final List<String> NAMES = List.of("README", "agents", "benchmarks", "changelog", "clients", "cluster", "configuration",
            "contributing", "counting", "directives", "figures", "frontends", "legal-effect", "monitoring", "moving-in", "operating", "personal-data", "publishing", "reading",
            "search", "webhooks");
    /** Configurations to which guides lead. */
    private static final List<String> FILES = List.of("edge/bans.vcl", "edge/nginx.conf", "edge/xkey.vcl", "monitoring/alerts.yml",
            "monitoring/dashboard.json", "monitoring/prometheus.yml");

    private final Map<String, StaticFile> guides = new LinkedHashMap<>();

    GuideFiles() {
        Stream.concat(NAMES.stream().map(name -> name + ".md"), FILES.stream()).forEach(file -> guides.put(FOLDER + file,
                StaticFile.of(PLAIN, StaticFile.read("/META-INF" + FOLDER + file))));
    }

    void routes(@Observes Router router) {
        router.route(FOLDER + "*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        StaticFile guide = guides.get(context.normalizedPath());
        if (guide == null) {
            context.next();
        } else {
            guide.send(context.request(), 200, FOR_AN_HOUR);
        }
    }
}
