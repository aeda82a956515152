package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.interference.ReplicatedLoa.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.PostgresServers;

/**
 * Files are read at the standbys. A download goes on at another server when the one from which it comes is gone, and outlives the
 * primary and a promotion. Other public reads that no cache keeps go on as well.
 */
class ReplicaFileIT {

    /** The largest that may be uploaded: sockets hold some megabytes of it. */
    private static final int SIZE = 16_000_000;
    private static final int READ_AT_FIRST = 100_000;

    @TempDir
    Path data;

    private ReplicatedLoa cluster;
    private Application loa;
    private byte[] bytes;
    private String path;
    private String exported;

    @Test
    void downloads_outlive_the_servers_from_which_they_come() throws Exception {
        try (ReplicatedLoa started = new ReplicatedLoa(data)) {
            cluster = started;
            loa = started.loa();
            bytes = pdf();
            String file = cluster.upload("a.pdf", "application/pdf", bytes);
            path = "/api/v1/media/" + file;
            cluster.publishFirst("{\"title\": \"Văn bản 0\", \"body\": \"<p>Nội dung.</p>\", \"attachments\": [{\"id\": \"" + file + "\"}]}");
            cluster.publish(1);
            export();
            cluster.awaitUsed(1);
            files_are_read_at_the_standbys();
            a_download_goes_on_when_its_standby_ends();
            downloads_go_on_without_the_primary_and_through_a_promotion();
        }
    }

    /** Which no part of is equal to another. */
    private static byte[] pdf() {
        byte[] pdf = new byte[SIZE];
        new Random(1).nextBytes(pdf);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, pdf, 0, 9);
        byte[] end = "\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, pdf, SIZE - end.length, end.length);
        return pdf;
    }

    private void export() throws Exception {
        cluster.edit("/api/v1/exports", "{\"kind\": \"public\"}");
        await("exported", () -> loa.get("/api/v1/export?kind=public").statusCode() == 200);
        exported = loa.get("/api/v1/export?kind=public").body();
    }

    private byte[] download() throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + loa.port() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private void files_are_read_at_the_standbys() throws Exception {
        await("read at the standbys alone", () -> {
            cluster.resetStatements();
            assertArrayEquals(bytes, download());
            HttpResponse<byte[]> part = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + loa.port() + path)).header("Range", "bytes=300000-900000").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(206, part.statusCode());
            assertArrayEquals(Arrays.copyOfRange(bytes, 300_000, 900_001), part.body());
            return cluster.readersStatementsAtPrimary().isEmpty();
        });
    }

    /** A download of which a little has come, so that the rest is read later. */
    private SlowDownload begin() throws IOException {
        SlowDownload download = new SlowDownload(loa.port(), path);
        assertArrayEquals(Arrays.copyOf(bytes, READ_AT_FIRST), download.read(READ_AT_FIRST));
        return download;
    }

    private void assertEnds(SlowDownload download) throws IOException {
        assertArrayEquals(Arrays.copyOfRange(bytes, READ_AT_FIRST, SIZE), download.read(SIZE));
        download.close();
    }

    private void a_download_goes_on_when_its_standby_ends() throws Exception {
        try (SlowDownload download = begin()) {
            cluster.standbys().get(1).close();
            assertEnds(download);
        }
    }

    private void downloads_go_on_without_the_primary_and_through_a_promotion() throws Exception {
        PostgresServers.execute(cluster.primary(), "alter system set synchronous_standby_names = 'ANY 1 (*)'");
        PostgresServers.execute(cluster.primary(), "select pg_reload_conf()");
        await("synchronous", () -> PostgresServers.ask(cluster.primary(),
                "select exists (select from pg_stat_replication where sync_state = 'quorum')").equals("t"));
        try (SlowDownload without = begin(); SlowDownload through = begin()) {
            cluster.publish(2);
            cluster.killPrimary();
            // It was acknowledged, and no server but the one that is left can say so.
            assertEquals("Văn bản 2", loa.getJson("/api/v1/articles/" + cluster.id()).path("title").asText());
            assertEnds(without);
            assertArrayEquals(bytes, download());
            public_reads_that_no_cache_keeps_go_on();
            cluster.promote();
            await("writable", () -> cluster.save(3).statusCode() == 200);
            assertEnds(through);
        }
        assertArrayEquals(bytes, download());
    }

    private void public_reads_that_no_cache_keeps_go_on() throws Exception {
        String article = "/api/v1/articles/" + cluster.id();
        for (String each : List.of(article + "/revisions/1/diff/2", "/api/v1/changes", "/api/v1/changes?since=now", "/api/v1/chunks",
                "/api/v1/chunks?since=" + loa.getJson("/api/v1/changes?since=now").path("nextCursor").asText(), article + "/views",
                article + "/views/history", "/api/v1/visitors/history", "/api/v1/most-read", "/api/v1/visitors/privacy")) {
            HttpResponse<String> answer = loa.get(each);
            assertEquals(200, answer.statusCode(), each + " " + answer.body());
        }
        assertEquals(exported, loa.get("/api/v1/export?kind=public").body());
        assertEquals(200, post("/api/v1/citations/check", "{\"text\": \"Theo Nghị định 30/2020/NĐ-CP.\"}"));
        assertEquals(200, post("/mcp", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": "
                + "{\"name\": \"list_changes\", \"arguments\": {}}}"));
        assertTrue(loa.getJson(article + "/revisions/1/diff/2").path("fields").size() > 0);
    }

    private int post(String to, String body) throws Exception {
        return loa.post(to, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json").statusCode();
    }
}
