package vn.loa.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** The audit log: which caller did what to which resource, and when. */
@QuarkusTest
class AuditTest {

    @Inject
    TestClock clock;

    @Inject
    Event<AuditEvent> events;

    @Inject
    DataSource database;

    @Test
    void making_and_revoking_keys_is_kept() {
        String second = Keys.make("second admin", "admin");
        clock.advance(Duration.ofSeconds(1));
        String id = Keys.showing(second).contentType("application/json")
                .body(Map.of("name", "newsroom", "roles", List.of("editor"), "expiresAt", "2027-01-01T00:00:00Z"))
                .post("/api/v1/keys").then().extract().path("id");
        clock.advance(Duration.ofSeconds(1));
        Pages.asAdmin().delete("/api/v1/keys/" + id).then().statusCode(204);
        Pages.asAdmin().delete("/api/v1/keys/" + id).then().statusCode(204);
        audit("").header("Cache-Control", equalTo("private, no-store"))
                .body("items.action", contains("key.revoke", "key.create", "key.create"))
                .body("items.actor", contains("key:admin", "key:second admin", "key:admin"))
                .body("items.subject", contains("key", "key", "key"))
                .body("items[0].subjectId", equalTo(id)).body("items[0].at", equalTo("2026-07-15T05:00:02Z"))
                .body("items[0].fromRevision", nullValue())
                .body("items[1].details.name", equalTo("newsroom")).body("items[1].details.roles", equalTo("editor"))
                .body("items[1].details.expiresAt", equalTo("2027-01-01T00:00:00Z"));
    }

    @Test
    void what_is_refused_is_not_kept() {
        Keys.want(Map.of("name", "", "roles", List.of("editor"))).post("/api/v1/keys").then().statusCode(422);
        audit("").body("page.totalItems", equalTo(0));
    }

