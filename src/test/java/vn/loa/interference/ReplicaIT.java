package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.PostgresServers;
import vn.loa.support.TestDatabase;

/**
 * A primary and two standbys that stream from it. Public requests read at the standbys, see a publish at once, and go on without
 * the primary; writes come back when a standby is promoted. What a standby refuses is read at the primary.
 */
class ReplicaIT {

    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final int ROUNDS = 20;
    private static final int VISITORS = 3;
    private static final byte[] PIXEL = Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    /** A role that reads at the standbys and is no superuser. */
    private static final String READER = "reader";
    /** Statements at the primary for each read, in percent: those of moments at which what is known was not renewed in time. */
    private static final int MOST_AT_PRIMARY = 5;

    @TempDir
    Path data;

    private EmbeddedPostgres primary;
    /** Two of them. The first is promoted later. */
    private final List<EmbeddedPostgres> standbys = new ArrayList<>();
    private Application loa;
    private String id;
    /** An odd number, so that each is read at both in turn. */
    private List<String> paths;

    @Test
    void public_requests_read_at_standbys_and_outlive_the_primary() throws Exception {
        Path cluster = data.resolve("primary");
        PostgresServers.start(cluster).close();
        PostgresServers.copy(cluster, data.resolve("one"));
        PostgresServers.copy(cluster, data.resolve("other"));
        try (EmbeddedPostgres started = PostgresServers.start(cluster);
                EmbeddedPostgres one = PostgresServers.standby(data.resolve("one"), started);
                EmbeddedPostgres other = PostgresServers.standby(data.resolve("other"), started);
                Application running = start(started, one, other)) {
            primary = started;
            standbys.addAll(List.of(one, other));
            loa = running;
            // Its file has rows of its own.
            String file = id(send("POST", "/api/v1/media?fileName=a.gif", PIXEL, "Content-Type", "image/gif"));
            id = id(edit("/api/v1/articles", "{\"title\": \"Văn bản 0\", \"body\": \"<h2>Mục</h2><p>Nội dung.</p>\", "
                    + "\"attachments\": [{\"id\": \"" + file + "\", \"title\": \"Hình\"}]}"));
            publish();
            paths = List.of("/api/v1/articles/" + id, "/api/v1/articles", "/api/v1/articles?sort=title", "/api/v1/search?q=van+ban",
                    "/api/v1/articles/" + id + "/toc", "/api/v1/articles/" + id + "/revisions", "/api/v1/categories");
            statements_of_public_requests_run_at_the_standbys();
            what_a_standby_has_no_grant_for_is_read_at_the_primary();
            what_a_standby_has_no_connection_for_is_read_at_the_primary();
            a_publish_is_seen_at_once_while_no_standby_has_replayed_it();
            count(VISITORS, VISITORS);
            reads_go_on_without_the_primary_and_writes_come_back_after_a_promotion();
            // What tells a returning visitor from a new one is in no standby: all of them count once more.
            count(VISITORS + 1, VISITORS + VISITORS + 1);
        }
    }

    private void statements_of_public_requests_run_at_the_standbys() throws Exception {
        awaitUsed(1);
        assertEquals(0, used(primary), "the primary is in the setting, too, and is no replica");
        // A moment at which the machine was too busy to renew what is known is measured again.
        await("read at the standbys alone", this::are_read_at_the_standbys_alone);
    }

    private boolean are_read_at_the_standbys_alone() throws Exception {
        resetStatements();
        readAll();
        Map<String, Long> there = PostgresServers.statements(standbys.get(0));
        long atOne = sum(there);
        long atOther = sum(PostgresServers.statements(standbys.get(1)));
        Map<String, Long> atPrimary = PostgresServers.statements(primary);
        // The others are those by which Loa asks for changes, whether anybody reads or not.
        atPrimary.keySet().retainAll(there.keySet());
        long reads = (long) ROUNDS * paths.size();
        return sum(atPrimary) * 100 <= reads * MOST_AT_PRIMARY && atOne + atOther >= reads - sum(atPrimary)
                && Math.max(atOne, atOther) <= Math.min(atOne, atOther) * 1.2;
    }

