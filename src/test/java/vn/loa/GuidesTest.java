package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.http.ApiPaths;
import vn.loa.support.Guide;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OwnClasses;

/** The README and the guides: what can be checked without running their commands. */
class GuidesTest {

    /** Loa sets it itself. */
    private static final Set<String> NOT_FOR_OPERATORS = Set.of("loa.embedded-data");

    @Test
    void the_readme_is_short() {
        int lines = Guide.read(Path.of("README.md")).lines().size();
        assertTrue(lines <= 120, lines + " lines");
    }

    /** growth.py says so itself, but only when somebody has made ten thousand articles. */
    @Test
    void growth_measures_every_public_get() throws IOException {
        String growth = Files.readString(Path.of("src/bench/growth.py"));
        List<String> missing = OpenApiContract.load().operations().filter(GuidesTest::isPublicGet)
                .map(operation -> operation.path().substring(ApiPaths.V1.length()))
                .filter(path -> !growth.contains('"' + path + '"') && !isMadeOfParts(path, growth)).toList();
        assertEquals(List.of(), missing);
    }

    private static boolean isPublicGet(OpenApiContract.Operation operation) {
        JsonNode security = operation.definition().path("security");
        return operation.method().equals("get") && operation.path().startsWith(ApiPaths.V1 + "/") && security.isArray() && security.isEmpty();
    }

    /** As in {@code "/feeds/articles." + kind}, for each kind. */
    private static boolean isMadeOfParts(String path, String python) {
        int last = Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1;
        return python.contains('"' + path.substring(0, last) + "\" + ") && python.contains('"' + path.substring(last) + '"');
    }

    @Test
    void links_lead_somewhere() {
        List<String> broken = new ArrayList<>();
        for (Guide guide : Guide.all()) {
            for (String link : guide.links()) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? guide.path() : guide.path().resolveSibling(parts[0]).normalize();
                boolean leads = Files.exists(target)
                        && (parts.length == 1 || Guide.read(target).anchors().contains(parts[1]));
                if (!leads) {
                    broken.add(guide + ": " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void every_setting_is_explained() {
        List<String> settings = OwnClasses.annotatedWith(ConfigMapping.class)
                .flatMap(type -> settings(type.getAnnotation(ConfigMapping.class).prefix(), type)).distinct().sorted().toList();
        assertTrue(settings.contains("loa.limits.body"), settings.toString());
        List<String> rows = Guide.read(Path.of("src", "docs", "configuration.md")).lines();
        assertEquals(List.of(), settings.stream().filter(setting -> !NOT_FOR_OPERATORS.contains(setting))
                .filter(setting -> rows.stream().noneMatch(row -> row.startsWith(beginningOfRow(setting)))).toList(), "have no row in configuration.md");
    }

    /** A setting with the environment variable that sets it. */
    private static String beginningOfRow(String setting) {
        return "| `" + setting + "` | `" + setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + "` |";
    }

    private static Stream<String> settings(String prefix, Class<?> mapping) {
        return Stream.of(mapping.getDeclaredMethods()).filter(method -> !method.isSynthetic() && !method.isDefault())
                .flatMap(method -> isGroup(method) ? settings(name(prefix, method), method.getReturnType())
                        : Stream.of(name(prefix, method)));
    }

    private static boolean isGroup(Method method) {
        return method.getReturnType().isInterface() && method.getReturnType().getName().startsWith("vn.loa.");
    }

    private static String name(String prefix, Method method) {
        if (method.isAnnotationPresent(WithParentName.class)) {
            return prefix;
        }
        WithName named = method.getAnnotation(WithName.class);
        String name = method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return prefix + "." + (named == null ? name : named.value());
    }
}
