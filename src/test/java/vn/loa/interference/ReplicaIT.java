package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.interference.ReplicatedLoa.sum;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.PostgresServers;

/**
 * A primary and two standbys that stream from it. Public requests read at the standbys, see a publish at once, and go on without
 * the primary; writes come back when a standby is promoted.
 */
class ReplicaIT {

    private static final int ROUNDS = 20;
    private static final int VISITORS = 3;
    static final byte[] PIXEL = Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    /** Statements at the primary for each read, in percent: those of moments at which what is known was not renewed in time. */
    private static final int MOST_AT_PRIMARY = 5;

    @TempDir
    Path data;

    private ReplicatedLoa cluster;
    private Application loa;
    /** An odd number, so that each is read at both in turn. */
    private List<String> paths;

    @Test
    void public_requests_read_at_standbys_and_outlive_the_primary() throws Exception {
        try (ReplicatedLoa started = new ReplicatedLoa(data)) {
            cluster = started;
            loa = started.loa();
            // Its file has rows of its own.
            String file = cluster.upload("a.gif", "image/gif", PIXEL);
            cluster.publishFirst("{\"title\": \"Văn bản 0\", \"body\": \"<h2>Mục</h2><p>Nội dung.</p>\", "
                    + "\"attachments\": [{\"id\": \"" + file + "\", \"title\": \"Hình\"}]}");
            String article = "/api/v1/articles/" + cluster.id();
            paths = List.of(article, "/api/v1/articles", "/api/v1/articles?sort=title", "/api/v1/search?q=van+ban", article + "/toc",
                    article + "/revisions", "/api/v1/categories", "/api/v1/media/" + file, "/api/v1/chunks");
            statements_of_public_requests_run_at_the_standbys();
            so_they_do_while_an_editor_publishes();
            a_publish_is_seen_at_once_while_no_standby_has_replayed_it();
            count(VISITORS, VISITORS);
            reads_go_on_without_the_primary_and_writes_come_back_after_a_promotion();
            // What tells a returning visitor from a new one is in no standby: all of them count once more.
            count(VISITORS + 1, VISITORS + VISITORS + 1);
        }
    }

    private void statements_of_public_requests_run_at_the_standbys() throws Exception {
        cluster.awaitUsed(1);
        assertEquals(0, cluster.used(cluster.primary()), "the primary is in the setting, too, and is no replica");
        // A moment at which the machine was too busy to renew what is known is measured again.
        ReplicatedLoa.await("read at the standbys alone", this::are_read_at_the_standbys_alone);
    }

    private boolean are_read_at_the_standbys_alone() throws Exception {
        cluster.resetStatements();
        readAll();
        long atOne = sum(PostgresServers.statements(cluster.standbys().get(0)));
        long atOther = sum(PostgresServers.statements(cluster.standbys().get(1)));
        long atPrimary = sum(cluster.readersStatementsAtPrimary());
        long reads = (long) ROUNDS * paths.size();
        return atPrimary * 100 <= reads * MOST_AT_PRIMARY && atOne + atOther >= reads - atPrimary
                && Math.max(atOne, atOther) <= Math.min(atOne, atOther) * 1.2;
    }

    private void readAll() throws Exception {
        for (int n = 0; n < ROUNDS * paths.size(); n++) {
            assertEquals(200, loa.get(paths.get(n % paths.size())).statusCode(), paths.get(n % paths.size()));
        }
    }

    /** What the editor's own requests read is found out before anybody else reads. */
    private void so_they_do_while_an_editor_publishes() throws Exception {
        ReplicatedLoa.await("read at the standbys alone while an editor publishes", () -> {
            cluster.resetStatements();
            for (int n = 0; n < ROUNDS; n++) {
                cluster.publish(n);
            }
            Map<String, Long> editors = PostgresServers.statements(cluster.primary());
            cluster.resetStatements();
            for (int n = 0; n < ROUNDS; n++) {
                cluster.publish(n);
                for (String path : paths) {
                    assertEquals(200, loa.get(path).statusCode(), path);
                }
            }
            Map<String, Long> readers = cluster.readersStatementsAtPrimary();
            readers.replaceAll((query, calls) -> Math.max(0, calls - editors.getOrDefault(query, 0L)));
            return sum(readers) * 100 <= (long) ROUNDS * paths.size() * MOST_AT_PRIMARY;
        });
    }

    private void a_publish_is_seen_at_once_while_no_standby_has_replayed_it() throws Exception {
        cluster.pauseReplay();
        cluster.resetStatements();
        for (int n = 1; n <= ROUNDS; n++) {
            cluster.publish(n);
            assertEquals("Văn bản " + n, loa.getJson("/api/v1/articles/" + cluster.id()).path("title").asText());
            assertEquals("Văn bản " + n, loa.getJson("/api/v1/articles").at("/items/0/title").asText());
        }
        for (EmbeddedPostgres standby : cluster.standbys()) {
            assertEquals(Map.of(), PostgresServers.statements(standby), "what has not replayed a publish is not read");
        }
        cluster.resumeReplay();
        cluster.awaitUsed(1);
        for (int n = 0; n < 2; n++) {
            assertEquals("Văn bản " + ROUNDS, loa.getJson("/api/v1/articles/" + cluster.id()).path("title").asText());
        }
        for (EmbeddedPostgres standby : cluster.standbys()) {
            assertTrue(!PostgresServers.statements(standby).isEmpty(), "it is read again");
        }
    }

    /** Visitors 0, 1, … read the article; then so many visits and views have been counted. */
    private void count(int visitors, int counted) throws Exception {
        for (int n = 0; n < visitors; n++) {
            assertEquals(204, loa.post("/api/v1/hits", ("{\"articleId\": \"" + cluster.id() + "\"}").getBytes(StandardCharsets.UTF_8),
                    "Content-Type", "application/json", "User-Agent", "Firefox " + n).statusCode());
        }
        ReplicatedLoa.await(counted + " visits", () -> loa.getJson("/api/v1/visitors").path("total").asInt() == counted);
        ReplicatedLoa.await(counted + " views",
                () -> loa.getJson("/api/v1/articles/" + cluster.id() + "/views").path("views").asInt() == counted);
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
        cluster.killPrimary();
        awaitMore(reads);
        assertEquals(200, loa.get("/q/health/ready").statusCode());
        assertRefused(cluster.save(0));
        assertRefused(loa.post("/api/v1/hits", new byte[0], "User-Agent", "Firefox"));
        awaitMore(reads);
        cluster.promote();
        ReplicatedLoa.await("writable", () -> cluster.save(ROUNDS + 1).statusCode() == 200);
        // Whoever finds the new primary first keeps the connection to it when others find it.
        for (int n = 0; n < ROUNDS; n++) {
            cluster.publish(ROUNDS + 1);
        }
        assertEquals("Văn bản " + (ROUNDS + 1), loa.getJson("/api/v1/articles/" + cluster.id()).path("title").asText());
        awaitMore(reads);
        reader.interrupt();
        reader.join();
        assertEquals(List.of(), List.copyOf(failed), "of " + reads + " reads");
        // One is the primary now, and nobody tells the other one of changes.
        cluster.awaitUsed(0);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    }

    /** Until each address has been read some times more. */
    private void awaitMore(AtomicInteger reads) throws Exception {
        int before = reads.get();
        ReplicatedLoa.await("read", () -> reads.get() >= before + 3 * paths.size());
    }
}
