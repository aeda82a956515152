package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;

/** A query without anything to search for is refused. No query breaks a search. */
@QuarkusTest
class SearchRefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "\"\"", "-", "& | ! ( ) < - >", ":*", "🙂", "%_", "…", "-- ;", "\"", "-\"", "\\", "'"})
    void a_query_of_only_symbols_is_refused(String q) {
        given().queryParam("q", q).get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors[0].parameter", equalTo("q")).body("errors[0].code", equalTo("no-words"));
        given().queryParam("q", q).get("/api/v1/suggest").then().statusCode(200).body("items.size()", is(0));
    }

    @ParameterizedTest
    @CsvSource({"q, ' ', not-blank", "kind, all, wrong-form", "year, x, wrong-form", "year, 0, wrong-form",
            "'year[gte]', '2020,2021', wrong-form", "'year[lt]', 10000, wrong-form", "'year[ne]', 2022, unknown-operator", "'kind[ne]', section, unknown-parameter",
            "type, 'a,,b', wrong-form", "kind, 'article,all', wrong-form", "size, 101, out-of-range", "page, 26, out-of-range", "sort, title, unknown-parameter"})
    void what_a_search_does_not_know_is_refused(String name, String value, String code) {
        var request = given();
        if (!name.equals("q")) {
            request.queryParam("q", "rừng");
        }
        request.queryParam(name, value).get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors[0].parameter", equalTo(name)).body("errors[0].code", equalTo(code));
    }

    @Test
    void limits_are_told() {
        given().queryParam("q", "từ ".repeat(100)).get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors[0].code", equalTo("too-long"));
        given().get(SearchTest.SEARCH).then().statusCode(400).body("errors[0].code", equalTo("not-blank"));
        given().queryParam("q", "-rừng").get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors[0].code", equalTo("no-words"));
        given().queryParam("q", "a").queryParam("tag", "x".repeat(301)).get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors[0].code", equalTo("too-long"));
        given().queryParam("q", "a").queryParam("size", 21).get("/api/v1/suggest").then().statusCode(400)
                .body("errors[0].parameter", equalTo("size"));
        given().get("/api/v1/suggest").then().statusCode(400).body("errors[0].code", equalTo("not-blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:*", "rừng & !biển | (", "'; drop table article; --", "\\' rừng", "rừng\\", "\"rừng", "rừng\"",
            "rừng <-> biển", "<2>", "a'b''c", "$1 ?", "{0} %s", "22-CT/", "/TU", "\"a\"\"b\"", "-\"a b", "--a b",
            "a b c d e f g h i k l m n o p q r s t u v x y z 1 2 3 4 5 6 7 8 9", "@article", "#22", "=rừng", "^rừng", "1/1/1/1",
            "00000000 000", "0", "99999999999999999999", "điều 5 khoản 2 điểm đ", "𝐫ừ𝐧𝐠 a", "ﬁ ß İ", "한글 漢字 a"})
    void signs_have_no_meaning(String q) {
        Editing.published(Editing.directive("Rừng & biển", "22-CT/TU"));
        for (String address : new String[] {SearchTest.SEARCH, "/api/v1/suggest"}) {
            given().queryParam("q", q).get(address).then().statusCode(200);
            given().queryParam("q", q + " rừng").get(address).then().statusCode(200);
        }
        given().queryParam("q", "rừng").queryParam("tag", q).queryParam("type", q).queryParam("issuer", q)
                .get(SearchTest.SEARCH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ED%A0%80", "%ED%A0%80a", "%FF%FE", "a%C0%80", "%F0%9F", "%E2%80%AE%20rung", "a%CC%81%CC%81"})
    void bytes_that_are_no_text_break_nothing(String encoded) {
        for (String address : new String[] {SearchTest.SEARCH, "/api/v1/suggest"}) {
            given().urlEncodingEnabled(false).get(address + "?q=" + encoded).then().statusCode(anyOf(is(200), is(400)));
        }
    }

    @Test
    void random_queries_break_nothing() {
        Editing.published(Editing.directive("Rừng & biển", "22-CT/TU"));
        String alphabet = "aăâđeêioôơuưyzAĐ09 22-/.\"'\\&|!()<>:*%_#@^=~,;\u00a0\u0301\u0323ệ\ud83d\ude42-\" ctu";
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            String q = random.ints(1 + random.nextInt(30), 0, alphabet.length()).collect(StringBuilder::new,
                    (s, c) -> s.append(alphabet.charAt(c)), StringBuilder::append).toString();
            given().queryParam("q", q).get(i % 2 == 0 ? SearchTest.SEARCH : "/api/v1/suggest").then()
                    .statusCode(anyOf(is(200), is(400)));
        }
    }
}
