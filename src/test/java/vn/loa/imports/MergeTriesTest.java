package vn.loa.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.cache.PublicCache;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.TestClock;

/** A merge that others hold up. */
@QuarkusTest
class MergeTriesTest {

    /** A deadlock, as PostgreSQL tells of it. */
    private static final String HOLD_UP = """
            create function hold_up() returns trigger language plpgsql as $$
            begin raise exception 'deadlock detected' using errcode = '40P01'; end $$;
            create trigger hold_up before insert on merged_export for each row execute function hold_up()""";

    @Inject
    DataSource database;
    @Inject
    ExportWorker worker;
    @Inject
    PublicCache cache;
    @Inject
    TestClock clock;

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterEach
    void goOn() throws SQLException {
        execute("drop function if exists hold_up cascade");
    }

    /** Its id. */
    private String heldUp() throws SQLException {
        Editing.published(Editing.news("Tin của họ"));
        var parts = Exports.parts(Exports.begin("full"), worker);
        FreshStart.empty();
        cache.invalidate();
        Editing.published(Editing.news("Tin ở đây"));
        execute(HOLD_UP);
        String id = Exports.upload(parts);
        Exports.startMerge(id, "soc-trang").then().statusCode(202).body("nextTryAt", equalTo(null));
        return id;
    }

    @Test
    void it_is_tried_again_after_pauses_that_grow() throws SQLException {
        String id = heldUp();
        Exports.ended(id, worker).body("state", equalTo("importing")).body("fault", equalTo(null)).body("nextTryAt", equalTo("2026-07-15T05:00:05Z"));
        clock.advance(Duration.ofSeconds(4));
        Exports.ended(id, worker).body("nextTryAt", equalTo("2026-07-15T05:00:05Z"));
        clock.advance(Duration.ofSeconds(1));
        Exports.ended(id, worker).body("nextTryAt", equalTo("2026-07-15T05:00:15Z"));
        goOn();
        clock.advance(Duration.ofSeconds(10));
        Exports.ended(id, worker).body("state", equalTo("done")).body("nextTryAt", equalTo(null));
        io.restassured.RestAssured.given().get("/api/v1/articles/tin-cua-ho").then().statusCode(200);
    }

    @Test
    void a_try_that_was_planned_by_a_clock_that_was_ahead_is_not_waited_for() throws SQLException {
        String id = heldUp();
        clock.advance(Duration.ofHours(2));
        Exports.ended(id, worker).body("state", equalTo("importing")).body("nextTryAt", equalTo("2026-07-15T07:00:05Z"));
        goOn();
        clock.set(TestClock.START);
        Exports.ended(id, worker).body("state", equalTo("done")).body("nextTryAt", equalTo(null));
    }

    @Test
    void one_that_waits_holds_up_no_other_one_and_fails_at_last() throws SQLException {
        String id = heldUp();
        Exports.ended(id, worker).body("state", equalTo("importing"));
        Exports.ended(Exports.begin("public"), worker).body("state", equalTo("done"));
        execute("update export_job set tries = 24, next_try_at = null where id = '" + id + "'");
        Exports.ended(id, worker).body("state", equalTo("failed")).body("fault", containsString("held it up 25 times"));
    }
}
