package vn.loa.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** What an address answers to: the {@code Allow} header that a 405 must have (RFC 9110) and the framework leaves out. */
@ApplicationScoped
class AllowedMethods {

    private record Route(String method, Pattern path) {
    }

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods() {
        RuntimeResourceVisitor.visitRuntimeResources(null, ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitBasePath(String basePath) {
                        // the full paths that follow say everything
                    }

                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        routes.add(new Route(method, pattern(path)));
                    }
                });
    }

    static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    boolean knows(String path) {
        return routes.stream().anyMatch(route -> route.path.matcher(path).matches());
    }

    /** For example {@code GET, HEAD, OPTIONS}. */
    String of(String path) {
        TreeSet<String> methods = new TreeSet<>();
        routes.stream().filter(route -> route.path.matcher(path).matches()).forEach(route -> methods.add(route.method));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
