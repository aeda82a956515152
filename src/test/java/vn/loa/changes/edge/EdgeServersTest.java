package vn.loa.changes.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.changes.Neighbours;
import vn.loa.support.Editing;
import vn.loa.support.LocalServer;
import vn.loa.support.TestClock;
import vn.loa.support.TestDatabase;

/** Real caches with the files of src/docs/edge in front of Loa. Skipped where they are not installed. */
@QuarkusTest
@TestProfile(Neighbours.class)
class EdgeServersTest {

    private static final Path FILES = Path.of("src", "docs", "edge");
    private static final String API = "/api/v1";

    @TempDir
    Path folder;

    @Inject
    EdgeConfig config;

    @Inject
    TargetStore store;

    @Inject
    TestClock clock;

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private LocalServer server;
    private int front;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    private URI purges() {
        return URI.create(config.varnish().orElseThrow().get(0));
    }

    /** Started, and empty. */
    private void varnish(String file) throws Exception {
        LocalServer.needs("varnishd");
        String configuration = Files.readString(FILES.resolve(file));
        assumeTrue(!configuration.contains("import xkey") || hasXkey(), "varnish-modules is not installed");
        front = LocalServer.freePort();
        // A Varnish that root starts reads the file as another user.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path vcl = Files.writeString(folder.resolve("loa.vcl"), configuration.replace("\"8080\"", "\"" + RestAssured.port + "\""));
        server = LocalServer.start(front, folder, "varnishd", "-F", "-a", "127.0.0.1:" + front, "-a", "purge=127.0.0.1:" + purges().getPort(),
                "-f", vcl.toString(), "-n", folder.resolve("varnish").toString(), "-s", "malloc,32m");
        awaitPurged();
    }

    private static boolean hasXkey() throws IOException {
        try (Stream<Path> modules = Files.find(Path.of("/usr/lib"), 4, (path, is) -> path.endsWith("varnish/vmods/libvmod_xkey.so"))) {
            return modules.findAny().isPresent();
        }
    }

    /** Loa has tried in vain before Varnish was there: its next try comes when the clock says. */
    private void awaitPurged() {
        Edge.until(() -> {
            clock.advance(Duration.ofMinutes(2));
            List<TargetStore.Lag> lag = store.lag(List.of("varnish " + purges()));
            return !lag.isEmpty() && lag.get(0).changes() == 0
                    && store.claim(lag.get(0).name(), UUID.randomUUID(), Duration.ofSeconds(1), clock.instant(), null) == null;
        }, "everything to be purged");
    }