    private void readAll() throws Exception {
        for (int n = 0; n < ROUNDS * paths.size(); n++) {
            assertEquals(200, loa.get(paths.get(n % paths.size())).statusCode(), paths.get(n % paths.size()));
        }
    }

    private void what_a_standby_has_no_grant_for_is_read_at_the_primary() throws Exception {
        PostgresServers.execute(primary, "grant select on public_moments to " + READER + "; revoke pg_read_all_data from " + READER);
        awaitAtStandbys("without a grant", "select not has_table_privilege('" + READER + "', 'article', 'select')");
        readAllAtPrimary();
        PostgresServers.execute(primary, "grant pg_read_all_data to " + READER);
        await("read at the standbys alone", this::are_read_at_the_standbys_alone);
    }

    /** But for that by which it is asked where it is. */
    private void what_a_standby_has_no_connection_for_is_read_at_the_primary() throws Exception {
        PostgresServers.execute(primary, "alter role " + READER + " connection limit 1");
        awaitAtStandbys("limited", "select rolconnlimit = 1 from pg_roles where rolname = '" + READER + "'");
        for (EmbeddedPostgres standby : standbys) {
            PostgresServers.execute(standby, "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + READER
                    + "' and application_name <> 'loa-replica'");
        }
        awaitUsed(1);
        readAllAtPrimary();
        PostgresServers.execute(primary, "alter role " + READER + " connection limit -1");
        await("read at the standbys alone", this::are_read_at_the_standbys_alone);
    }

    private void readAllAtPrimary() throws Exception {
        resetStatements();
        readAll();
        assertEquals(Map.of(), PostgresServers.statements(standbys.get(0)), "it refuses");
        assertEquals(Map.of(), PostgresServers.statements(standbys.get(1)), "it refuses");
        assertTrue(sum(PostgresServers.statements(primary)) >= ROUNDS * paths.size());
    }

