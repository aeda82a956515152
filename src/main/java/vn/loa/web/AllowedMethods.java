package vn.loa.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** What an address answers to: the {@code Allow} header that a 405 must have (RFC 9110) and the framework leaves out. */
@ApplicationScoped
class AllowedMethods {

    /** @param segments of the template; {@code {}} for a parameter */
    private record Route(String method, Pattern path, List<String> segments) {

        static Route of(String method, String template) {
            return new Route(method, pattern(template), List.of(template.replaceAll("\\{[^}]+}", "{}").split("/")));
        }

        /** Whether another route has a word of the path where this one has a parameter: then that one is asked alone. */
        boolean isHiddenBy(Route other, List<String> path) {
            for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
                if (!segments.get(i).equals(other.segments.get(i))) {
                    return segments.get(i).equals("{}") && other.segments.get(i).equals(path.get(i));
                }
            }
            return false;
        }
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
                        routes.add(Route.of(method, path));
                    }
                });
    }

    static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    boolean knows(String path) {
        return at(path).findAny().isPresent();
    }

    private Stream<Route> at(String path) {
        List<String> segments = List.of(path.split("/"));
        return routes.stream().filter(route -> route.path.matcher(path).matches())
                .filter(route -> routes.stream().noneMatch(other -> route.isHiddenBy(other, segments)));
    }

    /** For example {@code GET, HEAD, OPTIONS}. */
    String of(String path) {
        TreeSet<String> methods = new TreeSet<>();
        at(path).forEach(route -> methods.add(route.method));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
