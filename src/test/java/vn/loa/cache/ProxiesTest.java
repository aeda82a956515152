package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Editing;
import vn.loa.visitor.read.VisitorsSnapshot;

/**
 * Debian's nginx and Varnish with their default configuration in front of Loa. Skipped where they are not installed.
 */
@QuarkusTest
class ProxiesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Inject
    VisitorsSnapshot snapshot;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void needs(String... programs) {
        for (String program : programs) {
            assumeTrue(Stream.of("/usr/sbin", "/usr/bin", "/bin", "/usr/local/bin").anyMatch(bin -> Files.isExecutable(Path.of(bin, program))),
                    program + " is not installed");
        }
    }

    private void start(String... command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        process.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + File.pathSeparator + sbin);
        started.add(process.start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private HttpResponse<String> get(int port, String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String what, BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what + "\n" + Files.readString(folder.resolve("log")));
            Thread.sleep(50);
        }
    }

    private boolean listens(int port) {
        try {
            get(port, "/api/v1/openapi");
            return true;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    private int nginx() throws Exception {
        return nginx("proxy_cache loa; proxy_pass http://127.0.0.1:" + RestAssured.port + ";");
    }

    private int nginx(String location) throws Exception {
        int port = freePort();
        StringBuilder temporary = new StringBuilder();
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary.append(kind).append("_temp_path ").append(folder.resolve(kind)).append("; ");
        }
        Path conf = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; pid %1$s/nginx.pid; error_log stderr;
                events {}
                http { access_log off; %2$s proxy_cache_path %1$s/kept keys_zone=loa:1m;
                  server { listen 127.0.0.1:%3$d; location / { %4$s } } }
                """.formatted(folder, temporary, port, location));
        start("nginx", "-c", conf.toString(), "-p", folder.toString());
        await("nginx does not start", () -> listens(port));
        return port;
    }

    /** Starts Varnish with the configuration that the operators' guide names. */
    private int varnish() throws Exception {
        return varnish(Files.readString(Path.of("src", "docs", "edge", "bans.vcl")).replace("\"8080\"", "\"" + RestAssured.port + "\""));
    }

    private int varnish(String configuration) throws Exception {
        int port = freePort();
        // A Varnish that root starts reads the file as another user.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path vcl = Files.writeString(folder.resolve("loa.vcl"), configuration);
        start("varnishd", "-F", "-a", "127.0.0.1:" + port, "-f", vcl.toString(), "-n", folder.resolve("varnish").toString(), "-s", "malloc,32m");
        await("varnishd does not start", () -> listens(port));
        return port;
    }

    @Test
    void the_largest_answers_pass() throws Exception {
        needs("nginx", "varnishd");
        for (int n = 0; n < 100; n++) {
            Editing.published(Editing.news("Tin số " + n));
        }
        String law = Editing.published(CacheTagTest.code());
        for (int port : List.of(nginx(), varnish())) {
            for (String path : List.of("/articles?size=100", "/feeds/articles.rss?size=100", "/articles/" + law + "?include=sections,citations",
                    "/articles/" + law + "/directive/html", "/articles/" + law + "/jsonld")) {
                String address = "/api/v1" + path;
                HttpResponse<String> through = get(port, address);
                assertEquals(200, through.statusCode(), address);
                assertEquals(get(RestAssured.port, address).body(), through.body(), address);
            }
        }
    }

    @Test
    void nginx_with_nothing_but_proxy_pass_passes_the_first_event_of_the_stream_on_and_a_page_that_leaves() throws Exception {
        needs("nginx");
        assertStreams(nginx("proxy_pass http://127.0.0.1:" + RestAssured.port + ";"));
    }

    @Test
    void varnish_passes_the_first_event_of_the_stream_on_and_a_page_that_leaves() throws Exception {
        needs("varnishd");
        assertStreams(varnish());
    }

    @Test
    void varnish_that_knows_nothing_but_its_backend_does_the_same() throws Exception {
        needs("varnishd");
        assertStreams(varnish("vcl 4.1; backend loa { .host = \"127.0.0.1\"; .port = \"" + RestAssured.port + "\"; }"));
    }

    /** Two at the same time: a cache must not make the second one wait for the end of the first. */
    private void assertStreams(int port) throws Exception {
        String article = Editing.published(Editing.news("Tin"));
        try (Socket one = new Socket("127.0.0.1", port); Socket two = new Socket("127.0.0.1", port)) {
            for (Socket socket : List.of(one, two)) {
                socket.setSoTimeout(1000);
                socket.getOutputStream().write(("GET /api/v1/visitors/stream?article=" + article
                        + " HTTP/1.1\r\nHost: test\r\nAccept-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                awaitLine(socket, "data: {\"online\"");
                awaitLine(socket, "data: {\"views\"");
            }
            assertTrue(metrics().contains("loa_visitors_listeners 2.0"));
        }
        // Varnish notices with the next bytes that nobody reads them: in tests no heartbeat comes.
        AtomicInteger visitors = new AtomicInteger();
        await("a page that has left is listened to", () -> {
            given().header("User-Agent", "visitor " + visitors.incrementAndGet()).noContentType().post("/api/v1/hits");
            snapshot.refresh();
            return metrics().contains("loa_visitors_listeners 0.0");
        });
    }

    private static void awaitLine(Socket socket, String start) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read(); !line.toString().startsWith(start); next = socket.getInputStream().read()) {
            assertTrue(next >= 0, "the stream ended");
            if (next == '\n') {
                line.setLength(0);
            } else {
                line.append((char) next);
            }
        }
    }

    private String metrics() {
        return get(RestAssured.port, "/q/metrics").body();
    }
}
