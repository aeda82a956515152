package vn.loa.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** A list of entity tags may stand in one line of a header or in several (RFC 9110, section 5.3). */
@QuarkusTest
class ValidatorLinesTest {

    private static final byte[] PNG = java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static void assertHonoured(String address) {
        String tag = given().get(address).then().statusCode(200).extract().header("ETag");
        for (String[] lines : new String[][] {{tag}, {"\"a\", " + tag}, {"\"a\"", tag}, {tag, "\"a\""}, {"\"a\", \"b\"", "\"c\",W/" + tag},
                {"\"a\"", "*"}, {"*"}}) {
            given().header("If-None-Match", lines[0], (Object[]) java.util.Arrays.copyOfRange(lines, 1, lines.length)).get(address)
                    .then().statusCode(304);
        }
        given().header("If-None-Match", "\"a\"", "\"b\"").get(address).then().statusCode(200);
    }

    @Test
    void a_client_that_has_several_versions_gets_304_if_one_of_them_is_current() {
        String id = Editing.published(Editing.news("Tin"));
        // Of the cache, the second time.
        assertHonoured("/api/v1/articles/" + id);
        assertHonoured("/api/v1/articles/" + id);
        assertHonoured("/api/v1/articles");
    }

    @Test
    void the_same_holds_of_files() {
        String file = Pages.asAdmin().contentType("image/png").body(PNG).queryParam("fileName", "anh.png").post("/api/v1/media")
                .then().statusCode(201).extract().path("id");
        Editing.published(Editing.object("{\"title\": \"Tin\", \"body\": \"<p>Tin.</p>\", \"attachments\": [{\"id\": \"" + file + "\"}]}"));
        assertHonoured("/api/v1/media/" + file);
    }

    @Test
    void a_change_is_made_if_one_of_the_lines_names_the_draft() {
        String id = Editing.created(Editing.news("Tin"));
        Pages.asAdmin().header("If-Match", "\"a\"", Editing.etag(id)).contentType("application/merge-patch+json")
                .body("{\"title\":\"Tin mới\"}").patch(Editing.DRAFT, id).then().statusCode(200);
        Pages.asAdmin().header("If-Match", "\"a\"", "\"b\"").contentType("application/merge-patch+json")
                .body("{\"title\":\"Tin khác\"}").patch(Editing.DRAFT, id).then().statusCode(412);
    }
}