    @Test
    void an_entry_is_kept_exactly_when_its_change_is() {
        QuarkusTransaction.requiringNew().run(() -> {
            happens("kept", null);
            assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                happens("undone", null);
                throw new IllegalStateException("and so is its change");
            }));
        });
        audit("").body("items.action", contains("kept"));
        assertThrows(RuntimeException.class, () -> happens("outside of a transaction", null));
    }

    @Test
    void what_nobody_asked_for_is_the_systems() {
        QuarkusTransaction.requiringNew().run(() -> happens("by itself", null));
        QuarkusTransaction.requiringNew().run(() -> happens("on behalf", "key:somebody"));
        audit("").body("items.actor", contains("key:somebody", "system"))
                .body("items[0].fromRevision", equalTo(1)).body("items[0].toRevision", equalTo(2))
                .body("items[0].details.count", equalTo(3)).body("items[0].details.dry", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"actor=key:b,2", "'actor=key:b,key:c,nobody',4", "actor=key:b&actor=key:a,4", "'action=withdraw,publish',6",
            "'subjectId=00000000-0000-0000-0000-000000000002,00000000-0000-0000-0000-000000000001',6",
            "'at=2026-07-15T05:00:01Z,2026-07-15T05:00:03Z',2", "action=publish,3", "subject=article,6", "subjectId=00000000-0000-0000-0000-000000000001,6",
            "subjectId=00000000-0000-0000-0000-000000000002,0", "at[gte]=2026-07-15T05:00:03Z,3", "at[lt]=2026-07-15T05:00:03Z,3",
            "at[gte]=2026-07-15T12:00:03%2B07:00,3", "actor=key:b&action=publish,1",
            "at[gte]=2026-07-15T05:00:01Z&at[lt]=2026-07-15T05:00:02Z,1", "actor=nobody,0"})
    void entries_are_filtered(String query, int expected) {
        sixEntries();
        audit("?" + query).statusCode(200).body("page.totalItems", equalTo(expected))
                .body("items.size()", equalTo(expected));
    }

    private void sixEntries() {
        for (int n = 0; n < 6; n++) {
            String actor = "key:" + List.of("a", "b", "c").get(n % 3);
            String action = n < 3 ? "publish" : "withdraw";
            QuarkusTransaction.requiringNew().run(() -> happens(action, actor));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void the_log_is_walked_by_page_and_by_cursor() {
        sixEntries();
        audit("?size=4&action=publish").body("items.size()", equalTo(3)).body("page.nextCursor", nullValue());
        audit("?size=4&page=2").body("items.size()", equalTo(2)).body("page.totalPages", equalTo(2));
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = audit("?size=2" + cursor).statusCode(200).extract().jsonPath();
            walked.addAll(page.getList("items.at", String.class));
            String next = page.getString("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
            // Entries that are added meanwhile are newer, and so outside the rest of the walk.
            QuarkusTransaction.requiringNew().run(() -> happens("meanwhile", null));
        }
        assertEquals(walked.stream().sorted(java.util.Comparator.reverseOrder()).distinct().toList(), walked);
        assertEquals(6, walked.size());
    }

    @Test
    void entries_of_one_instant_are_neither_skipped_nor_repeated() {
        QuarkusTransaction.requiringNew().run(() -> List.of("a", "b", "c").forEach(action -> happens(action, null)));
        JsonPath first = audit("?size=2").extract().jsonPath();
        assertEquals(List.of("c", "b"), first.getList("items.action"));
        audit("?size=2&cursor=" + first.getString("page.nextCursor")).body("items.action", contains("a"))
                .body("page.nextCursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"at[gte]=yesterday,at[gte]", "at[lt]=2026-07-15,at[lt]", "at[gte]=2026-07-15T12:00:03 07:00,at[gte]",
            "at[lt]=%2B1000000000-12-31T23:59:59Z,at[lt]", "subjectId=1,subjectId", "actor=%00,actor", "cursor=x,cursor",
            "cursor=MjAyNi0wNy0xNVQwNTowMDowMFoKeA,cursor", "size=0,size", "page=1&cursor=x,cursor", "who=admin,who"})
    void a_wrong_parameter_is_named(String query, String parameter) {
        audit("?" + query.replace(" ", "%20")).statusCode(400).body("errors[0].parameter", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set actor = 'somebody else'", "delete from audit", "truncate audit",
            "update audit set details = '{}' where id = -1", "truncate audit cascade"})
    void the_database_refuses_to_change_the_log(String change) throws SQLException {
        sixEntries();
        try (Connection connection = database.getConnection()) {
            SQLException refused = assertThrows(SQLException.class, () -> connection.createStatement().execute(change));
            assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
        }
        audit("").body("page.totalItems", equalTo(6));
    }

    @Test
    void a_secret_is_nowhere_in_the_database_nor_in_the_log_of_statements() throws SQLException {
        List<String> logged = new ArrayList<>();
        Handler listener = listener(logged);
        Logger root = Logger.getLogger("");
        Logger statements = Logger.getLogger("org.hibernate");
        Level before = statements.getLevel();
        root.addHandler(listener);
        statements.setLevel(Level.ALL);
        String key;
        try {
            key = Keys.make("secretive", "editor");
            Keys.showing(key).get("/api/v1/me").then().statusCode(200);
        } finally {
            statements.setLevel(before);
            root.removeHandler(listener);
        }
        String secret = key.substring(10);
        assertTrue(logged.stream().anyMatch(line -> line.contains("insert into api_key")), "statements are logged");
        assertFalse(logged.toString().contains(secret));
        try (Connection connection = database.getConnection(); ResultSet all = connection.createStatement().executeQuery("""
                select string_agg(row, ' ') from (select a::text as row from audit a union all
                select k::text || encode(hash, 'escape') from api_key k union all select query from pg_stat_activity) x""")) {
            all.next();
            assertTrue(all.getString(1).contains("secretive"));
            assertFalse(all.getString(1).contains(secret));
        }
    }

    private static Handler listener(List<String> logged) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + " " + List.of(entry.getParameters() == null ? new Object[0]
                        : java.util.Arrays.stream(entry.getParameters()).map(String::valueOf).toArray()));
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    private void happens(String action, String actor) {
        events.fire(new AuditEvent(action, "article", new UUID(0, 1), 1, 2, Map.of("count", 3, "dry", true), actor));
    }

    private static ValidatableResponse audit(String query) {
        return Pages.asAdmin().urlEncodingEnabled(false).get("/api/v1/audit" + query).then();
    }
}