    private HttpResponse<String> get(int port, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertReadersSeeNoMetrics() {
        assertEquals(200, get(RestAssured.port, "/q/metrics").statusCode());
        for (String path : List.of("/q/metrics", "//q/metrics", "/./q/metrics", "/api/../q/metrics", "/%71/metrics", "/api/%2e%2e/q/metrics")) {
            assertEquals(404, get(front, path).statusCode(), path);
        }
    }

    private static String shown(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + answer.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    /** Varnish names two requests when it answers from what it kept; nginx is made to say it. */
    private boolean isKept(String path) {
        HttpResponse<String> answer = get(front, path);
        return answer.headers().firstValue("X-Varnish").orElse("").contains(" ") || answer.headers().firstValue("X-Kept").orElse("").equals("HIT");
    }

    private void awaitTrue(List<String> paths, String when) {
        paths.forEach(path -> Edge.until(() -> shown(get(front, path)).equals(shown(get(RestAssured.port, path))), when + ": " + path));
    }

    private static ObjectNode decree() {
        ObjectNode decree = Editing.directive("Nghị định", "30/2020/NĐ-CP");
        ((ObjectNode) decree.at("/directive")).put("type", "Nghị định");
        return decree;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xkey.vcl", "bans.vcl"})
    void varnish_forgets_what_has_changed_and_what_cites_it_and_nothing_else(String file) throws Exception {
        varnish(file);
        String cited = API + "/articles/" + Editing.published(decree());
        String citing = API + "/articles/" + Editing.published(Editing.directive("Dẫn", "31-CT/TU"));
        String id = Editing.published(Editing.news("Khác"));
        String other = API + "/articles/" + id;
        List<String> pages = List.of(citing + "/citations", citing + "/directive/html", citing + "/citations?eId=sec_1");
        List<String> all = new ArrayList<>(pages);
        all.addAll(List.of(cited, cited + "/toc", other, API + "/articles?size=5", API + "/search?q=dan", API + "/sitemap.xml"));
        Edge.until(() -> all.stream().allMatch(this::isKept), "all to be kept");
        awaitTrue(all, "at first");
        List<String> before = pages.stream().map(page -> shown(get(front, page))).toList();

        Editing.retitled(id, "Khác hẳn");
        Editing.publish(id).then().statusCode(200);
        awaitTrue(List.of(other, API + "/articles?size=5"), "published");
        assertTrue(get(front, other).body().contains("Khác hẳn"));

        awaitPurged();
        Edge.until(() -> all.stream().allMatch(this::isKept), "all to be kept");
        Editing.remove(cited.substring(cited.lastIndexOf('/') + 1), "Nhầm").then().statusCode(200);
        awaitTrue(all, "removed");
        assertEquals(410, get(front, cited).statusCode());
        for (int n = 0; n < pages.size(); n++) {
            assertNotEquals(before.get(n), shown(get(front, pages.get(n))), pages.get(n));
        }
        assertTrue(isKept(other), "an article that has nothing to do with it is still kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xkey.vcl", "bans.vcl"})
    void readers_cannot_purge_and_purges_are_checked(String file) throws Exception {
        varnish(file);
        String article = API + "/articles/" + Editing.published(Editing.news("Tin"));
        awaitPurged();
        Edge.until(() -> isKept(article), "the article to be kept");
        HttpRequest.Builder byReader = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front + "/"))
                .method("PURGE", BodyPublishers.noBody()).header("Cache-Tag", "*");
        assertEquals(405, send(byReader).statusCode());
        for (String odd : List.of("a|b", "(", "lists  lists", "obj.http.x && y", "")) {
            assertEquals(400, send(HttpRequest.newBuilder(purges()).method("PURGE", BodyPublishers.noBody()).header("Cache-Tag", odd)).statusCode(), odd);
        }
        assertEquals(405, send(HttpRequest.newBuilder(purges())).statusCode());
        HttpRequest.Builder unknown = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front + article)).method("LOOK", BodyPublishers.noBody());
        assertEquals(405, send(unknown).statusCode());
        assertReadersSeeNoMetrics();
        assertTrue(isKept(article));
        assertEquals(200, send(HttpRequest.newBuilder(purges()).method("PURGE", BodyPublishers.noBody()).header("Cache-Tag", "*")).statusCode());
        assertFalse(isKept(article));
        assertTrue(get(front, article).headers().firstValue("xkey").isEmpty());
        // A cookie of another page keeps nothing out of the cache.
        assertTrue(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front + article)).header("Cookie", "a=b")).headers()
                .firstValue("X-Varnish").orElse("").contains(" "));
    }

    @Test
    void nginx_shows_a_change_without_being_told() throws Exception {
        LocalServer.needs("nginx");
        front = LocalServer.freePort();
        StringBuilder temporary = new StringBuilder();
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary.append(kind).append("_temp_path ").append(folder.resolve(kind)).append("; ");
        }
        Path conf = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log stderr;
                events {}
                http { access_log off; add_header X-Kept $upstream_cache_status always; %2$s %3$s }
                """.formatted(folder, temporary, Files.readString(FILES.resolve("nginx.conf")).replace("listen 8081", "listen 127.0.0.1:" + front)
                .replace("127.0.0.1:8080", "127.0.0.1:" + RestAssured.port).replace("/var/cache/nginx/loa", folder.resolve("kept").toString())));
        server = LocalServer.start(front, folder, "nginx", "-c", conf.toString(), "-p", folder.toString());
        String id = Editing.published(Editing.news("Tin"));
        String article = API + "/articles/" + id;
        Edge.until(() -> isKept(article), "the article to be kept");
        Editing.remove(id, "Nhầm").then().statusCode(200);
        awaitTrue(List.of(article, API + "/articles"), "removed");
        assertEquals(410, get(front, article).statusCode());
        for (String notPublic : List.of("/q/health/live", API + "/changes", API + "/visitors")) {
            assertFalse(isKept(notPublic) || isKept(notPublic), notPublic);
        }
        assertReadersSeeNoMetrics();
        String draft = API + "/articles/" + Editing.created(Editing.news("Bản thảo")) + "/draft";
        HttpRequest.Builder byEditor = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front + draft))
                .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
        assertEquals(200, send(byEditor).statusCode());
        assertEquals(401, get(front, draft).statusCode());
    }
}
