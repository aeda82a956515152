package vn.loa.listing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.TestClock;

/** A list whose filter has several values: its rows are found by each of the values. */
@QuarkusTest
class SeveralValuesTest {

    /** More rows with a value than are sorted. */
    private static final int MANY = 5001;

    @Inject
    DataSource database;
    @Inject
    TestClock clock;

    private void publish(String title, String tags, String issuer) {
        clock.set(Instant.parse("2026-07-1%dT00:00:00Z".formatted(title.length())));
        Editing.published(Editing.object("""
                {"title": "%s", "tags": %s, "directive": {"type": "Nghị định", "number": "%s/NĐ-CP", "issuer": "%s"}}"""
                .formatted(title, tags, title.length(), issuer)));
    }

    private static void assertFound(String filter, String sort, List<String> titles) {
        given().get("/api/v1/articles?" + filter + "&sort=" + sort).then().statusCode(200).body("items.title", equalTo(titles))
                .body("page.totalItems", equalTo(titles.size()));
        given().get("/api/v1/articles?" + filter + "&size=1&count=none&sort=" + sort).then().statusCode(200)
                .body("items.title", equalTo(titles.subList(0, Math.min(1, titles.size()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstPublishedAt", "title", "publicUpdatedAt"})
    void an_article_with_several_of_the_values_is_listed_and_counted_once(String sort) {
        publish("A", "[\"luật\"]", "Chính phủ");
        publish("BB", "[\"Luật\", \"rừng\"]", "Chính phủ");
        publish("CCC", "[\"rừng\", \"biển\"]", "Quốc hội");
        publish("DDDD", "[]", "Quốc hội");
        assertFound("tag=luat,RUNG", sort, List.of("A", "BB", "CCC"));
        assertFound("tag=luật,luat,không có", sort, List.of("A", "BB"));
        assertFound("tag=biển,rừng&issuer=Chính phủ,Quốc hội", sort, List.of("BB", "CCC"));
        assertFound("tag=biển,rừng&issuer=Quốc hội&type[ne]=Luật", sort, List.of("CCC"));
        assertFound("tag=không có,cũng không", sort, List.of());
        assertFound("issuer=Chính phủ,quoc hoi", sort, List.of("A", "BB", "CCC", "DDDD"));
        assertFound("state=published,withdrawn&tag[ne]=luật,biển", sort, List.of("DDDD"));
    }

    @Test
    void more_rows_than_are_sorted_are_listed_in_the_same_order() throws SQLException {
        publish("A", "[\"luật\"]", "Chính phủ");
        publish("BB", "[\"rừng\"]", "Chính phủ");
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into public_count (field, value, change) values ('articles.tag', 'luat', " + MANY + ")");
        }
        assertFound("tag=luật,rừng", "firstPublishedAt", List.of("A", "BB"));
        assertFound("tag=luật,rừng", "-title", List.of("BB", "A"));
    }
}
