package vn.loa.effect;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.article.Site;
import vn.loa.article.publish.ForceChanged;
import vn.loa.cache.PublicChange;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;
import vn.loa.support.PublicCache;
import vn.loa.support.TestClock;

/** Statuses change at midnight in Vietnam, 17:00 UTC, and the log of changes says so. */
@QuarkusTest
class ForceDaysTest {

    @Inject
    DataSource database;
    @Inject
    SqlReader rows;
    @Inject
    SqlWriter changes;
    @Inject
    ForceStore store;
    @Inject
    jakarta.enterprise.event.Event<ForceChanged> log;
    @Inject
    jakarta.enterprise.event.Event<PublicChange> publicChanges;
    @Inject
    Site site;
    @Inject
    Clock anyClock;
    @Inject
    TestClock clock;

    private ForceDays instance() {
        return new ForceDays(rows, changes, store, log, publicChanges, anyClock, site);
    }

    private static String cursor() {
        return given().get("/api/v1/changes?since=now").path("nextCursor");
    }

    private static ValidatableResponse since(String cursor) {
        return given().queryParam("since", cursor).get("/api/v1/changes").then().statusCode(200);
    }

    @Test
    void what_changes_with_a_day_is_told_when_the_day_begins_and_once() {
        String base = Editing.published(LawTexts.base());
        String amending = Editing.published(LawTexts.amending());
        String cursor = cursor();
        clock.set(Instant.parse("2026-08-31T16:59:59Z"));
        ForceDays days = instance();
        days.catchUp();
        since(cursor).body("items", empty());
        clock.set(Instant.parse("2026-08-31T17:00:01Z"));
        days.everySecond();
        since(cursor).body("items.kind", contains("status-changed", "status-changed")).body("items.articleId", contains(base, amending))
                .body("items.revision", contains(1, 1)).body("items[0].at", equalTo("2026-08-31T17:00:00Z"))
                .body("items[0].purge", contains("article-" + base, "lists"));
        days.everySecond();
        instance().catchUp();
        since(cursor).body("items.articleId", contains(base, amending));
    }

    @Test
    void days_that_were_slept_through_are_told_one_after_the_other() {
        String base = Editing.published(LawTexts.base());
        String amending = Editing.published(LawTexts.amending());
        String repealing = Editing.published(LawTexts.repealing());
        String cursor = cursor();
        clock.set(Instant.parse("2027-05-05T03:00:00Z"));
        instance().catchUp();
        since(cursor).body("items.articleId", contains(base, amending, base, repealing))
                .body("items.at", contains("2026-08-31T17:00:00Z", "2026-08-31T17:00:00Z", "2026-12-31T17:00:00Z", "2026-12-31T17:00:00Z"));
    }

    @Test
    void two_instances_at_midnight_tell_it_once() {
        List<String> ids = new ArrayList<>(List.of(Editing.published(LawTexts.base()), Editing.published(LawTexts.amending()),
                Editing.published(LawTexts.repealing())));
        String cursor = cursor();
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        AtOnce.call(4, n -> {
            ForceDays days = instance();
            for (int i = 0; i < 20; i++) {
                days.everySecond();
            }
            return null;
        });
        since(cursor).body("items.articleId", contains(ids.get(0), ids.get(1), ids.get(0), ids.get(2)));
    }

    @Test
    void an_instance_whose_clock_is_a_little_behind_tells_nothing_again() throws SQLException {
        String base = Editing.published(LawTexts.base());
        String amending = Editing.published(LawTexts.amending());
        String cursor = cursor();
        clock.set(Instant.parse("2026-08-31T17:00:01Z"));
        instance().catchUp();
        clock.set(Instant.parse("2026-08-31T16:59:59Z"));
        instance().catchUp();
        clock.set(Instant.parse("2026-08-31T17:00:01Z"));
        instance().catchUp();
        since(cursor).body("items.articleId", contains(base, amending));
        assertEquals(List.of("2026-09-01"), LawTexts.lines(database, "select done from force_day"));
    }

    @Test
    void statuses_are_those_of_the_day_before_and_after_what_is_stored_has_followed() throws SQLException {
        String base = Editing.published(LawTexts.base());
        Editing.published(LawTexts.amending());
        instance().catchUp();
        clock.set(Instant.parse("2026-08-31T16:59:59Z"));
        everywhere(base, "in-force");
        clock.set(Instant.parse("2026-08-31T17:00:01Z"));
        everywhere(base, "partly");
        assertEquals(List.of("2026-09-01"), LawTexts.lines(database, STORED_END.formatted(base)));
        instance().catchUp();
        everywhere(base, "partly");
        assertEquals(List.of("infinity"), LawTexts.lines(database, STORED_END.formatted(base)));
        clock.set(Instant.parse("2026-08-31T16:59:59Z"));
        everywhere(base, "in-force");
    }

    private static final String STORED_END = "select shown_before from force where article_id = '%s'";

    /** In the forms that have the stored status, and in one that looks. */
    private static void everywhere(String id, String status) {
        Arc.container().instance(vn.loa.cache.PublicCache.class).get().invalidate();
        String own = "items.find { it.%s == '" + id + "' }.force.status";
        given().get("/api/v1/articles/" + id).then().statusCode(200).body("force.status", equalTo(status));
        given().get("/api/v1/articles/" + id + "?include=sections").then().statusCode(200).body("force.status", equalTo(status));
        given().get("/api/v1/articles").then().statusCode(200).body(own.formatted("id"), equalTo(status));
        given().get("/api/v1/articles?include=sections").then().statusCode(200).body(own.formatted("id"), equalTo(status));
        given().get("/api/v1/directives").then().statusCode(200).body(own.formatted("article.id"), equalTo(status));
        given().get("/api/v1/directives?inForceOn=2026-09-01").then().statusCode(200).body(own.formatted("article.id"), equalTo("partly"));
    }

    @Test
    void caches_keep_answers_until_the_day_begins() {
        Editing.published(LawTexts.base());
        Editing.published(LawTexts.amending());
        instance().catchUp();
        clock.set(Instant.parse("2026-08-31T16:59:30Z"));
        PublicCache.awaitChangeTimes();
        given().get("/api/v1/tags").then().header("Cache-Control", containsString("s-maxage=30,"));
    }

    @Test
    void the_next_moment_is_the_beginning_of_the_day_in_the_zone_of_the_site() throws SQLException {
        Editing.published(LawTexts.base());
        Editing.published(LawTexts.amending());
        instance().catchUp();
        assertEquals(List.of("2026-08-31 17:00:00"), LawTexts.lines(database, "select next at time zone 'UTC' from public_moments"));
        clock.set(Instant.parse("2026-09-02T00:00:00Z"));
        instance().catchUp();
        assertEquals(List.of("2026-09-02 00:00:00"), LawTexts.lines(database, "select last at time zone 'UTC' from public_moments"));
        assertEquals(java.util.Collections.singletonList(null), LawTexts.lines(database, "select next from public_moments"));
    }
}
