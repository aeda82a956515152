package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.OtherInstance;
import vn.loa.support.Statements;
import vn.loa.support.TestClock;

/** How an instance behaves while it gets no notifications from the database, and afterwards. */
@QuarkusTest
class LostNotificationTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";
    private static final String KILL =
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'loa-changes'";
    /** A lost notification must be noticed within this time, whatever its cause. */
    private static final Duration BOUND = Duration.ofMillis(500);

    @Inject
    PublicCache cache;

    @Inject
    ChangeListener listener;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private String id;

    @BeforeEach
    void a_kept_article() {
        id = Editing.published(Editing.news("Tin"));
        settled();
        given().get(ARTICLE, id).then().statusCode(200);
        assertEquals(0, Statements.during(() -> given().get(ARTICLE, id).then().statusCode(200)));
    }

    private void settled() {
        for (int time = 0; time < 2; time++) {
            ChangeTimes before = cache.changeTimes();
            await(() -> cache.changeTimes() != null && cache.changeTimes() != before);
        }
    }

    private static void await(BooleanSupplier condition) {
        await(condition, Duration.ofSeconds(20));
    }

    private static void await(BooleanSupplier condition, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited too long");
            Thread.onSpinWait();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The process id of the listener's database server; empty when it has no connection. */
    private String process() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select string_agg(pid::text, ',') from pg_stat_activity where application_name = 'loa-changes'")) {
            row.next();
            return row.getString(1) == null ? "" : row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_change_that_nobody_tells_of_is_noticed_when_the_database_is_asked() throws SQLException {
        Generation before = cache.current();
        execute(OtherInstance.withdrawUnheard(id));
        await(() -> cache.now().generation() != before, BOUND);
        given().get(ARTICLE, id).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void a_listener_that_is_killed_keeps_what_has_not_changed() throws SQLException {
        Generation before = cache.current();
        String process = process();
        execute(KILL);
        await(() -> !process().isEmpty() && !process().equals(process));
        settled();
        assertSame(before, cache.current());
        assertEquals(0, Statements.during(() -> given().get(ARTICLE, id).then().statusCode(200)));
    }

    @Test
    void what_changed_while_the_listener_was_dead_is_noticed() throws SQLException {
        Generation before = cache.current();
        execute(KILL, OtherInstance.withdraw(id));
        await(() -> cache.now().generation() != before, BOUND);
        given().get(ARTICLE, id).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void the_listener_survives_what_it_does_not_understand() throws SQLException {
        execute("update article set updated_at = 'infinity' where id = '" + id + "'");
        await(() -> cache.current() == null);
        execute("update article set updated_at = now() where id = '" + id + "'");
        await(() -> cache.current() != null);
    }

    @Test
    void whoever_published_gets_no_304_for_what_was_replaced() {
        clock.advance(Duration.ofSeconds(10));
        settled();
        String before = given().get(ARTICLE, id).then().statusCode(200).extract().header("Last-Modified");
        for (int n = 0; n < 10; n++) {
            Editing.retitled(id, "Tin " + n);
            clock.advance(Duration.ofSeconds(10));
            Editing.publish(id).then().statusCode(200);
            for (int read = 0; read < 5; read++) {
                given().header("If-Modified-Since", before).get(ARTICLE, id).then().statusCode(200)
                        .body("title", equalTo("Tin " + n));
            }
            clock.advance(Duration.ofSeconds(10));
            settled();
            before = given().get(ARTICLE, id).then().extract().header("Last-Modified");
        }
    }

    /** Brings the cache into the state that it has while the database cannot be reached. */
    private void loseDatabase() {
        listener.stop(null);
        await(() -> cache.current() == null);
        cache.serveStale();
        assertEquals(Freshness.CacheState.STALE, cache.now().state(System.nanoTime()));
    }

    @AfterEach
    void heard_again() {
        if (cache.current() == null) {
            listener.start(null);
            await(() -> cache.current() != null);
        }
    }

    @Test
    void what_was_kept_is_served_without_a_database_and_says_so() {
        String etag = given().get(ARTICLE, id).then().header("Cache-Status", nullValue()).header("Age", nullValue())
                .header("Cache-Control", containsString("stale-if-error=300")).extract().header("ETag");
        loseDatabase();
        assertEquals(0, Statements.during(() -> {
            given().get(ARTICLE, id).then().statusCode(200).header("ETag", equalTo(etag)).body("title", equalTo("Tin"))
                    .header("Age", matchesPattern("\\d")).header("Cache-Control", equalTo("public, no-cache"))
                    .header("Cache-Status", matchesPattern("Loa; hit; ttl=-?\\d; detail=database-away"));
            given().header("If-None-Match", etag).get(ARTICLE, id).then().statusCode(304).header("Age", matchesPattern("\\d"));
        }));
        // A request with no-cache, or for a response that is not cached, gets no stale response.
        given().header("Cache-Control", "no-cache").get(ARTICLE, id).then().statusCode(200).header("Cache-Status", nullValue());
        given().get("/api/v1/articles?tag=khac").then().statusCode(200).header("Cache-Status", nullValue());
    }

    @Test
    void what_was_kept_is_used_again_when_nothing_has_changed_meanwhile() {
        Generation before = cache.current();
        loseDatabase();
        listener.start(null);
        await(() -> cache.current() != null);
        assertSame(before, cache.current());
        assertEquals(0, Statements.during(() -> given().get(ARTICLE, id).then().statusCode(200)
                .header("Cache-Status", nullValue())));
    }

    @Test
    void what_was_kept_is_forgotten_when_something_has_changed_meanwhile() throws SQLException {
        Generation before = cache.current();
        loseDatabase();
        execute(OtherInstance.withdraw(id));
        given().get(ARTICLE, id).then().body("state", equalTo("published")).header("Cache-Status", containsString("database-away"));
        listener.start(null);
        await(() -> cache.current() != null);
        assertNotSame(before, cache.current());
        given().get(ARTICLE, id).then().body("state", equalTo("withdrawn")).header("Cache-Status", nullValue());
    }

    @Test
    void a_pooler_that_keeps_no_sessions_is_told_of_once() {
        MissingNotifications missing = new MissingNotifications();
        missing.connected();
        missing.polled(1, true, 0);
        missing.polled(1, true, 1_000_000_000);
        missing.arrived();
        missing.polled(1, false, 9_000_000_000L);
        assertFalse(missing.warned());
        missing.polled(2, false, 9_200_000_000L);
        assertTrue(missing.warned());

        MissingNotifications silent = new MissingNotifications();
        silent.connected();
        silent.polled(1, true, 0);
        silent.polled(1, true, 1_000_000_000);
        silent.polled(1, false, 1_900_000_000);
        assertFalse(silent.warned());
        silent.polled(1, false, 2_100_000_000);
        assertTrue(silent.warned());
    }
}
