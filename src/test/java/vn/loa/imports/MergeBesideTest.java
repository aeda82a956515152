package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.cache.PublicCache;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;

/** An editor who saves, and readers, while a merge stores its rows. */
@QuarkusTest
class MergeBesideTest {

    /** The merge waits near its end, when it has all its locks, while this connection is open. */
    private static final String STOP = """
            create function stop_here() returns trigger language plpgsql set lock_timeout = 0 as $$
            begin perform pg_advisory_xact_lock(8); return new; end $$;
            create trigger stop_here before insert on change for each row execute function stop_here();
            select pg_advisory_lock(8)""";
    private static final String MERGE_WAITS = "select from pg_locks where locktype = 'advisory' and objid = 8 and not granted";
    private static final String EDITOR_WAITS = "select from pg_locks where relation = 'article'::regclass and not granted";

    @Inject
    DataSource database;
    @Inject
    ExportWorker worker;
    @Inject
    PublicCache cache;

    @AfterEach
    void goOn() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("drop function if exists stop_here cascade");
        }
    }

    private static void await(String what, Statement statement, Future<?> early) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
        while (!statement.executeQuery(what).next()) {
            assertTrue(!early.isDone() && System.nanoTime() < end, what);
            Thread.sleep(20);
        }
    }

    @Test
    void an_editor_waits_and_nothing_is_lost_while_readers_go_on() throws Exception {
        Editing.published(Editing.news("Tin của họ"));
        List<byte[]> theirs = Exports.parts(Exports.begin("full"), worker);
        FreshStart.empty();
        cache.invalidate();
        String ours = Editing.published(Editing.news("Tin ở đây"));
        String etag = Editing.etag(ours);
        String id = Exports.upload(theirs);
        Exports.startMerge(id, "soc-trang").then().statusCode(202);
        ExecutorService others = Executors.newCachedThreadPool();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(STOP);
            Future<?> merge = others.submit(worker::work);
            await(MERGE_WAITS, statement, merge);
            Future<Response> save = others.submit(() -> Editing.put(ours, etag, Editing.news("Sửa trong lúc gộp")));
            await(EDITOR_WAITS, statement, save);
            cache.invalidate();
            given().get("/api/v1/articles/" + ours).then().statusCode(200).body("title", equalTo("Tin ở đây"));
            given().get("/api/v1/articles").then().statusCode(200).body("page.totalItems", equalTo(1));
            given().header("User-Agent", "Firefox").contentType("application/json").body("{\"articleId\": \"" + ours + "\"}").post("/api/v1/hits")
                    .then().statusCode(204);
            statement.execute("select pg_advisory_unlock(8)");
            save.get().then().statusCode(200).body("title", equalTo("Sửa trong lúc gộp"));
            merge.get();
        } finally {
            others.shutdown();
        }
        Exports.ended(id, worker).body("state", equalTo("done"));
        Editing.draft(ours).then().body("title", equalTo("Sửa trong lúc gộp"));
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(2));
    }
}
