package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.directive.rendering.AknSchema;
import vn.loa.support.Editing;

/** What texts say of their force, in each form of them. */
@QuarkusTest
class ForceFormsTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    private String repealed;

    /** A decree in force since July 2020, which another one has ended in 2024. */
    @BeforeEach
    void two() {
        repealed = Editing.published(decree("30/2020/NĐ-CP", "2020-03-05", "Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2020."));
        Editing.published(decree("01/2024/NĐ-CP", "2024-01-02",
                "Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 01 năm 2024. Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 "
                        + "của Chính phủ về công tác văn thư hết hiệu lực kể từ ngày Nghị định này có hiệu lực."));
    }

    private static ObjectNode decree(String number, String issuedOn, String clause) {
        ObjectNode content = Editing.object("""
                {"title": "Nghị định số %s", "directive": {"type": "Nghị định", "number": "%s", "issuer": "Chính phủ",
                 "issuedOn": "%s", "title": "công tác văn thư"}, "sections": [
                 {"kind": "article", "number": "1", "heading": "Phạm vi", "paragraphs": [{"text": "Công tác văn thư."}]},
                 {"kind": "article", "number": "2", "heading": "Hiệu lực thi hành", "paragraphs": [{"text": "%s"}]}]}
                """.formatted(number, number, issuedOn, clause));
        return content;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2020-06-30 | not-yet
            2020-07-01 | in-force
            2024-01-14 | in-force
            2024-01-15 | ended
            -          | ended
            """)
    void what_the_texts_say_is_the_status_on_a_day(String day, String status) {
        var request = day == null ? given() : given().queryParam("inForceOn", day);
        request.get(ARTICLE, repealed).then().statusCode(200).body("force.status", equalTo(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"directive/html", "directive/text", "directive/markdown", "sections/art_1/html", "sections/art_1/text",
            "sections/art_1/markdown", "directive/akn", "sections/art_1/akn", "html"})
    void each_form_says_that_it_ended_and_by_which_provision(String form) {
        given().get(ARTICLE + "/" + form, repealed).then().statusCode(200)
                .body(containsString("Tình trạng hiệu lực: hết hiệu lực từ ngày 15 tháng 01 năm 2024."))
                .body(containsString("Điều 2 Nghị định số 01/2024/NĐ-CP"));
        given().queryParam("inForceOn", "2021-01-01").get(ARTICLE + "/" + form, repealed).then().statusCode(200)
                .body(containsString("Tình trạng hiệu lực vào ngày 01 tháng 01 năm 2021: có hiệu lực từ ngày 01 tháng 7 năm 2020 đến hết ngày 14 tháng 01 năm 2024."));
        given().queryParam("inForceOn", "2024-02-30").get(ARTICLE + "/" + form, repealed).then().statusCode(400);
    }

    @Test
    void akoma_ntoso_is_valid() {
        AknSchema.check(given().get(ARTICLE + "/directive/akn", repealed).asString());
        AknSchema.check(given().queryParam("inForceOn", "2021-01-01").get(ARTICLE + "/sections/art_1/akn", repealed).asString());
    }

    @Test
    void structured_data_says_it_in_the_words_of_schema_org() {
        given().get(ARTICLE + "/jsonld", repealed).then().statusCode(200)
                .body("about.legislationLegalForce", equalTo("https://schema.org/NotInForce"))
                .body("about.temporalCoverage", equalTo("2020-07-01/2024-01-14"));
        String other = Editing.published(Editing.directive("Chuyển đổi số", "05-CT/TU"));
        given().get(ARTICLE + "/jsonld", other).then().statusCode(200).body("about", not(hasKey("legislationLegalForce")))
                .body("about", not(hasKey("temporalCoverage")));
        String news = Editing.published(Editing.news("Tin"));
        given().get(ARTICLE + "/jsonld", news).then().statusCode(200);
    }

    @Test
    void a_list_has_what_the_texts_say() {
        given().queryParam("inForceOn", "2021-01-01").get("/api/v1/directives").then()
                .body("items.directive.number", equalTo(List.of("30/2020/NĐ-CP")));
        given().queryParam("inForceOn", "2024-01-15").get("/api/v1/directives").then()
                .body("items.directive.number", equalTo(List.of("01/2024/NĐ-CP")));
    }

    @Test
    void an_article_without_a_document_says_nothing() {
        String news = Editing.published(Editing.news("Tin"));
        given().get(ARTICLE + "/html", news).then().statusCode(200).body(not(containsString("Tình trạng hiệu lực")));
    }
}
