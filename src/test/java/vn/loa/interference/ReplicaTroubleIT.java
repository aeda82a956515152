package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.interference.ReplicatedLoa.READER;
import static vn.loa.interference.ReplicatedLoa.await;
import static vn.loa.interference.ReplicatedLoa.json;
import static vn.loa.interference.ReplicatedLoa.sum;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.PostgresServers;

/**
 * Standbys that refuse what they are asked. It is read at the next one, or at the primary; no reader learns of it. While the primary
 * is away, too, what nobody has is refused, and nothing older is shown instead.
 */
class ReplicaTroubleIT {

    private static final int ROUNDS = 20;
    /**
     * A conflict with the replay, a deadlock with it, somebody's cancelling, an end by the administrator, no memory, no connection, an
     * error of the disk, a broken file, no grant, an unlogged table.
     */
    private static final List<String> REFUSALS =
            List.of("40001", "40P01", "57014", "57P01", "53200", "53300", "58030", "XX001", "42501", "0A000");
    /** Whoever reads articles, or the bytes of files, as the role at a server for which there is a code here gets that. */
    private static final String REFUSING = """
            create schema refusing;
            create table refusing.refusal (port integer, relation text, code text not null);
            create function refusing.admits(text) returns boolean language plpgsql as $$
            declare refused text;
            begin
                select code into refused from refusing.refusal where port = inet_server_port() and relation = $1;
                if refused is not null then
                    raise exception 'refused' using errcode = refused;
                end if;
                return true;
            end $$;
            create view refusing.article as select * from public.article where refusing.admits('article');
            create view refusing.media_content as select * from public.media_content where refusing.admits('media_content');
            alter role reader set search_path = refusing, public""";

    @TempDir
    Path data;

    private ReplicatedLoa cluster;
    private Application loa;
    private String path;
    private String file;

    @Test
    void what_a_standby_refuses_is_read_elsewhere() throws Exception {
        try (ReplicatedLoa started = new ReplicatedLoa(data)) {
            cluster = started;
            loa = started.loa();
            String id = cluster.upload("a.gif", "image/gif", ReplicaIT.PIXEL);
            cluster.publishFirst("{\"title\": \"Văn bản 0\", \"body\": \"<p>Nội dung.</p>\", \"attachments\": [{\"id\": \"" + id + "\"}]}");
            path = "/api/v1/articles/" + cluster.id();
            file = "/api/v1/media/" + id;
            cluster.awaitUsed(1);
            what_one_standby_refuses_is_read_at_the_other_and_then_at_the_primary();
            what_standbys_have_no_grant_for_is_read_at_the_primary();
            what_standbys_have_no_connection_for_is_read_at_the_primary();
            connections_that_are_ended_cost_no_read();
            what_no_standby_has_replayed_is_refused_without_the_primary_and_nothing_older_is_shown();
        }
    }

    private void what_one_standby_refuses_is_read_at_the_other_and_then_at_the_primary() throws Exception {
        PostgresServers.execute(cluster.primary(), REFUSING);
        cluster.awaitAtStandbys("refusing", "select exists (select from pg_namespace where nspname = 'refusing')");
        for (EmbeddedPostgres standby : cluster.standbys()) {
            ReplicatedLoa.cutReaders(standby);
        }
        EmbeddedPostgres one = cluster.standbys().get(0);
        EmbeddedPostgres other = cluster.standbys().get(1);
        for (String code : REFUSALS) {
            refuse("article", code, one);
            await("read at the other standby after " + code, () -> sum(readAll()) == 0 && sum(PostgresServers.statements(one)) == 0
                    && sum(PostgresServers.statements(other)) >= ROUNDS);
            refuse("article", code, other);
            await("read at the primary after " + code, () -> sum(readAll()) >= ROUNDS);
            PostgresServers.execute(cluster.primary(), "delete from refusing.refusal");
            cluster.awaitAtStandbys("admitting", "select not exists (select from refusing.refusal)");
        }
        await("read at the standbys again", () -> sum(readAll()) == 0);
    }

    private void refuse(String relation, String code, EmbeddedPostgres standby) throws Exception {
        PostgresServers.execute(cluster.primary(), "insert into refusing.refusal values (" + standby.getPort() + ", '" + relation + "', '"
                + code + "')");
        cluster.awaitAtStandbys("refusing", "select exists (select from refusing.refusal where port = " + standby.getPort() + ")");
    }

