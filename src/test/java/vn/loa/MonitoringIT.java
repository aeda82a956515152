package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.LocalServer;
import vn.loa.support.PostgresServers;

/** What an operator sees of the packaged application: metrics in Prometheus, traces at a collector, requests in the log. */
class MonitoringIT {

    private static final Path FILES = Path.of("src", "docs", "monitoring");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
    private static final String WORDS = "toan+giao+thong";
    private static final String SORT = "word-of-a-reader";
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    static Path directory;

    private static Application loa;
    private static EmbeddedPostgres primary;
    private static EmbeddedPostgres standby;
    private static HttpServer collector;
    private static final ByteArrayOutputStream SPANS = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (SPANS) {
                SPANS.write(body);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        Path cluster = directory.resolve("primary");
        PostgresServers.start(cluster).close();
        PostgresServers.copy(cluster, directory.resolve("standby"));
        primary = PostgresServers.start(cluster);
        PostgresServers.execute(primary, "create database loa");
        standby = PostgresServers.standby(directory.resolve("standby"), primary);
        // It takes the purges, too, as a cache in front.
        collector.createContext("/purge", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        String collecting = "http://127.0.0.1:" + collector.getAddress().getPort();
        loa = Application.start(directory.resolve("data"), Map.ofEntries(Map.entry("quarkus.otel.sdk.disabled", "false"),
                Map.entry("quarkus.datasource.jdbc.telemetry.enabled", "true"), Map.entry("quarkus.otel.bsp.schedule.delay", "100ms"),
                Map.entry("quarkus.otel.exporter.otlp.endpoint", collecting), Map.entry("quarkus.log.console.json.enabled", "true"),
                Map.entry("loa.access-log.enabled", "true"), Map.entry("loa.edge.varnish", collecting + "/purge"),
                Map.entry("quarkus.datasource.jdbc.url", url(primary)), Map.entry("quarkus.datasource.username", "postgres"),
                Map.entry("loa.replica.url", url(standby)), Map.entry("loa.sample-content", "true")));
        use();
    }

    private static String url(EmbeddedPostgres server) {
        return "jdbc:postgresql://" + PostgresServers.host(server) + "/loa";
    }

    /** Something of all that is measured. */
    private static void use() throws InterruptedException {
        JsonNode first = loa.getJson("/api/v1/articles?size=1").at("/items/0/slug");
        for (int i = 0; i < 3; i++) {
            loa.get("/api/v1/articles/" + first.asText());
            send("/api/v1/search?q=" + WORDS);
        }
        // It is refused with the word in the answer.
        send("/api/v1/articles?sort=" + SORT);
        loa.get("//api/v1/previews/" + "secret-of-a-link".repeat(4));
        loa.get("/api/v1/previews/" + "secret-of-a-link".repeat(4));
        assertEquals(204, loa.post("/api/v1/hits", "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json",
                "User-Agent", BROWSER).statusCode());
    }

    private static HttpResponse<String> send(String path) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + loa.port() + path)).header("User-Agent", BROWSER)
                    .build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (loa != null) {
            loa.close();
        }
        for (EmbeddedPostgres server : Stream.of(standby, primary).filter(Objects::nonNull).toList()) {
            server.close();
        }
        if (collector != null) {
            collector.stop(0);
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "no " + what);
            Thread.sleep(100);
        }
    }

    private static int occurrences(String word, String text) {
        return text.split(Pattern.quote(word), -1).length - 1;
    }

    private static String spans() {
        synchronized (SPANS) {
            return SPANS.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void traces_have_the_operation_and_its_statements_and_nothing_of_who_asks() throws Exception {
        await("trace of a search", () -> spans().contains("GET /api/v1/search"));
        await("trace of a statement", () -> spans().contains("SELECT loa"));
        await("trace of a preview", () -> spans().contains("/api/v1/previews/{token}"));
        String spans = spans();
        assertFalse(spans.contains(BROWSER), "a trace has the user agent");
        assertFalse(spans.contains(WORDS), "a trace has the words of a search");
        assertFalse(spans.contains(SORT), "a trace has a parameter that was refused");
        assertFalse(spans.contains("secret-of-a-link"), "a trace has the token of a preview link");
        // In protobuf's encoding a value of no bytes comes after the attribute's name.
        assertEquals(occurrences("client.address", spans), occurrences("client.address\u0012\u0000", spans),
                "a trace has the address of the client");
    }

    @Test
    void the_log_has_each_request_with_its_trace_and_nothing_of_who_asks() throws Exception {
        loa.awaitLog("/api/v1/previews/{token} 404");
        List<JsonNode> requests = new ArrayList<>();
        for (String line : loa.log().lines().filter(line -> line.contains("vn.loa.access-log")).toList()) {
            requests.add(JSON.readTree(line));
        }
        List<JsonNode> searches = requests.stream().filter(line -> line.path("message").asText()
                .matches("GET /api/v1/search 200 \\d+ \\d+")).toList();
        assertFalse(searches.isEmpty());
        searches.forEach(search -> assertEquals(32, search.at("/mdc/traceId").asText().length()));
        assertFalse(requests.toString().contains(BROWSER) || requests.toString().contains(WORDS)
                || requests.toString().contains("secret-of-a-link"));
    }

    @Test
    void every_panel_and_every_rule_has_data_in_prometheus() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prometheus")), "prometheus is not installed");
        int port = LocalServer.freePort();
        Files.copy(FILES.resolve("alerts.yml"), directory.resolve("alerts.yml"));
        Files.writeString(directory.resolve("prometheus.yml"), Files.readString(FILES.resolve("prometheus.yml"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + loa.port()).replace(": 15s", ": 1s"));
        Process prometheus = new ProcessBuilder("/usr/bin/prometheus", "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("tsdb"), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true).redirectOutput(directory.resolve("prometheus.log").toFile()).start();
        try {
            String api = "http://127.0.0.1:" + port + "/api/v1/";
            await("scrape by Prometheus", () -> values(api, "up{job=\"loa\"} == 1") > 0);
            // A rate needs two scrapes, with a change between them.
            use();
            for (JsonNode panel : JSON.readTree(FILES.resolve("dashboard.json").toFile()).path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    await("data in the panel " + panel.path("title"), () -> values(api, target.path("expr").asText()) > 0);
                }
            }
            await("evaluation of the rules", () -> rules(api).stream().allMatch(rule -> rule.path("health").asText().equals("ok")));
            List<JsonNode> rules = rules(api);
            assertTrue(rules.stream().filter(rule -> rule.path("type").asText().equals("recording")).count() >= 6, rules.toString());
            // How fast reads are is a matter of what else the machine does.
            assertEquals(List.of(), rules.stream().filter(rule -> rule.path("type").asText().equals("alerting"))
                    .filter(rule -> !rule.path("name").asText().equals("LoaReadsSlow"))
                    .filter(rule -> !rule.path("state").asText().equals("inactive")).toList());
        } finally {
            prometheus.destroy();
            prometheus.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** How many series a query has now that are numbers. */
    private static long values(String api, String query) {
        JsonNode result = ask(api + "query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).at("/data/result");
        long numbers = 0;
        for (JsonNode series : result) {
            numbers += series.at("/value/1").asText().equals("NaN") ? 0 : 1;
        }
        return numbers;
    }

    private static List<JsonNode> rules(String api) {
        List<JsonNode> rules = new ArrayList<>();
        ask(api + "rules").at("/data/groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    private static JsonNode ask(String address) {
        try {
            return JSON.readTree(HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException notYet) {
            return JSON.createObjectNode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
