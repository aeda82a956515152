package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** Of many results on a day, those are looked at whose months are not later, and those that are in force before their month. */
@QuarkusTest
class ForceMonthsTest {

    private static final int MANY = 600;

    @Inject
    DataSource database;

    private static ObjectNode document(String number, String issuedOn, String inForceFrom, int sections) {
        ObjectNode article = Editing.directive("Giữ bần chua " + number, number);
        article.withObject("directive").put("issuedOn", issuedOn);
        ArrayNode all = article.putArray("sections");
        for (int i = 1; i < sections; i++) {
            all.addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject().put("text", "Giữ bần chua.");
        }
        String[] day = inForceFrom.split("-");
        all.addObject().put("number", String.valueOf(sections)).withArray("paragraphs").addObject()
                .put("text", "Chỉ thị này có hiệu lực kể từ ngày %s tháng %s năm %s.".formatted(day[2], day[1], day[0]));
        return article;
    }

    private static String published(String number, String issuedOn, String inForceFrom) {
        return Editing.published(document(number, issuedOn, inForceFrom, 2));
    }

    private static void republished(String id, ObjectNode content) {
        Editing.put(id, Editing.etag(id), content).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
    }

    /** These documents, and no other ones, are found, beside the one that has most sections. */
    private static void assertFound(String day, String... numbers) {
        Set<String> found = new TreeSet<>(given().queryParam("q", "giữ bần chua").queryParam("inForceOn", day).queryParam("size", 100)
                .get(SearchTest.SEARCH).then().statusCode(200).extract().jsonPath().getList("items.directive.number", String.class));
        found.remove("40-CT/TU");
        assertEquals(new TreeSet<>(Arrays.asList(numbers)), found, day);
    }

    @Test
    void what_is_in_force_before_its_year_and_what_has_no_year_is_found() {
        String many = Editing.published(document("40-CT/TU", "2011-12-20", "2012-02-01", MANY));
        String usual = published("41-CT/TU", "2025-03-01", "2025-04-01");
        String early = published("42-CT/TU", "2025-03-01", "2024-11-01");
        assertFound("2012-03-01");
        assertFound("2024-10-31");
        assertFound("2024-11-01", "42-CT/TU");
        assertFound("2025-04-01", "41-CT/TU", "42-CT/TU");
        String ofYear = published("44/2024/NĐ-CP", null, "2024-03-01");
        assertFound("2024-02-29");
        assertFound("2024-03-01", "44/2024/NĐ-CP");
        Editing.remove(ofYear, "Xong.").then().statusCode(200);
        assertFound("2024-03-01");
        String sameYear = published("45-CT/TU", "2025-03-02", "2025-02-01");
        for (String issuedOn : List.of("2025-09-10", "2025-11-10", "2025-01-10", "2025-09-11")) {
            republished(sameYear, document("45-CT/TU", issuedOn, "2025-02-01", 2));
            assertFound("2025-01-31", "42-CT/TU");
            assertFound("2025-02-01", "42-CT/TU", "45-CT/TU");
        }
        Editing.remove(sameYear, "Xong.").then().statusCode(200);
        String undated = published("43-CT/TU", null, "2020-01-01");
        assertFound("2019-12-31");
        assertFound("2020-01-01", "43-CT/TU");
        assertFound("2024-11-01", "42-CT/TU", "43-CT/TU");

        // Texts that are corrected.
        republished(undated, document("43-CT/TU", "2023-05-05", "2023-06-01", 2));
        assertFound("2020-01-01");
        assertFound("2023-06-01", "43-CT/TU");
        republished(early, document("42-CT/TU", "2025-03-01", "2013-11-01", 2));
        assertFound("2013-11-01", "42-CT/TU");
        republished(usual, document("41-CT/TU", "2026-03-01", "2025-04-01", 2));
        assertFound("2025-04-01", "41-CT/TU", "42-CT/TU", "43-CT/TU");

        for (String id : Arrays.asList(early, usual, many, undated)) {
            Editing.remove(id, "Xong.").then().statusCode(200);
        }
        assertFound("2013-11-01");
    }

    /** Entries of an earlier grammar have no months. */
    @Test
    void entries_without_months_are_found_as_long_as_the_index_is_of_an_earlier_grammar() throws SQLException {
        String many = Editing.published(document("40-CT/TU", "2011-12-20", "2012-02-01", MANY));
        String earlier = published("51-CT/TU", "2012-01-10", "2012-02-01");
        String later = published("52-CT/TU", "2012-11-10", "2012-12-01");
        try {
            execute("update search_index set grammar = grammar - 1");
            execute("update search_entry set words = regexp_replace(words, '\n(quarter|month):[^\n]*', '', 'g') where article_id = '" + earlier + "'");
            // Another stamp.
            Editing.remove(Editing.published(Editing.news("Giữ nhịp")), "Xong.").then().statusCode(200);
            assertFound("2012-03-01", "51-CT/TU");
        } finally {
            execute("update search_index set grammar = grammar + 1");
        }
        for (String id : List.of(many, earlier, later)) {
            Editing.remove(id, "Xong.").then().statusCode(200);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
