package vn.loa.interference;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.interference.Bystanders.Kind;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** The database fails in every known way. The application refuses what it cannot do, and recovers by itself. */
@QuarkusTest
@TestProfile(SickDatabase.Profile.class)
class SickDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    SickDatabase sick;

    @Inject
    DataSource pool;

    @AfterEach
    void recover() throws Exception {
        sick.first.speakAgain();
        sick.second.speakAgain();
        sick.execute("drop trigger if exists falls_sick on audit", "alter system reset all", "select pg_reload_conf()");
        await(200);
    }

    @Test
    void a_silent_first_host_is_left_for_the_second_one_and_stays_left() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.awaitAllGood(SOON);
            sick.first.goSilent();
            others.awaitAllGood(RECOVERY);
            others.during(() -> Thread.sleep(5000)).assertServed(SOON);
        }
    }

    @Test
    void a_database_that_falls_silent_is_waited_for_no_longer_than_some_seconds_and_found_again() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.awaitAllGood(SOON);
            Calls calls = others.during(() -> {
                sick.first.goSilent();
                sick.second.goSilent();
                await(503);
                assertEquals(200, RestAssured.get("/q/health/live").statusCode());
                Thread.sleep(8000);
                sick.first.speakAgain();
                sick.second.speakAgain();
            });
            calls.assertAnswered(Duration.ofSeconds(15), 503);
            others.awaitAllGood(RECOVERY);
        }
        await(200);
    }

    @Test
    void connections_that_are_reset_are_made_anew() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.awaitAllGood(SOON);
            others.during(() -> {
                sick.first.reset();
                sick.second.reset();
                Thread.sleep(500);
            }).assertAnswered(SOON, 503);
            others.awaitAllGood(SOON);
        }
    }

    @Test
    void while_the_database_is_read_only_all_is_read_and_nothing_written() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.awaitAllGood(SOON);
            sick.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
            await(503);
            Calls calls = others.during(() -> Thread.sleep(1500));
            calls.of(Kind.READS).assertServed(SOON);
            calls.of(Kind.WRITES).assertAll(503, SOON);
            assertEquals(200, RestAssured.get("/q/health/live").statusCode());
            sick.execute("alter system reset all", "select pg_reload_conf()");
            others.awaitAllGood(RECOVERY);
        }
    }

    /** The errors are PostgreSQL's own, raised where a real one would be: in the statement, or in the COMMIT. */
    @ParameterizedTest
    @CsvSource({"25006", "40001", "40P01", "53100", "53200", "53300", "55P03", "57014", "57P01", "58030"})
    void what_a_sick_database_says_is_told_as_503_and_nothing_is_changed(String state) throws Exception {
        for (String when : List.of("after insert on audit", "after insert on audit deferrable initially deferred")) {
            fallSick(when, "raise exception 'sick' using errcode = '" + state + "'");
            assertUnavailable(Editing.create(Editing.news("Trong lúc ốm")));
            sick.execute("drop trigger falls_sick on audit");
        }
        Editing.create(Editing.news("Sau khi khỏi")).then().statusCode(201);
        Pages.asAdmin().get("/api/v1/drafts").then().statusCode(200).body("items.size()", equalTo(1));
    }

    @Test
    void who_is_killed_in_the_commit_is_told_503() throws Exception {
        fallSick("after insert on audit deferrable initially deferred",
                "perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5)");
        assertUnavailable(Editing.create(Editing.news("Bị giết khi commit")));
    }

    @Test
    void a_transaction_that_takes_longer_than_it_may_is_told_503() throws Exception {
        String id = Editing.created(Editing.news("Bị khóa"));
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from article where id = '" + id + "' for update");
            Thread ends = new Thread(() -> {
                try {
                    Thread.sleep(6000);
                    connection.rollback();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            ends.start();
            assertUnavailable(Editing.publish(id));
            ends.join();
            connection.setAutoCommit(true);
        }
        Editing.publish(id).then().statusCode(200);
    }

    @Test
    void a_read_that_takes_longer_than_it_may_is_cancelled_and_told_503() throws Exception {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table article in access exclusive mode");
            long begun = System.nanoTime();
            assertUnavailable(RestAssured.given().header("Cache-Control", "no-cache").get("/api/v1/articles"));
            assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(SOON) < 0);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void while_the_pool_has_no_connection_left_requests_are_told_503_in_time() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            for (int n = 0; n < 20; n++) {
                all.add(pool.getConnection());
            }
            assertUnavailable(Editing.create(Editing.news("Không còn kết nối")));
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        Editing.create(Editing.news("Lại có kết nối")).then().statusCode(201);
    }

    private void fallSick(String when, String how) throws Exception {
        sick.execute("create or replace function falls_sick() returns trigger language plpgsql as $$ begin "
                        + how + "; return null; end $$",
                "create " + (when.contains("deferrable") ? "constraint " : "") + "trigger falls_sick " + when
                        + " for each row execute function falls_sick()");
    }

    private static void assertUnavailable(Response answer) {
        answer.then().statusCode(503).body("code", equalTo("unavailable"));
        assertTrue(Integer.parseInt(answer.getHeader("Retry-After")) > 0);
    }

    /** Readiness, which must answer at once whatever it says. */
    private static void await(int readiness) throws InterruptedException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        int status = 0;
        while (status != readiness) {
            long begun = System.nanoTime();
            status = RestAssured.get("/q/health/ready").statusCode();
            assertTrue(System.nanoTime() - begun < Duration.ofSeconds(3).toNanos(), "readiness took its time");
            assertTrue(System.nanoTime() < deadline, "readiness stays " + status);
            Thread.sleep(100);
        }
    }
}
