package vn.loa.http.answer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.TightSettings;

/** Lists whose answers would be larger than one may be (20 kB here). */
@QuarkusTest
@TestProfile(TightSettings.class)
class LargeAnswerTest {

    private static final String ARTICLES = "/api/v1/articles";
    /** Stored sizes are a few percent above the real ones. */
    private static final double ROUGHLY = 1.1;

    /** An article with a directive of so many sections, each of 600 letters or so and with a citation of the same document. */
    private static ObjectNode directive(String number, int sections) {
        ObjectNode content = Editing.directive("Chỉ thị " + number, number);
        ArrayNode all = content.putArray("sections");
        for (int i = 1; i <= sections; i++) {
            all.addObject().put("number", String.valueOf(i)).putArray("paragraphs").addObject()
                    .put("text", "Theo Quyết định số 99/2020/QĐ-TTg, " + "thực hiện nhiệm vụ được giao ".repeat(20) + i + ".");
        }
        return content;
    }

    private static List<String> published(int articles, int sections) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= articles; i++) {
            ids.add(Editing.published(directive(i + "-CT/TU", sections)));
        }
        return ids;
    }

    private static Response get(String path, Map<String, ?> query) {
        return given().queryParams(query).get(path);
    }

    private static Map<String, Object> with(Map<String, ?> query, String name, Object value) {
        Map<String, Object> all = new TreeMap<>(query);
        all.put(name, value);
        return all;
    }

    /** The size that the refusal of this page names. */
    private static int named(String path, Map<String, ?> query) {
        Response refused = get(path, query);
        refused.then().statusCode(400).body("code", equalTo("too-large")).body("errors[0].parameter", equalTo("size"));
        return refused.path("size");
    }

    /** Refused, and the named size works, and is the largest that does. */
    private static int assertNamesTheLargestSize(String path, Map<String, ?> query) {
        int size = named(path, with(query, "size", 100));
        Response fits = get(path, with(query, "size", size));
        fits.then().statusCode(200).body("items.size()", equalTo(size));
        assertTrue(fits.asByteArray().length <= ROUGHLY * TightSettings.ANSWER, fits.asByteArray().length + " bytes");
        assertEquals(size, named(path, with(query, "size", size + 1)));
        return size;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "citations", "sections,citations,changeHistory"})
    void a_page_that_would_be_too_large_is_refused_and_the_largest_size_is_named(String include) {
        published(12, 8);
        assertNamesTheLargestSize(ARTICLES, Map.of("include", include));
    }

    @Test
    void bodies_count() {
        for (int i = 0; i < 8; i++) {
            Editing.published(Editing.news("Tin " + i).put("body", "<p>" + "Một \"câu\" dài. ".repeat(300) + "</p>"));
        }
        assertNamesTheLargestSize(ARTICLES, Map.of("fields", "title,body"));
        get(ARTICLES, Map.of("size", 100)).then().statusCode(200).body("items.size()", equalTo(8));
    }

    @Test
    void the_named_size_works_on_later_pages_too() {
        for (int i = 1; i <= 12; i++) {
            Editing.published(directive(i + "-CT/TU", i));
        }
        Map<String, Object> second = Map.of("include", "sections", "page", 2);
        int size = named(ARTICLES, with(second, "size", 6));
        get(ARTICLES, with(second, "size", size)).then().statusCode(200).body("items.size()", equalTo(size));
    }

    @Test
    void a_walk_gets_as_many_items_as_fit_and_sees_everything_once() {
        List<String> ids = published(9, 8);
        Map<String, Object> query = Map.of("include", "sections", "size", 100);
        assertWalk(ARTICLES, Map.of("include", "sections"), 9, "id");
        assertEquals(9, ids.size());
        get(ARTICLES, query).then().statusCode(400);
    }

    @Test
    void what_is_larger_than_an_answer_may_be_is_answered_by_itself() {
        String id = published(1, 60).get(0);
        Response alone = get(ARTICLES, Map.of("include", "sections", "size", 100));
        alone.then().statusCode(200).body("items[0].sections.size()", equalTo(60));
        assertTrue(alone.asByteArray().length > TightSettings.ANSWER);
        get(ARTICLES + "/" + id, Map.of("include", "sections,citations")).then().statusCode(200)
                .body("sections.size()", equalTo(60)).body("citations.size()", equalTo(61));
        get(ARTICLES + "/" + id + "/toc", Map.of()).then().statusCode(200);
        Editing.draft(id).then().statusCode(200).body("sections.size()", equalTo(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html", "text", "markdown", "akn"})
    void a_long_directive_is_answered_whole_in_every_form(String format) {
        String id = published(1, 60).get(0);
        Response whole = get(ARTICLES + "/" + id + "/directive" + (format.equals("json") ? "" : "/" + format), Map.of());
        whole.then().statusCode(200);
        assertTrue(whole.asString().contains("được giao 60."), format);
    }

    @Test
    void sections_are_listed_as_far_as_they_fit() {
        String sections = ARTICLES + "/" + published(1, 60).get(0) + "/sections";
        assertNamesTheLargestSize(sections, Map.of());
        assertWalk(sections, Map.of(), 60, "eId");
        int size = named(sections, Map.of("page", 2, "size", 30));
        get(sections, Map.of("page", 2, "size", size)).then().statusCode(200).body("items.size()", equalTo(size));
    }

    @Test
    void citations_are_listed_as_far_as_they_fit() {
        String id = published(1, 60).get(0);
        assertNamesTheLargestSize(ARTICLES + "/" + id + "/citations", Map.of());
        assertWalk(ARTICLES + "/" + id + "/citations", Map.of(), 61, "paragraphEId");
    }

    @Test
    void those_who_cite_are_listed_with_all_their_places_as_far_as_these_fit() {
        String cited = Editing.published(Editing.directive("Quyết định", "99/2020/QĐ-TTg").set("directive", Editing.object("""
                {"type": "Quyết định", "number": "99/2020/QĐ-TTg", "issuer": "Thủ tướng", "issuedOn": "2020-06-01",
                 "title": "nhiệm vụ"}""")));
        published(12, 8);
        assertNamesTheLargestSize(ARTICLES + "/" + cited + "/cited-by", Map.of());
        assertWalk(ARTICLES + "/" + cited + "/cited-by", Map.of(), 12, "article.id");
        get(ARTICLES + "/" + cited + "/cited-by", Map.of("size", 2, "page", 3)).then().statusCode(200)
                .body("page.totalItems", equalTo(12)).body("items.size()", equalTo(2))
                .body("items[0].places.size()", equalTo(8));
    }

    @ParameterizedTest
    @CsvSource({"json, items.size()", "rss, rss.channel.item.size()", "atom, feed.entry.size()"})
    void a_feed_has_bodies_as_far_as_they_fit_and_summaries_for_the_others(String form, String count) {
        for (int i = 0; i < 12; i++) {
            Editing.published(Editing.news("Tin " + i).put("summary", "Tóm tắt.")
                    .put("body", "<p>" + "Một câu dài hơn. ".repeat(150) + "</p>"));
        }
        Response feed = get("/api/v1/feeds/articles." + form, Map.of("size", 8));
        feed.then().statusCode(200);
        assertTrue(feed.asByteArray().length <= ROUGHLY * TightSettings.ANSWER, feed.asByteArray().length + " bytes");
        assertTrue(feed.asString().contains("Một câu dài hơn."));
        assertEquals(8, form.equals("json") ? (int) feed.path(count) : feed.xmlPath().getInt(count));
    }

    /** Every answer but the first one-item page fits, and everything is there once. */
    private static void assertWalk(String path, Map<String, ?> query, int items, String id) {
        List<String> seen = new ArrayList<>();
        JsonPath page = get(path, with(query, "size", 1)).then().statusCode(200).extract().jsonPath();
        seen.addAll(page.getList("items." + id));
        int answers = 0;
        for (String cursor = page.getString("page.nextCursor"); cursor != null; answers++) {
            Response next = get(path, with(with(query, "size", 100), "cursor", cursor));
            next.then().statusCode(200).body("page.totalItems", equalTo(items));
            assertTrue(next.asByteArray().length <= ROUGHLY * TightSettings.ANSWER, next.asByteArray().length + " bytes");
            seen.addAll(next.jsonPath().getList("items." + id));
            cursor = next.path("page.nextCursor");
        }
        assertTrue(answers > 1, "one answer was enough");
        assertEquals(items, seen.size());
        assertEquals(items, seen.stream().distinct().count());
    }
}
