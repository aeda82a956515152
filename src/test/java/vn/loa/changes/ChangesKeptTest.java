package vn.loa.changes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.TestClock;

/**
 * The log keeps changes for 90 days. A client that was offline for longer gets a problem, so that it never misses changes
 * unknowingly.
 */
@QuarkusTest
class ChangesKeptTest {

    private static final String CHANGES = "/api/v1/changes";

    @Inject
    ChangeRetention keeping;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private String beginning;
    private String afterFirst;
    private String afterSecond;

    @BeforeEach
    void three_changes_of_which_two_are_old() throws SQLException {
        beginning = cursor();
        Editing.published(Editing.news("Một").put("slug", "mot"));
        afterFirst = cursor();
        Editing.published(Editing.news("Hai").put("slug", "hai"));
        afterSecond = cursor();
        Editing.published(Editing.news("Ba").put("slug", "ba"));
        recorded(1, Duration.ofDays(91));
        recorded(2, Duration.ofDays(90).plusSeconds(1));
        recorded(3, Duration.ofDays(90).minusSeconds(1));
    }

    private static String cursor() {
        return given().get(CHANGES + "?since=now").path("nextCursor");
    }

    private void recorded(int number, Duration ago) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("update change set recorded_at = ? where number = ?")) {
            statement.setObject(1, clock.instant().minus(ago).atOffset(ZoneOffset.UTC));
            statement.setInt(2, number);
            statement.executeUpdate();
        }
    }

    @Test
    void a_cursor_before_what_is_kept_has_expired() {
        given().queryParam("since", beginning).get(CHANGES).then().statusCode(200).body("items.slug", contains("mot", "hai", "ba"));
        keeping.forgetOld();
        for (String old : new String[] {beginning, afterFirst}) {
            given().queryParam("since", old).get(CHANGES).then().statusCode(410).body("code", equalTo("cursor-expired"));
        }
        given().queryParam("since", afterSecond).get(CHANGES).then().statusCode(200).body("items.slug", contains("ba"));
        given().get(CHANGES).then().statusCode(200).body("items.slug", contains("ba"));
    }

    @Test
    void a_log_that_is_empty_still_knows_where_it_stands() {
        String end = cursor();
        clock.advance(Duration.ofDays(1));
        keeping.forgetOld();
        keeping.forgetOld();
        given().queryParam("since", afterSecond).get(CHANGES).then().statusCode(410);
        given().queryParam("since", end).get(CHANGES).then().statusCode(200).body("items", empty()).body("nextCursor", equalTo(end));
        given().get(CHANGES).then().statusCode(200).body("items", empty()).body("nextCursor", equalTo(end));
        Editing.published(Editing.news("Bốn").put("slug", "bon"));
        given().queryParam("since", end).get(CHANGES).then().body("items.slug", contains("bon"));
    }
}
