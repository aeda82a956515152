package vn.loa.app.pages;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The guides of this version, as the text that they are. */
@Singleton
class GuideFiles {

    static final String START = "/guides/README.md";

    private static final String FOLDER = "/guides/";
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final List<String> NAMES = List.of("README", "benchmarks", "changelog", "clients", "configuration", "contributing",
            "counting", "directives", "figures", "frontends", "moving-in", "operating", "publishing", "reading", "search");

    private final Map<String, StaticFile> guides = new LinkedHashMap<>();

    GuideFiles() {
        NAMES.forEach(name -> guides.put(FOLDER + name + ".md", StaticFile.of(PLAIN, StaticFile.read("/META-INF" + FOLDER + name + ".md"))));
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