    private void awaitAtStandbys(String what, String question) throws Exception {
        for (EmbeddedPostgres standby : standbys) {
            await(what, () -> PostgresServers.ask(standby, question).equals("t"));
        }
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    private void a_publish_is_seen_at_once_while_no_standby_has_replayed_it() throws Exception {
        for (EmbeddedPostgres standby : standbys) {
            PostgresServers.execute(standby, "select pg_wal_replay_pause()");
            await("paused", () -> PostgresServers.ask(standby, "select pg_get_wal_replay_pause_state()").equals("paused"));
        }
        resetStatements();
        for (int n = 1; n <= ROUNDS; n++) {
            assertEquals(200, save(n).statusCode());
            publish();
            assertEquals("Văn bản " + n, loa.getJson("/api/v1/articles/" + id).path("title").asText());
            assertEquals("Văn bản " + n, loa.getJson("/api/v1/articles").at("/items/0/title").asText());
        }
        for (EmbeddedPostgres standby : standbys) {
            assertEquals(Map.of(), PostgresServers.statements(standby), "what has not replayed a publish is not read");
            PostgresServers.execute(standby, "select pg_wal_replay_resume()");
        }
        awaitUsed(1);
        for (int n = 0; n < 2; n++) {
            assertEquals("Văn bản " + ROUNDS, loa.getJson("/api/v1/articles/" + id).path("title").asText());
        }
        for (EmbeddedPostgres standby : standbys) {
            assertTrue(!PostgresServers.statements(standby).isEmpty(), "it is read again");
        }
    }

    /** Visitors 0, 1, … read the article; then so many visits and views have been counted. */
    private void count(int visitors, int counted) throws Exception {
        for (int n = 0; n < visitors; n++) {
            assertEquals(204, loa.post("/api/v1/hits", ("{\"articleId\": \"" + id + "\"}").getBytes(StandardCharsets.UTF_8),
                    "Content-Type", "application/json", "User-Agent", "Firefox " + n).statusCode());
        }
        await(counted + " visits", () -> loa.getJson("/api/v1/visitors").path("total").asInt() == counted);
        await(counted + " views", () -> loa.getJson("/api/v1/articles/" + id + "/views").path("views").asInt() == counted);
    }

    private void reads_go_on_without_the_primary_and_writes_come_back_after_a_promotion() throws Exception {
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        AtomicInteger reads = new AtomicInteger();
        Thread reader = new Thread(() -> {
            try {
                for (int n = 0; !Thread.currentThread().isInterrupted(); n++) {
                    String path = paths.get(n % paths.size());
                    HttpResponse<String> answer = loa.get(path);
                    if (answer.statusCode() != 200) {
                        failed.add(path + " " + answer.body());
                    }
                    reads.incrementAndGet();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        reader.setDaemon(true);
        reader.start();
        awaitMore(reads);
        primary.close();
        awaitMore(reads);
        assertEquals(200, loa.get("/q/health/ready").statusCode());
        assertRefused(save(0));
        assertRefused(loa.post("/api/v1/hits", new byte[0], "User-Agent", "Firefox"));
        awaitMore(reads);
        PostgresServers.execute(standbys.get(0), "select pg_promote()");
        await("writable", () -> save(ROUNDS + 1).statusCode() == 200);
        publish();
        assertEquals("Văn bản " + (ROUNDS + 1), loa.getJson("/api/v1/articles/" + id).path("title").asText());
        awaitMore(reads);
        reader.interrupt();
        reader.join();
        assertEquals(List.of(), List.copyOf(failed), "of " + reads + " reads");
        // One is the primary now, and nobody tells the other one of changes.
        awaitUsed(0);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    }

    private Application start(EmbeddedPostgres... servers) throws Exception {
        PostgresServers.execute(servers[0], "create extension pg_stat_statements; create role " + READER
                + " login; grant pg_read_all_data to " + READER);
        String hosts = "jdbc:postgresql://" + Stream.of(servers).map(PostgresServers::host).collect(Collectors.joining(",")) + "/postgres";
        // What is cached would be read nowhere.
        return Application.start(data.resolve("loa"), Map.of("quarkus.datasource.jdbc.url", hosts + "?targetServerType=primary",
                "quarkus.datasource.username", "postgres", "loa.replica.url", hosts, "loa.replica.username", READER, "loa.admin-key", TestDatabase.ADMIN_KEY,
                "loa.database.readiness", "read", "loa.cache.enabled", "false"));
    }

    private void publish() throws Exception {
        edit("/api/v1/articles/" + id + "/publish", "{}");
    }

    private HttpResponse<String> edit(String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, body, "Content-Type", "application/json");
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
        return answer;
    }

    private HttpResponse<String> save(int n) throws InterruptedException {
        return send("PATCH", "/api/v1/articles/" + id + "/draft", "{\"title\": \"Văn bản " + n + "\"}",
                "Content-Type", "application/merge-patch+json", "If-Match", "*");
    }

    private static String id(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body()).path("id").asText();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws InterruptedException {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private HttpResponse<String> send(String method, String path, byte[] body, String... headers) throws InterruptedException {
        return loa.send(method, path, body,
                Stream.concat(Stream.of("Authorization", "Bearer " + TestDatabase.ADMIN_KEY), Stream.of(headers)).toArray(String[]::new));
    }

    private double used(EmbeddedPostgres server) throws InterruptedException {
        return loa.get("/q/metrics").body().lines().filter(line -> line.startsWith("loa_replica_used{") && line.contains(PostgresServers.host(server)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).findFirst().orElseThrow();
    }

    private void awaitUsed(double used) throws Exception {
        for (EmbeddedPostgres standby : standbys) {
            await("used " + used, () -> used(standby) == used);
        }
    }

    private void resetStatements() throws SQLException {
        for (EmbeddedPostgres server : List.of(primary, standbys.get(0), standbys.get(1))) {
            PostgresServers.execute(server, "select pg_stat_statements_reset()");
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        for (long deadline = System.nanoTime() + BOUND.toNanos(); !condition.call(); Thread.sleep(20)) {
            assertTrue(System.nanoTime() < deadline, "is never " + what);
        }
    }

    /** Until each address has been read some times more. */
    private void awaitMore(AtomicInteger reads) throws Exception {
        int before = reads.get();
        await("read", () -> reads.get() >= before + 3 * paths.size());
    }
}
