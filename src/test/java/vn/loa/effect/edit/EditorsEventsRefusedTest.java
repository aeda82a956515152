package vn.loa.effect.edit;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.loa.effect.Decrees.ARTICLES;
import static vn.loa.effect.Decrees.effects;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.effect.Decrees;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Editors' events that are not valid: every wrong field is named, and nothing changes. */
@QuarkusTest
class EditorsEventsRefusedTest {

    private String old;

    @BeforeEach
    void a_decree() {
        old = Editing.published(Decrees.plain("5/2019/NĐ-CP"));
    }

    @AfterEach
    void nothing_was_said() {
        effects(old, "?source=editor").body("items", hasSize(0));
    }

    private Response say(String body) {
        return Pages.asAdmin().contentType("application/json").body(body).post(ARTICLES + "/{article}/effects", old);
    }

    @Test
    void all_wrong_fields_are_named_at_once() {
        say("""
                {"kind": "end", "target": {"eId": "1 2", "part": "some", "replacement": "x"}, "since": "2022-01-02", "until": "2022-01-01",
                 "by": {"document": {"type": "", "number": "không số"}, "provisions": ["art_1", "!", null]},
                 "quote": {"text": " ", "start": -1}, "corrects": "%s"}""".formatted(UUID.randomUUID())).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/kind", "/target/eId", "/target/part", "/target/replacement", "/until",
                        "/by/document/type", "/by/document/number", "/by/provisions/1", "/by/provisions/2", "/quote/text", "/quote/start",
                        "/corrects"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | /kind | not-null",
        "{`kind`: `amend`} | /by | required",
        "{`kind`: `replace-phrase`, `by`: {`document`: {`type`: `Luật`, `title`: `X`}}} | /target/phrase | required",
        "{`kind`: `repeal`, `target`: {`phrase`: `x`}} | /target/part | contradiction",
        "{`kind`: `repeal`, `target`: {`part`: `phrase`}} | /target/phrase | required",
        "{`kind`: `repeal`, `by`: {`document`: {`type`: `Nghị định`}}} | /by/document/number | required",
        "{`kind`: `repeal`, `by`: {`articleId`: `01a206d2-563a-7e8e-8a6a-736bf594a421`}} | /by/articleId | not-found",
        "{`kind`: `repeal`, `since`: `0999-12-31`} | /since | out-of-range",
        "{`kind`: `suspend`, `since`: `2026-01-01`, `until`: `9999-12-31`} | /until | out-of-range",
        "{`kind`: `repeal`, `sourceDate`: `+10000-01-01`} | /sourceDate | out-of-range",
        "{`kind`: `repeal`, `sourceDate`: `2026-07-16`} | /sourceDate | out-of-range",
        "{`kind`: `repeal`, `quote`: {`text`: `x`, `paragraphEId`: `art_1__p_1`}} | /quote | missing",
        "{`kind`: `repeal`, `quote`: {`text`: `x`, `paragraphEId`: `art_1__p_1`, `start`: 1, `end`: 3}} | /quote/end | contradiction",
        "{`kind`: `repeal`, `quote`: {`text`: `\\u0000`}} | /quote/text | not-blank",
        "{`kind`: `repeal`, `corrects`: `01a206d2-563a-7e8e-8a6a-736bf594a421`} | /corrects | not-found"})
    void each_rule_has_a_code(String body, String pointer, String code) {
        say(body.replace('`', '"')).then().statusCode(422).body("errors.pointer", hasItem(pointer)).body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[] | ", "{`kind`: 7} | /kind", "{`kind`: `repeal`, `target`: []} | /target",
        "{`kind`: `repeal`, `target`: {`section`: `art_1`}} | /target/section", "{`kind`: `repeal`, `since`: `01/01/2022`} | /since",
        "{`kind`: `repeal`, `by`: {`provisions`: `art_1`}} | /by/provisions", "{`kind`: `repeal`, `corrects`: `x`} | /corrects",
        "{`kind`: `repeal`, `quote`: {`text`: `x`, `start`: 1.5}} | /quote/start", "{`kind`: `repeal`, `place`: 1} | /place"})
    void what_has_the_wrong_form_is_malformed(String body, String pointer) {
        say(body.replace('`', '"')).then().statusCode(400).body("errors[0].pointer", equalTo(pointer == null ? "" : pointer));
    }

    @Test
    void long_texts_are_refused() {
        say("{\"kind\": \"repeal\", \"quote\": {\"text\": \"" + "x".repeat(4001) + "\"}}").then().statusCode(422)
                .body("errors[0].pointer", equalTo("/quote/text"));
        say("{\"kind\": \"repeal\", \"target\": {\"named\": \"" + "x".repeat(501) + "\", \"eId\": \"art_" + "1".repeat(200) + "\"}}").then()
                .statusCode(422).body("errors.pointer", containsInAnyOrder("/target/named", "/target/eId"));
        say("{\"kind\": \"repeal\", \"by\": {\"provisions\": [" + "\"art_1\",".repeat(50) + "\"art_1\"]}}").then().statusCode(422)
                .body("errors[0].pointer", equalTo("/by/provisions"));
    }

    @Test
    void a_rejection_says_why() {
        String read = effects(old, "").extract().path("items[0].id");
        for (String body : new String[] {"{}", "{\"reason\": \"\\u200b\"}", "{\"reason\": \"" + "x".repeat(2001) + "\"}"}) {
            Pages.asAdmin().contentType("application/json").body(body).put(ARTICLES + "/{article}/effects/{id}/rejection", old, read).then()
                    .statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        }
        effects(old, "").body("items[0].status", equalTo("counts"));
    }
}
