package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.support.Application;
import vn.loa.support.PostgresServers;
import vn.loa.support.TestDatabase;

/** Loa on a primary and two standbys that stream from it, with an article. */
final class ReplicatedLoa implements AutoCloseable {

    /** A role that reads at the standbys and is no superuser. */
    static final String READER = "reader";
    private static final Duration BOUND = Duration.ofMinutes(1);

    private final Path cluster;
    private final EmbeddedPostgres primary;
    private final List<EmbeddedPostgres> standbys = new ArrayList<>();
    private Application loa;
    private String id;

    /** @param data an empty directory */
    ReplicatedLoa(Path data) throws Exception {
        cluster = data.resolve("primary");
        PostgresServers.start(cluster).close();
        PostgresServers.copy(cluster, data.resolve("one"));
        PostgresServers.copy(cluster, data.resolve("other"));
        primary = PostgresServers.start(cluster);
        try {
            for (String name : List.of("one", "other")) {
                standbys.add(PostgresServers.standby(data.resolve(name), primary));
            }
            PostgresServers.execute(primary, "create extension pg_stat_statements; create role " + READER
                    + " login; grant pg_read_all_data to " + READER);
            String hosts = "jdbc:postgresql://" + servers().stream().map(PostgresServers::host).collect(Collectors.joining(",")) + "/postgres";
            // What is cached would be read nowhere.
            loa = Application.start(data.resolve("loa"), Map.of("quarkus.datasource.jdbc.url", hosts + "?targetServerType=primary",
                    "quarkus.datasource.username", "postgres", "loa.replica.url", hosts, "loa.replica.username", READER, "loa.admin-key",
                    TestDatabase.ADMIN_KEY, "loa.database.readiness", "read", "loa.cache.enabled", "false",
                    "loa.mcp.enabled", "true"));
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    Application loa() {
        return loa;
    }

    EmbeddedPostgres primary() {
        return primary;
    }

    /** The first is promoted by whoever promotes one. */
    List<EmbeddedPostgres> standbys() {
        return standbys;
    }

    List<EmbeddedPostgres> servers() {
        return Stream.concat(Stream.of(primary), standbys.stream()).toList();
    }

    /** kill -9 of all of it, so that it sends nothing any more. */
    void killPrimary() throws Exception {
        PostgresServers.kill(cluster);
    }

    /** Of the article. */
    String id() {
        return id;
    }

    /** Creates the article and publishes it. */
    void publishFirst(String body) throws Exception {
        id = id(edit("/api/v1/articles", body));
        publish();
    }

    void publish() throws Exception {
        edit("/api/v1/articles/" + id + "/publish", "{}");
    }

    /** Saves the title, with this number in it. */
    HttpResponse<String> save(int n) throws InterruptedException {
        return send("PATCH", "/api/v1/articles/" + id + "/draft", "{\"title\": \"Văn bản " + n + "\"}",
                "Content-Type", "application/merge-patch+json", "If-Match", "*");
    }

    void publish(int n) throws Exception {
        assertTrue(save(n).statusCode() == 200);
        publish();
    }

    HttpResponse<String> edit(String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, body, "Content-Type", "application/json");
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
        return answer;
    }

    String upload(String name, String type, byte[] bytes) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1/media?fileName=" + name, bytes, "Content-Type", type);
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
        return id(answer);
    }

    private static String id(HttpResponse<String> answer) throws Exception {
        return json(answer).path("id").asText();
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws InterruptedException {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private HttpResponse<String> send(String method, String path, byte[] body, String... headers) throws InterruptedException {
        return loa.send(method, path, body,
                Stream.concat(Stream.of("Authorization", "Bearer " + TestDatabase.ADMIN_KEY), Stream.of(headers)).toArray(String[]::new));
    }

    double used(EmbeddedPostgres server) throws InterruptedException {
        return metric("loa_replica_used{", PostgresServers.host(server));
    }

    private double metric(String name, String label) throws InterruptedException {
        return loa.get("/q/metrics").body().lines().filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).findFirst().orElseThrow();
    }

    void awaitUsed(double used) throws Exception {
        for (EmbeddedPostgres standby : standbys) {
            await("used " + used, () -> used(standby) == used);
        }
    }

    void awaitAtStandbys(String what, String question) throws Exception {
        for (EmbeddedPostgres standby : standbys) {
            await(what, () -> PostgresServers.ask(standby, question).equals("t"));
        }
    }

    void pauseReplay() throws Exception {
        for (EmbeddedPostgres standby : standbys) {
            PostgresServers.execute(standby, "select pg_wal_replay_pause()");
        }
        awaitAtStandbys("paused", "select pg_get_wal_replay_pause_state() = 'paused'");
    }

    void resumeReplay() throws Exception {
        for (EmbeddedPostgres standby : standbys) {
            PostgresServers.execute(standby, "select pg_wal_replay_resume()");
        }
    }

    void promote() throws Exception {
        PostgresServers.execute(standbys.get(0), "select pg_promote()");
    }

    /** The role's connections at a standby, but that by which it is asked where it is. */
    static void cutReaders(EmbeddedPostgres standby) throws SQLException {
        PostgresServers.execute(standby, "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + READER
                + "' and application_name <> 'loa-replica'");
    }

    void resetStatements() throws SQLException {
        for (EmbeddedPostgres server : servers()) {
            PostgresServers.execute(server, "select pg_stat_statements_reset()");
        }
    }

    /** Those of public requests: the others, by which Loa asks for changes, run whether anybody reads or not. */
    Map<String, Long> readersStatementsAtPrimary() throws SQLException {
        Map<String, Long> atPrimary = new HashMap<>(PostgresServers.statements(primary));
        Map<String, Long> there = new HashMap<>(PostgresServers.statements(standbys.get(0)));
        there.putAll(PostgresServers.statements(standbys.get(1)));
        atPrimary.keySet().retainAll(there.keySet());
        return atPrimary;
    }

    static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        for (long deadline = System.nanoTime() + BOUND.toNanos(); !condition.call(); Thread.sleep(20)) {
            assertTrue(System.nanoTime() < deadline, "is never " + what);
        }
    }

    @Override
    public void close() throws Exception {
        if (loa != null) {
            loa.close();
        }
        for (EmbeddedPostgres standby : standbys) {
            standby.close();
        }
        primary.close();
    }
}