    /** @return the statements at the primary that read articles */
    private Map<String, Long> readAll() throws Exception {
        cluster.resetStatements();
        for (int n = 0; n < ROUNDS; n++) {
            HttpResponse<String> answer = loa.get(path);
            assertEquals(200, answer.statusCode(), answer.body());
        }
        Map<String, Long> atPrimary = PostgresServers.statements(cluster.primary());
        atPrimary.keySet().removeIf(query -> !query.contains("a.first_published_at"));
        return atPrimary;
    }

    private void what_standbys_have_no_grant_for_is_read_at_the_primary() throws Exception {
        PostgresServers.execute(cluster.primary(), "grant select on public_moments to " + READER + "; revoke pg_read_all_data from " + READER);
        cluster.awaitAtStandbys("without a grant", "select not has_table_privilege('" + READER + "', 'public.article', 'select')");
        readAllAtPrimary();
        PostgresServers.execute(cluster.primary(), "grant pg_read_all_data to " + READER);
        await("read at the standbys again", () -> sum(readAll()) == 0);
    }

    /** But for that by which it is asked where it is. */
    private void what_standbys_have_no_connection_for_is_read_at_the_primary() throws Exception {
        PostgresServers.execute(cluster.primary(), "alter role " + READER + " connection limit 1");
        cluster.awaitAtStandbys("limited", "select rolconnlimit = 1 from pg_roles where rolname = '" + READER + "'");
        for (EmbeddedPostgres standby : cluster.standbys()) {
            ReplicatedLoa.cutReaders(standby);
        }
        cluster.awaitUsed(1);
        readAllAtPrimary();
        PostgresServers.execute(cluster.primary(), "alter role " + READER + " connection limit -1");
        await("read at the standbys again", () -> sum(readAll()) == 0);
    }

    private void readAllAtPrimary() throws Exception {
        assertTrue(sum(readAll()) >= ROUNDS);
        for (EmbeddedPostgres standby : cluster.standbys()) {
            assertEquals(Map.of(), PostgresServers.statements(standby), "it refuses");
        }
    }

    private void connections_that_are_ended_cost_no_read() throws Exception {
        for (int n = 0; n < 3 * ROUNDS; n++) {
            if (n % 3 == 0) {
                for (EmbeddedPostgres standby : cluster.standbys()) {
                    ReplicatedLoa.cutReaders(standby);
                }
            }
            HttpResponse<String> answer = loa.get(path);
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    private void what_no_standby_has_replayed_is_refused_without_the_primary_and_nothing_older_is_shown() throws Exception {
        // What is acknowledged is at a standby, replayed or not.
        PostgresServers.execute(cluster.primary(), "alter system set synchronous_standby_names = 'ANY 1 (*)'");
        PostgresServers.execute(cluster.primary(), "select pg_reload_conf()");
        cluster.publish(1);
        for (EmbeddedPostgres standby : cluster.standbys()) {
            refuse("media_content", "53200", standby);
        }
        assertEquals(200, loa.get(file).statusCode(), "its bytes are at the primary, too");
        cluster.awaitUsed(1);
        cluster.pauseReplay();
        cluster.publish(2);
        String cursor = loa.getJson("/api/v1/changes?since=now").path("nextCursor").asText();
        cluster.killPrimary();
        assertRefused(loa.get(path));
        assertRefused(loa.get("/api/v1/changes?since=" + cursor));
        cluster.resumeReplay();
        await("read again", () -> loa.get(path).statusCode() == 200);
        for (int n = 0; n < ROUNDS; n++) {
            assertEquals("Văn bản 2", loa.getJson(path).path("title").asText());
        }
        assertEquals(200, loa.get("/api/v1/changes?since=" + cursor).statusCode());
        // Nothing of it was sent.
        assertRefused(loa.get(file));
        cluster.promote();
        await("writable", () -> cluster.save(3).statusCode() == 200);
        assertEquals(200, loa.get(file).statusCode());
        assertEquals("false", json(loa.get("/api/v1/changes?since=" + cursor)).path("more").asText());
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    }
}
