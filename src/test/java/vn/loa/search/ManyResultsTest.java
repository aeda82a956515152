package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.loa.search.SearchTest.SEARCH;
import static vn.loa.search.SearchTest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Editing;
import vn.loa.support.ForceRows;
import vn.loa.support.Statements;

/** Many results: how far they are counted, their pages, and walks over them. */
@QuarkusTest
class ManyResultsTest {

    @Inject
    DataSource database;

    private static ObjectNode news(String title, String words) {
        return Editing.news(title).put("body", "<p>" + words + "</p>");
    }

    @Test
    void what_more_than_three_hundred_have_is_found_by_the_index_alone_in_four_statements_and_again_in_two() {
        ObjectNode article = Editing.directive("Dừa ngập mặn", "33-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 620; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", i % 2 == 0 ? "Giữ dừa." : "Giữ dứa.");
        }
        Editing.published(article);
        assertEquals(4, Statements.during(() -> given().queryParam("q", "giữ dừa").queryParam("size", 100).get(SEARCH).then()
                .body("total.value", equalTo(500)).body("items[0].section.eId", equalTo("sec_2"))));
        assertEquals(2, Statements.during(() -> given().queryParam("q", "giữ dừa").queryParam("size", 100).queryParam("page", 4)
                .get(SEARCH).then().body("total.value", equalTo(500)).body("total.relation", equalTo("at-least"))
                .body("page.totalPages", equalTo(5)).body("facets.type.count", contains(500)).body("facets.tag.value", contains("văn thư"))
                .body("items[9].snippet.html", equalTo("<mark>Giữ dừa</mark>.")).body("items[9].section.eId", equalTo("sec_620"))
                .body("items[10].snippet.html", equalTo("<mark>Giữ dứa</mark>."))
                // Which of them are found depends on where in the table there was place for them.
                .body("items[10].section.eId", matchesPattern("sec_\\d*[13579]"))));
        search("dua").body("items[0].kind", equalTo("article")).body("items[1].kind", equalTo("section"));
        search("\"giu dua\" -dừa").body("total.value", equalTo(310)).body("total.relation", equalTo("exact"))
                .body("items[0].section.eId", equalTo("sec_1"));
        given().queryParam("q", "giu dua").queryParam("kind", "article").get(SEARCH).then().body("total.value", equalTo(0));
    }

    @Test
    void that_no_word_begins_with_the_last_one_is_known_until_something_is_published() {
        ObjectNode article = Editing.directive("Bấc lửng hồ", "34-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 400; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject().put("text", "Bấc lửng hồ.");
        }
        Editing.published(article);
        search("bac lung ho").body("total.value", equalTo(401));
        assertEquals(2, Statements.during(() -> given().queryParam("q", "bac lung ho").queryParam("size", 1).get(SEARCH).then()
                .body("total.value", equalTo(401)).body("total.relation", equalTo("exact"))));
        String id = Editing.published(news("Bấc lửng hồng", "Hạc."));
        search("bac lung ho").body("total.value", equalTo(402));
        Editing.remove(id, "Sai.");
        search("bac lung ho").body("total.value", equalTo(401));
    }

    @Test
    void what_is_known_of_many_results_is_true_after_each_change() {
        ObjectNode article = Editing.directive("Rừng ngập mặn", "33-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 520; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", "Giữ rừng.");
        }
        String id = Editing.published(article);
        for (int again = 0; again < 2; again++) {
            search("giữ rừng").body("facets.tag.value", contains("văn thư")).body("facets.force.value", contains("unknown"))
                    .body("items.force.status", everyItem(equalTo("unknown")));
        }
        Editing.patch(id, "*", "{\"tags\": [\"lưu trữ\"], \"title\": \"Rừng đước\"}");
        search("giữ rừng").body("facets.tag.value", contains("văn thư")).body("items[0].article.title", equalTo("Rừng ngập mặn"));
        Editing.publish(id);
        search("giữ rừng").body("facets.tag.value", contains("lưu trữ")).body("items[0].article.title", equalTo("Rừng đước"));
        ForceRows.of(id, "2026-07-01").has("", null, null, "in-force").has("sec_2", null, null, "ended");
        search("giữ rừng").body("facets.force.value", contains("in-force", "ended")).body("facets.force.count", contains(499, 1))
                .body("items[0].force.status", equalTo("in-force")).body("items[1].force.status", equalTo("ended"));
        Editing.withdraw(id, "Sai.");
        search("giữ rừng").body("items.article.state", everyItem(equalTo("withdrawn")));
        Editing.remove(id, "Sai.");
        search("giữ rừng").body("total.value", equalTo(0));
    }

    @Test
    void what_a_better_tier_has_got_meanwhile_takes_no_place_of_what_stands_behind_it() {
        Editing.published(tended("33-CT/TU", 700, 1));
        for (int size = 1; size <= 2; size++) {
            given().queryParam("q", "vun gốc").queryParam("size", size).get(SEARCH).then().body("total.value", equalTo(500));
        }
        Editing.published(tended("34-CT/TU", 120, 120));
        given().queryParam("q", "vun gốc").get(SEARCH).then().body("total.value", equalTo(500));
    }

    /** @param together in how many of its sections the two words are neighbours */
    private static ObjectNode tended(String number, int sections, int together) {
        ObjectNode article = Editing.directive("Cây", number);
        article.putArray("sections");
        for (int i = 1; i <= sections; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", i <= together ? "Vun gốc." : "Vun lấy gốc.");
        }
        return article;
    }

    @Test
    void what_several_better_tiers_have_takes_no_place_of_what_stands_behind_them() {
        for (int i = 1; i <= 25; i++) {
            Editing.published(Editing.news("Chăm cây " + i));
        }
        ObjectNode article = Editing.directive("Đước", "33-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 700; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", i <= 25 ? "Chăm cây." : "Chăm lấy cây.");
        }
        Editing.published(article);
        // What the first two know of the tiers is what the others guess by.
        for (int size = 1; size <= 5; size++) {
            given().queryParam("q", "chăm cây").queryParam("size", size).get(SEARCH).then().body("total.value", equalTo(500));
        }
    }

    @Test
    void the_best_five_hundred_are_walked_by_cursor_and_what_comes_meanwhile_disturbs_no_walk() {
        ObjectNode article = Editing.directive("Rừng ngập mặn", "33-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 600; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", i % 2 == 0 ? "Giữ rừng." : "Giữ rụng.");
        }
        Editing.published(article);
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            paged.addAll(given().queryParam("q", "giữ rừng").queryParam("size", 100).queryParam("page", page).get(SEARCH).then()
                    .statusCode(200).extract().path("items.section.eId"));
        }
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParam("q", "giữ rừng").queryParam("size", 100).queryParam("count", "none");
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(SEARCH).then().statusCode(200)
                    .body("page.totalItems", nullValue()).body("total.value", equalTo(500)).extract().jsonPath();
            page.getList("items.section.eId", String.class).stream().filter(Objects::nonNull).forEach(walked::add);
            cursor = page.getString("page.nextCursor");
            if (walked.size() == 100) {
                Editing.published(news("Giữ rừng", "Đứng đầu."));
            }
        } while (cursor != null);
        assertEquals(499, walked.size(), "what came meanwhile is the best, so one of the others is not among the 500 any more");
        paged.retainAll(walked);
        assertEquals(paged, walked);
    }

    /** Blocks are of 4,096 entries and more, so the ids of some leap. */
    @Test
    void the_newest_are_among_the_best_five_hundred_whether_blocks_or_all_matches_were_searched() throws SQLException {
        Editing.published(orchard("Vườn cũ", "41-CT/TU", "cũ"));
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("select setval(pg_get_serial_sequence('search_entry', 'id'), (select max(id) + 600000 from search_entry))");
        }
        Editing.published(orchard("Vườn mới", "42-CT/TU", "mới"));
        List<String> ofOld = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            ofOld.addAll(given().queryParam("q", "trồng bưởi").queryParam("size", 100).queryParam("page", page).get(SEARCH).then()
                    .statusCode(200).body("total.value", equalTo(500)).body("facets.tag.value", contains("mới", "cũ"))
                    .body("facets.tag.count", contains(300, 200)).extract()
                    .path("items.findAll { it.article.title == 'Vườn cũ' }.section.eId"));
        }
        assertEquals(200, Set.copyOf(ofOld).size(), "the same on each page");
    }

    private static ObjectNode orchard(String title, String number, String tag) {
        ObjectNode article = Editing.directive(title, number);
        article.putArray("tags").add(tag);
        article.putArray("sections");
        for (int i = 1; i <= 300; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", "Trồng bưởi.");
        }
        return article;
    }

    @Test
    void a_walk_goes_on_where_it_stood_when_the_last_result_is_gone() {
        for (int i = 1; i <= 5; i++) {
            Editing.published(news("Tin biển " + i, "Nội dung."));
        }
        List<String> ids = search("biển").extract().path("items.article.id");
        String cursor = given().queryParam("q", "biển").queryParam("size", 2).get(SEARCH).then()
                .body("items.article.id", equalTo(ids.subList(0, 2))).extract().path("page.nextCursor");
        String best = Editing.published(news("Biển, biển, biển", "Biển."));
        search("biển").body("items[0].article.id", equalTo(best));
        given().queryParam("q", "biển").queryParam("size", 2).queryParam("cursor", cursor).get(SEARCH).then()
                .body("items.article.id", equalTo(ids.subList(2, 4))).body("page.number", nullValue());
        Editing.remove(ids.get(1), "Nhầm").then().statusCode(200);
        given().queryParam("q", "biển").queryParam("size", 2).queryParam("cursor", cursor).get(SEARCH).then()
                .body("items.article.id", equalTo(ids.subList(2, 4)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "501, 1", "9999999999, 1", "x, 1", "1, x", "1, ''"})
    void a_forged_cursor_is_refused(String place, String entry) {
        Editing.published(Editing.directive("Hòa giải", "19-CT/TU"));
        Editing.published(Editing.directive("Văn thư", "22-CT/TU"));
        String cursor = given().queryParam("q", "chi thi").queryParam("size", 1).get(SEARCH).then().extract().path("page.nextCursor");
        String[] values = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
        values[2] = place;
        values[3] = entry;
        given().queryParam("q", "chi thi").queryParam("cursor", Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join("\n", values).getBytes(StandardCharsets.UTF_8))).get(SEARCH).then().statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }
}
