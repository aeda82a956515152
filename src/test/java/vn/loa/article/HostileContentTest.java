package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;

/** Request bodies that were made to do harm. */
@QuarkusTest
class HostileContentTest {

    private static String many(String element, int times) {
        return "[" + (element + ",").repeat(times - 1) + element + "]";
    }

    private static Response post(String body) {
        return Editing.post(Editing.ARTICLES, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slug", "language"})
    void a_name_of_very_many_parts_is_refused(String member) {
        Editing.create(Editing.news("Tin").put(member, "ab" + "-ab".repeat(20_000))).then().statusCode(422)
                .body("errors.pointer", everyItem(equalTo("/" + member)));
    }

    @Test
    void a_category_of_very_many_parts_is_refused() {
        Editing.post("/api/v1/categories", "{\"title\": \"Mục\", \"slug\": \"a" + "-a".repeat(20_000) + "\"}").then().statusCode(422)
                .body("errors.pointer", everyItem(equalTo("/slug")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tags\": %s", "\"attachments\": %s", "\"sections\": %s",
        "\"sections\": [{\"number\": \"1\", \"paragraphs\": %s}]", "\"unknown\": %s"})
    void long_lists_are_refused_before_their_elements_are_looked_at(String field) {
        for (String element : List.of("null", "1", "{}")) {
            post("{\"title\": \"x\", " + field.formatted(many(element, 300_000)) + "}").then().statusCode(400)
                    .body("errors", hasSize(1)).body("errors.code", contains("size"));
            post("{\"title\": \"x\", " + field.formatted(many(element, 10_000)) + "}").then()
                    .statusCode(lessThan(500)).body("errors.size()", lessThan(101));
        }
    }

    @Test
    void a_long_list_of_errors_hides_no_mistake_that_would_hurt_later() {
        StringBuilder unknown = new StringBuilder();
        for (int n = 0; n < 150; n++) {
            unknown.append("\"x").append(n).append("\": 1, ");
        }
        for (String wrong : List.of("\"attachments\": [null]", "\"tags\": [null]",
                "\"directive\": {\"type\": \"T\"}, \"sections\": [{\"number\": \"1\", \"citations\": [{}]}]",
                "\"sections\": [null, {\"paragraphs\": [null]}]")) {
            post("{" + unknown + "\"title\": \"x\", " + wrong + "}").then().statusCode(400).body("errors", hasSize(100));
        }
        String section = "{\"number\": \"1\", \"heading\": \"" + "h".repeat(2001) + "\", \"citations\": " + many("{}", 60) + "}";
        post("{\"title\": \"x\", \"directive\": {\"type\": \"T\"}, \"sections\": " + many(section, 3) + "}").then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"+999999999-01-01\"", "\"-999999999-01-01\"", "\"+10000-01-01\"", "\"0000-01-01\"", "2147483648",
        "20240101", "[2024,1,1]", "\"2024-01-01T00:00:00Z\"", "\"2024-02-30\""})
    void dates_that_nobody_keeps(String date) {
        String citation = "{\"paragraphEId\": \"sec_1__p_1\", \"start\": 0, \"end\": 1, \"raw\": \"a\", \"issuedOn\": " + date + "}";
        post("{\"title\": \"x\", \"directive\": {\"type\": \"T\", \"issuedOn\": " + date + "}, \"sections\": [{\"number\": \"1\", "
                + "\"paragraphs\": [{\"text\": \"abc\"}], \"citations\": [" + citation + "]}]}").then()
                .statusCode(lessThan(423)).body("errors.pointer", hasItems("/directive/issuedOn", "/sections/0/citations/0/issuedOn"));
    }

    @Test
    void an_address_is_one_place() {
        Editing.create(Editing.object("""
                {"title": "x", "body": "<p>Luật số 2/2021/QH15 ở đây.</p>", "directive": {"type": "T"}, "sections": [
                  {"number": "1", "paragraphs": [{"eId": "preamble__p_1", "text": "Luật số 1/2020/QH14"}]},
                  {"number": "2", "eId": "sec_3__p_1"}, {"number": "3", "paragraphs": [{"text": "a"}]},
                  {"number": "4", "paragraphs": [{"eId": "sec_2", "text": "a"}, {"eId": "sec_4", "text": "b"}]}]}""")).then()
                .statusCode(422).body("errors.pointer", contains("/sections/0/paragraphs/0/eId", "/sections/3/paragraphs/1/eId"));
    }

    @Test
    void a_citation_splits_no_character() {
        post("{\"title\": \"x\", \"directive\": {\"type\": \"T\"}, \"sections\": [{\"number\": \"1\", \"paragraphs\": [{\"text\": "
                + "\"a\\ud83d\\ude00b\"}], \"citations\": [{\"paragraphEId\": \"sec_1__p_1\", \"start\": 0, \"end\": 2, \"raw\": "
                + "\"a\\ud83d\"}]}]}").then().statusCode(422).body("errors.pointer", contains("/sections/0/citations/0/raw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202e", "\u00ad \ufeff", "\u0000"})
    void an_explanation_that_nobody_can_see_is_none(String nothing) {
        String id = Editing.published(Editing.news("Tin"));
        Editing.withdraw(id, nothing).then().statusCode(422).body("errors.pointer", contains("/explanation"));
        Editing.remove(id, nothing).then().statusCode(422).body("errors.pointer", contains("/explanation"));
        Editing.post("/api/v1/schedules", new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(Map.of("articleId", id,
                "action", "withdraw", "at", "2026-07-16T00:00:00Z", "explanation", nothing))).then().statusCode(422);
        Editing.retitled(id, "Khác");
        Editing.post("/api/v1/schedules", new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(Map.of("articleId", id,
                "action", "publish", "at", "2026-07-16T00:00:00Z", "changeNote", "a" + nothing + "b"))).then().statusCode(201)
                .body("changeNote", not(equalTo("a" + nothing + "b")));
        given().get("/api/v1/articles/{id}", id).then().body("withdrawal", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "tags", "attachments"})
    void what_must_be_an_array_is_called_so(String field) {
        for (String value : List.of("{\"0\": 1}", "\"x\"", "1")) {
            post("{\"title\": \"x\", \"" + field + "\": " + value + "}").then().statusCode(400)
                    .body("errors.pointer", contains("/" + field)).body("errors.message", contains("must be a JSON array"));
        }
    }

    @Test
    void unknown_fields_are_named_where_they_stand() {
        post("{\"title\": \"x\", \"a\": {\"b\": 1}, \"c\": [1], \"directive\": {\"type\": \"T\", \"zzz\": {\"a\": 1}, \"y\": [1]}}")
                .then().statusCode(400).body("errors.pointer", hasItems("/a", "/c", "/directive/zzz", "/directive/y"))
                .body("errors.pointer", everyItem(startsWith("/"))).body("errors.pointer", not(hasItem(startsWith("//"))));
    }

    @Test
    void a_slug_that_is_given_back_while_others_claim_it() throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 15; round++) {
                String holder = Editing.created(Editing.news("Giữ").put("slug", "tranh-nhau"));
                Future<Response> gone = editors.submit(() -> Editing.step(holder, "discard-draft", "*", Map.of()));
                List<Future<Response>> claims = java.util.stream.IntStream.range(0, 5).mapToObj(n -> editors.submit(() ->
                        Editing.create(Editing.news("Xin").put("slug", "tranh-nhau")))).toList();
                assertEquals(204, gone.get().statusCode());
                for (Future<Response> claim : claims) {
                    assertTrue(List.of(201, 422).contains(claim.get().statusCode()), claim.get().asString());
                    if (claim.get().statusCode() == 201) {
                        Editing.step(claim.get().path("id"), "discard-draft", "*", Map.of()).then().statusCode(204);
                    }
                }
            }
        } finally {
            editors.shutdown();
        }
    }
}
