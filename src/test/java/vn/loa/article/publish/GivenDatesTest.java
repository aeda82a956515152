package vn.loa.article.publish;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Editing;
import vn.loa.support.Keys;

/** The dates of articles that come from an earlier site. */
@QuarkusTest
class GivenDatesTest {

    private static final String FIRST = "2019-05-01T01:02:03.123456Z";
    private static final String UPDATED = "2020-06-01T00:00:00Z";

    private static ValidatableResponse publish(String id, String body) {
        return Editing.post(Editing.ARTICLES + "/" + id + "/publish", body).then();
    }

    private static String dates(String first, String updated) {
        return "{" + (first == null ? "" : "\"firstPublishedAt\": \"" + first + "\"") + (first == null || updated == null ? "" : ",")
                + (updated == null ? "" : "\"publicUpdatedAt\": \"" + updated + "\"") + "}";
    }

    @Test
    void an_admin_gives_them_when_the_article_is_created() {
        String id = Editing.created(Editing.news("Tin cũ").put("firstPublishedAt", FIRST).put("publicUpdatedAt", UPDATED));
        publish(id, "").statusCode(200).body("firstPublishedAt", equalTo(FIRST)).body("publicUpdatedAt", equalTo(UPDATED));
        given().get(Editing.ARTICLES + "/" + id).then().body("firstPublishedAt", equalTo(FIRST)).body("publicUpdatedAt", equalTo(UPDATED));
    }

    @Test
    void an_admin_gives_them_when_the_article_is_first_published() {
        String id = Editing.created(Editing.news("Tin cũ"));
        publish(id, dates(FIRST, UPDATED)).statusCode(200).body("firstPublishedAt", equalTo(FIRST))
                .body("publicUpdatedAt", equalTo(UPDATED));
        String other = Editing.created(Editing.news("Tin khác"));
        publish(other, dates(FIRST, null)).statusCode(200).body("publicUpdatedAt", equalTo(FIRST));
    }

    @Test
    void the_first_date_is_set_once_and_never_again() {
        String id = Editing.created(Editing.news("Tin cũ").put("firstPublishedAt", FIRST));
        publish(id, dates("2019-06-01T00:00:00Z", null)).statusCode(422).body("errors.pointer", contains("/firstPublishedAt"))
                .body("errors.code", contains("read-only"));
        publish(id, dates(FIRST, null)).statusCode(200);
        Editing.post(Editing.ARTICLES + "/" + id + "/withdraw", "{\"explanation\": \"Đang sửa.\"}").then().statusCode(200);
        publish(id, dates("2019-06-01T00:00:00Z", null)).statusCode(422);
        publish(id, dates(null, "2019-04-30T00:00:00Z")).statusCode(422).body("errors.pointer", contains("/publicUpdatedAt"));
        publish(id, dates(null, UPDATED)).statusCode(200).body("publicUpdatedAt", equalTo(UPDATED));
        Editing.post(Editing.ARTICLES + "/" + id + "/withdraw", "{\"explanation\": \"Đang sửa.\"}").then().statusCode(200);
        publish(id, dates(null, "2020-05-01T00:00:00Z")).statusCode(422).body("errors.code", contains("contradiction"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "2026-07-15T05:00:01Z, -, /firstPublishedAt, out-of-range",
            "1899-12-31T23:59:59Z, -, /firstPublishedAt, out-of-range",
            "-, 2020-01-01T00:00:00Z, /firstPublishedAt, required",
            "2020-01-01T00:00:00Z, 2019-01-01T00:00:00Z, /publicUpdatedAt, contradiction",
            "2020-01-01T00:00:00Z, 2027-01-01T00:00:00Z, /publicUpdatedAt, out-of-range"})
    void what_cannot_be_is_refused_and_changes_nothing(String first, String updated, String pointer, String code) {
        String id = Editing.created(Editing.news("Tin"));
        publish(id, dates(first, updated)).statusCode(422).body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
        Editing.create(Editing.news("Tin").setAll(Editing.object(dates(first, updated)))).then().statusCode(422)
                .body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
        publish(id, "{\"firstPublishedAt\": 7}").statusCode(400);
        given().get(Editing.ARTICLES + "/" + id).then().statusCode(404);
    }

    @Test
    void nobody_else_gives_them() {
        String id = Editing.created(Editing.news("Tin"));
        Keys.as("publisher").contentType("application/json").body(dates(FIRST, UPDATED))
                .post(Editing.ARTICLES + "/" + id + "/publish").then().statusCode(422)
                .body("errors.pointer", contains("/firstPublishedAt", "/publicUpdatedAt")).body("errors.code", contains("read-only", "read-only"));
        Keys.as("editor").contentType("application/json").body(Editing.news("Tin").put("firstPublishedAt", FIRST).toString())
                .post(Editing.ARTICLES).then().statusCode(422).body("errors.pointer", contains("/firstPublishedAt"));
        Editing.post(Editing.ARTICLES, Editing.news("Tin").putNull("firstPublishedAt").toString()).then().statusCode(201)
                .body("firstPublishedAt", nullValue());
    }
}
