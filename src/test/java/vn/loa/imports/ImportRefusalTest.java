package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

/** A page that cannot be imported gets a problem with the reason, and nothing is stored. */
@QuarkusTest
class ImportRefusalTest {

    @TestHTTPResource
    URI server;

    @AfterEach
    void nothing_was_stored() {
        given().get("/api/v1/articles").then().body("items", empty());
        given().get("/api/v1/visitors").then().body("total", equalTo(0));
    }

    private static ValidatableResponse send(byte[] body, String contentType) {
        return Pages.page(body, contentType).queryParam("publish", true).queryParam("visitors", true)
                .post("/api/v1/imports").then();
    }

    private static ValidatableResponse send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\u00a0\n", "\ufeff"})
    void an_empty_page(String text) {
        send(text).statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void a_binary_file() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        send(noise, "text/plain").statusCode(400).body("code", equalTo("malformed-body"));
        send(noise, "text/html").statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void text_with_many_control_characters() {
        send("Tin\n\nNgày 08:00:00 01-06-2024\n\nN\u0000ộ\u0000i\u0000").statusCode(400).body("code", equalTo("malformed-body"));
        send("PK\u0003\u0004\u0000\u0006\u0000\b word/document.xml").statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void five_megabytes_of_text() {
        send("Tin dài. ".repeat(600_000)).statusCode(413).body("code", equalTo("body-too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xin chào", "Ngày 08:00:00 01-06-2024", "Tin\n\nNgày 08:00:00 01-06-2024 - Lượt xem: 10",
            "Ngày 08:00:00 01-06-2024\n\nNội dung không có tiêu đề."})
    void text_in_which_there_is_no_article(String text) {
        send(text).statusCode(422).body("code", equalTo("not-an-article-page"));
    }

    @Test
    void more_than_any_document_needs() {
        send("Tin\n\nNgày 08:00:00 01-06-2024\n\n" + "a\n\n".repeat(30_000)).statusCode(422)
                .body("code", equalTo("page-too-complex"));
        send("Tin\n\nNgày 08:00:00 01-06-2024\n\n" + "Chỉ thị số 1-CT/TU. ".repeat(25_000)).statusCode(422)
                .body("code", equalTo("page-too-complex"));
        send(("<h1>Tin</h1>" + "<p>a".repeat(110_000)).getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
                .statusCode(422).body("code", equalTo("page-too-complex"));
    }

    @Test
    void html_in_which_there_is_no_article() {
        send("<html><body><nav><a href='/'>Trang chủ</a></nav><footer>© 2024</footer></body></html>"
                .getBytes(StandardCharsets.UTF_8), "text/html").statusCode(422);
        send("<<<>>><p".getBytes(StandardCharsets.UTF_8), "text/html").statusCode(422);
        send("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "text/html").statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "garbage", "text/plain; charset=no-such", "", ";", "text/", "text/plain/x",
            "text/plain; charset=!"})
    void a_type_that_is_not_read(String type) {
        send(Pages.read("canonical.txt"), type).statusCode(415).body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void a_body_without_a_type() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/imports"))
                .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Pages.read("canonical.txt"))).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(415, response.statusCode(), response.body());
    }

    @Test
    void text_in_another_charset_than_it_says() {
        send("Tin cũ\n\nNgày 08:00:00 01-06-2024\n\nNội dung".getBytes(StandardCharsets.UTF_16LE), "text/plain")
                .statusCode(400);
        send("Caf\u00e9\n\nN\u00e0y".getBytes(StandardCharsets.ISO_8859_1), "text/plain; charset=utf-8").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun", "publish", "visitors"})
    void a_switch_that_is_neither_on_nor_off(String name) {
        Pages.fixture("canonical.txt").queryParam(name, "yes").post("/api/v1/imports").then().statusCode(400)
                .body("errors.parameter", contains(name));
    }

    @Test
    void an_unknown_parameter() {
        Pages.fixture("canonical.txt").queryParam("dryrun", true).post("/api/v1/imports").then().statusCode(400)
                .body("code", equalTo("unknown-parameter")).body("errors.parameter", contains("dryrun"));
    }
}
