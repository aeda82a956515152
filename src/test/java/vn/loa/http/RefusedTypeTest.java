package vn.loa.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** {@code q=0} refuses a media type (RFC 9110, section 12.4.2): it is not sent. */
@QuarkusTest
class RefusedTypeTest {

    private static final byte[] PNG = java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static Response get(String accept, String path) {
        return given().header("Accept", accept).get(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/articles", "/tags", "/visitors", "/views?article=a", "/most-read", "/changes", "/search?q=x", "/directives"})
    void json_is_not_sent_to_who_refuses_it(String path) {
        for (String accept : new String[] {"application/json;q=0, */*", "application/json;q=0", "*/*;q=0", "application/*; q=0.0, text/html"}) {
            get(accept, "/api/v1" + path).then().statusCode(406).body("code", equalTo("not-acceptable"));
        }
        get("application/json;q=0.001, */*;q=0", "/api/v1" + path).then().statusCode(200);
    }

    @Test
    void another_form_is_sent_where_there_is_one() {
        get("application/json;q=0, */*;q=0.1", "/problems").then().statusCode(200).contentType("text/html");
        get("text/html;q=0, */*", "/problems").then().statusCode(200).contentType("application/json");
        get("application/json;q=0, */*", "/api/v1/visitors/history").then().statusCode(200).contentType("text/csv");
        get("application/yaml;q=0, */*", "/api/v1/openapi").then().statusCode(200).contentType("application/json");
        get("text/event-stream;q=0, */*", "/api/v1/visitors/stream").then().statusCode(406);
    }

    @Test
    void a_stored_file_is_not_sent_to_who_refuses_its_type() {
        String file = Pages.asAdmin().contentType("image/png").body(PNG).queryParam("fileName", "anh.png").post("/api/v1/media")
                .then().statusCode(201).extract().path("id");
        Editing.published(Editing.object("{\"title\": \"Tin\", \"body\": \"<p>Tin.</p>\", \"attachments\": [{\"id\": \"" + file + "\"}]}"));
        String address = "/api/v1/media/" + file;
        get("image/png;q=0, */*", address).then().statusCode(406).header("Vary", containsString("Accept"))
                .body("code", equalTo("not-acceptable"));
        get("image/*;q=0, */*;q=0.5", address).then().statusCode(406);
        get("image/avif,image/webp,image/png;q=0.1,*/*;q=0", address).then().statusCode(200).contentType("image/png");
        Pages.asAdmin().header("Accept", "image/png;q=0, */*").get(address + "/preview").then().statusCode(406);
        given().header("Accept", "image/png;q=0, */*").head(address).then().statusCode(406);
    }
}
