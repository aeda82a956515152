package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.ForceRows;
import vn.loa.support.Statements;

/** More results than are looked at of the newest: those that are in force on a day are the same in whatever way they are found. */
@QuarkusTest
class InForceOfManyResultsTest {

    private static final int PAGE_SIZE = 100;

    @Inject
    DataSource database;

    private static ForceRows published(String number, int sections) {
        return published(number, sections, "Giữ rừng.");
    }

    private static ForceRows published(String number, int sections, String text) {
        ObjectNode article = Editing.directive("Rừng ngập mặn " + number, number);
        article.putArray("sections");
        for (int i = 1; i <= sections; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject().put("text", text);
        }
        return ForceRows.of(Editing.published(article), "2026-07-01");
    }

    private static JsonPath page(String day, int number) {
        return page("giữ rừng", day, number);
    }

    private static JsonPath page(String words, String day, int number) {
        return given().queryParam("q", words).queryParam("inForceOn", day).queryParam("size", PAGE_SIZE).queryParam("page", number)
                .get(SearchTest.SEARCH).then().statusCode(200).extract().jsonPath();
    }

    /** The sections of all results, which are of documents with these numbers. */
    private static List<String> found(String day, int total, String... numbers) {
        List<String> sections = new ArrayList<>();
        Set<String> documents = new TreeSet<>();
        for (int i = 1; (i - 1) * PAGE_SIZE < total; i++) {
            JsonPath page = page(day, i);
            assertEquals(total, page.getInt("total.value"), day);
            assertEquals(List.of("in-force"), page.getList("items.force.status").stream().distinct().toList(), day);
            documents.addAll(page.getList("items.directive.number"));
            sections.addAll(page.getList("items.collect {it.directive.number + ' ' + it.section?.eId}"));
        }
        assertTrue(Set.of(numbers).containsAll(documents), day + ": " + documents);
        assertEquals(total, sections.stream().distinct().count(), day);
        return sections;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
            statement.execute("set session_replication_role = origin");
        }
    }

    /** Behind all blocks of those that are there, at the beginning of the largest ones. */
    private void beginBlocks() throws SQLException {
        execute("select setval(pg_get_serial_sequence('search_entry', 'id'), (select (coalesce(max(id), 0) / 262144 + 3) * 262144 from search_entry))");
    }

    @Test
    void those_in_force_are_found_among_the_newest_in_few_articles_and_among_all() throws SQLException {
        beginBlocks();
        published("32-CT/TU", 700).has("", null, "2013-06-01", "not-yet").has("", "2013-06-01", "2015-01-01", "in-force")
                .has("", "2015-01-01", null, "ended");
        published("33-CT/TU", 480).has("", null, "2010-01-01", "not-yet").has("", "2010-01-01", "2015-01-01", "in-force")
                .has("", "2015-01-01", null, "ended")
                .has("sec_7", null, "2008-01-01", "not-yet").has("sec_7", "2008-01-01", "2012-01-01", "in-force").has("sec_7", "2012-01-01", null, "ended");
        // Which 500 of them depends on where in the table there was place for them.
        List<String> newest = found("2013-06-30", 500, "32-CT/TU", "33-CT/TU");
        assertEquals(479, found("2012-06-30", 479, "33-CT/TU").size());
        beginBlocks();
        published("34-CT/TU", 1_600).has("", null, "2020-01-01", "not-yet").has("", "2020-01-01", null, "in-force");
        found("2021-01-01", 500, "34-CT/TU");
        List<String> old = found("2012-06-30", 479, "33-CT/TU");
        assertFalse(old.contains("33-CT/TU sec_7"));
        published("35-CT/TU", 200).has("", null, "2004-01-01", "not-yet").has("", "2004-01-01", "2006-01-01", "in-force")
                .has("", "2006-01-01", null, "ended").has("sec_9", null, "2005-01-01", "not-yet").has("sec_9", "2005-01-01", "2006-01-01", "in-force")
                .has("sec_9", "2006-01-01", null, "ended");
        List<String> inFew = found("2004-06-30", 199, "35-CT/TU");
        assertFalse(inFew.contains("35-CT/TU sec_9"));
        List<String> allInFew = found("2005-06-30", 200, "35-CT/TU");
        assertEquals(List.of("sec_7"), page("2009-06-30", 1).getList("items.section.eId"));
        assertEquals(0, page("2018-06-30", 1).getInt("total.value"));
        // They have no text: a search only knows that they are there, and that they are many.
        execute("insert into force_period (article_id, eid, from_day, before_day, status, effects, shown) select gen_random_uuid(), '', "
                + "'2004-01-01', '2014-01-01', 'in-force', '{}', 'null' from generate_series(1, 2001)");
        assertEquals(inFew, found("2004-06-30", 199, "35-CT/TU"));
        assertEquals(allInFew, found("2005-06-30", 200, "35-CT/TU"));
        assertEquals(old, found("2013-01-01", 479, "33-CT/TU"));
        assertEquals(newest, found("2013-06-30", 500, "32-CT/TU", "33-CT/TU"));
    }

    @Test
    void a_day_of_little_in_force_has_the_same_order_after_a_day_of_much_in_its_month() {
        ObjectNode few = Editing.directive("Rừng ngập mặn 36-CT/TU", "36-CT/TU");
        few.putArray("sections");
        for (int i = 1; i <= 60; i++) {
            few.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject().put("text",
                    i % 2 == 0 ? "Giữ rừng. Giữ rừng. Giữ rừng." : "Giữ rừng và giữ nguồn nước của các xã ven sông.");
        }
        ForceRows.of(Editing.published(few), "2026-07-01").has("", null, "1999-03-01", "not-yet").has("", "1999-03-01", "1999-03-15", "in-force")
                .has("", "1999-03-15", null, "ended");
        published("37-CT/TU", 700).has("", null, "1999-03-20", "not-yet").has("", "1999-03-20", "1999-04-01", "in-force")
                .has("", "1999-04-01", null, "ended");
        List<String> sections = page("1999-03-10", 1).getList("items.section.eId");
        assertEquals(60, sections.size());
        found("1999-03-25", 500, "37-CT/TU");
        // Not the answer that is kept of the same address.
        assertEquals(sections.subList(0, 50), given().queryParam("q", "giữ rừng").queryParam("inForceOn", "1999-03-10").queryParam("size", 50)
                .get(SearchTest.SEARCH).then().statusCode(200).extract().jsonPath().getList("items.section.eId"));
    }

    @Test
    void a_search_on_a_day_is_two_statements_as_one_without_is() {
        // Words of its own: how many of the newest are looked at follows from what has the words.
        String words = "bồi bãi triều";
        published("34-CT/TU", 540, words).has("", null, "2020-01-01", "not-yet").has("", "2020-01-01", null, "in-force");
        given().queryParam("q", words).get(SearchTest.SEARCH).then().statusCode(200);
        page(words, "2021-02-01", 1);
        // Whether much was in force in this month is not known yet.
        assertEquals(3, Statements.during(() -> page(words, "2021-01-01", 1)));
        assertEquals(2, Statements.during(() -> page(words, "2021-01-02", 1)));
    }
}
