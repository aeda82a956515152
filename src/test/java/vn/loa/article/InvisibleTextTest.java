package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;

/** Text that nobody can see is judged as it will be kept: as none. What was required is missed, and nothing vanishes. */
@QuarkusTest
class InvisibleTextTest {

    private static final String PATHS = """
            {"title": "%1$s", "tags": ["%1$s"], "directive": {"type": "%1$s", "number": "%1$s"},
             "sections": [{"number": "%1$s", "paragraphs": [{"text": "a"}]}, {"number": "2", "paragraphs": [{"text": "%1$s"}]}]}""";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u200b", "\\u00ad", "\\u0000", "\\u0001\\u001f", "\\ufeff\\u2060", "\\u00a0\\u200b",
            "\\u034f", "\\u3164", "\\u2800", "\\ufe0f", "\\udb40\\udc41", "\\ud834\\udd73", "\\u2028", "\\t\\r\\n"})
    void a_required_text_that_nobody_can_see_is_named(String nothing) {
        Editing.post(Editing.ARTICLES, PATHS.formatted(nothing)).then().statusCode(422).body("errors.pointer.sort()",
                contains("/directive/number", "/directive/type", "/sections/0/number", "/sections/1/paragraphs/0/text",
                        "/tags/0", "/title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00ad", "\u0000", "\u3164"})
    void a_directive_does_not_vanish(String nothing) {
        String id = Editing.created(Editing.directive("Tin", "5-CT/TU"));
        Editing.patch(id, "*", Editing.object("{\"directive\": {}}").set("directive",
                Editing.object("{}").put("type", nothing))).then().statusCode(422)
                .body("errors.pointer", hasItem("/directive/type"));
        Editing.draft(id).then().body("directive.type", equalTo("Chỉ thị"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u034f"})
    void an_optional_text_that_nobody_can_see_is_none(String nothing) {
        ObjectNode content = Editing.news("Tin").put("summary", nothing).put("byline", nothing);
        Editing.create(content).then().statusCode(201).body("summary", nullValue()).body("byline", nullValue());
    }

    /** Some characters become two or three in NFC, and each paragraph of a body gets an id. */
    @ParameterizedTest
    @ValueSource(strings = {"title", "summary", "byline", "body"})
    void the_longest_text_that_is_taken_can_be_sent_back(String field) {
        String grows = field.equals("body") ? "<p>a" : "\uFB2C";
        int limit = switch (field) {
            case "title" -> 500;
            case "summary" -> 2000;
            case "byline" -> 300;
            default -> 1_000_000;
        };
        ObjectNode content = Editing.news("Tin").put(field, grows.repeat(limit / grows.length()));
        Editing.create(content).then().statusCode(422).body("errors.pointer", contains("/" + field));
        content.put(field, grows.repeat(limit / 30));
        String id = Editing.created(content);
        Editing.put(id, "*", Editing.draft(id).asString()).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        given().get("/api/v1/articles/{id}", id).then().statusCode(200);
    }
}
