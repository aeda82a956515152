package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/**
 * An answer that takes long: a cache in front may have been purged of it before it comes, and would keep what is old. So no cache may
 * keep it where something changed meanwhile, or the instance does not know.
 */
@QuarkusTest
class SlowAnswerTest {

    private static final String SECTIONS = "/api/v1/articles/{id}/sections";
    private static final String NOT_KEPT = "public, no-cache";

    /** What happens while an answer is made. */
    private interface Step {

        void run() throws Exception;
    }

    @Inject
    SettledCache cache;

    @Inject
    ChangeListener listener;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource database;

    private String id;

    @BeforeEach
    void an_article() {
        id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
        cache.settle();
    }

    @AfterEach
    void heard_again() {
        if (cache.current() == null) {
            listener.start(null);
            cache.awaitReady();
        }
    }

    /** The answer waits for a table until the step is done. */
    private Response during(Step step, String path) throws Exception {
        try (Connection holder = database.getConnection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table section in access exclusive mode");
            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> given().get(path, id));
            try {
                SettledCache.await(this::isWaiting);
                step.run();
            } finally {
                holder.rollback();
                holder.setAutoCommit(true);
            }
            return answer.get(1, TimeUnit.MINUTES);
        }
    }

    private boolean isWaiting() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select from pg_locks where relation = 'section'::regclass and not granted)")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void loseDatabase() {
        listener.stop(null);
        SettledCache.await(() -> cache.current() == null);
    }

    @Test
    void an_answer_may_be_kept_when_nothing_has_changed_however_long_it_took() throws Exception {
        during(() -> {
            cache.settle();
            cache.settle();
        }, SECTIONS).then().statusCode(200).header("Cache-Control", startsWith("public, max-age=10, s-maxage=60"));
    }

    @Test
    void an_answer_that_was_begun_before_a_change_is_not_kept() throws Exception {
        during(() -> {
            cache.invalidate();
            cache.settle();
        }, SECTIONS).then().statusCode(200).header("Cache-Control", equalTo(NOT_KEPT));
        given().get(SECTIONS, id).then().statusCode(200).header("Cache-Control", startsWith("public, max-age="));
    }

    @Test
    void an_answer_is_not_kept_when_the_instance_does_not_know_any_more_whether_something_has_changed() throws Exception {
        during(this::loseDatabase, SECTIONS).then().statusCode(200).header("Cache-Control", equalTo(NOT_KEPT));
    }

    @Test
    void neither_is_the_answer_that_something_is_not_there() throws Exception {
        during(cache::invalidate, SECTIONS + "/none").then().statusCode(404).header("Cache-Control", equalTo(NOT_KEPT));
        cache.settle();
        during(this::loseDatabase, SECTIONS + "/nothing").then().statusCode(404).header("Cache-Control", equalTo(NOT_KEPT));
    }

    private double requests(String result) {
        return metrics.get("loa.cache.requests").tag("result", result).counter().count();
    }

    @Test
    void only_public_answers_that_are_made_are_misses() {
        double misses = requests("miss");
        double hits = requests("hit");
        given().get(SECTIONS, id).then().statusCode(200);
        assertEquals(misses + 1, requests("miss"));
        given().get(SECTIONS, id).then().statusCode(200);
        assertEquals(hits + 1, requests("hit"));
        Pages.asAdmin().get("/api/v1/drafts").then().statusCode(200);
        given().get("/api/v1/drafts").then().statusCode(401);
        given().get("/api/v1/nothing").then().statusCode(404);
        assertEquals(misses + 1, requests("miss"));
        assertEquals(hits + 1, requests("hit"));
    }
}
