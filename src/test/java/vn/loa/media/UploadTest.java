package vn.loa.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.AtOnce;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

@QuarkusTest
class UploadTest {

    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    @Test
    void a_file_is_stored_as_it_was_sent() {
        byte[] file = Files.pdf(700_000);
        Response stored = Files.send(file, Files.PDF, "Chỉ thị 22-CT/TU.pdf");
        stored.then().statusCode(201).header("Cache-Control", equalTo("private, no-store"))
                .body("fileName", equalTo("Chỉ thị 22-CT-TU.pdf")).body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(700_000)).body("isPublic", equalTo(false)).body("width", nullValue());
        String id = stored.path("id");
        assertEquals(7, UUID.fromString(id).version());
        assertEquals("/api/v1/media/" + id + "/info", URI.create(stored.header("Location")).getPath());
        Pages.asAdmin().get("/api/v1/media/{id}/info", id).then().statusCode(200).body("", equalTo(stored.path("")));
        Response preview = Pages.asAdmin().get("/api/v1/media/{id}/preview", id);
        preview.then().statusCode(200).header("Cache-Control", equalTo("private, no-store"));
        assertArrayEquals(file, preview.asByteArray());
    }

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif"})
    void an_image_is_stored_with_its_size(String format, String type) {
        Files.send(Files.image(format, 320, 200), type, "ảnh").then().statusCode(201)
                .body("mediaType", equalTo(type)).body("fileName", equalTo("ảnh." + format))
                .body("width", equalTo(320)).body("height", equalTo(200));
    }

    @Test
    void parameters_of_the_type_are_allowed() {
        Files.send(Files.pdf(500), "Application/PDF; name=x", "a.pdf").then().statusCode(201);
    }

    @Test
    void the_list_has_the_newest_first() {
        List<String> ids = IntStream.range(0, 3).mapToObj(n -> Files.uploadPdf(500 + n)).toList();
        Carriers.publishedWith(ids.get(1));
        Pages.asAdmin().get("/api/v1/media?size=2").then().statusCode(200)
                .header("Cache-Control", equalTo("private, no-store")).header("Link", containsString("rel=\"next\""))
                .body("items.id", contains(ids.get(2), ids.get(1))).body("items.isPublic", contains(false, true))
                .body("page.totalItems", equalTo(3));
        Pages.asAdmin().get("/api/v1/media?size=2&page=3").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void equal_contents_are_stored_once_and_go_with_the_last_file() throws SQLException {
        String first = Files.uploadPdf(500);
        String second = Files.uploadPdf(500);
        assertEquals(1, contents());
        Pages.asAdmin().delete("/api/v1/media/{id}", first).then().statusCode(204);
        assertEquals(1, contents());
        Pages.asAdmin().get("/api/v1/media/{id}/preview", second).then().statusCode(200);
        Pages.asAdmin().delete("/api/v1/media/{id}", second).then().statusCode(204);
        assertEquals(0, contents());
    }

    @Test
    void the_same_bytes_come_and_go_many_times_at_once() throws SQLException {
        List<String> ids = AtOnce.call(24, n -> {
            String id = Files.uploadPdf(300_000);
            if (n % 2 == 0) {
                Pages.asAdmin().delete("/api/v1/media/{id}", id).then().statusCode(204);
            }
            return n % 2 == 0 ? null : id;
        }).stream().filter(id -> id != null).toList();
        assertEquals(1, contents());
        ids.forEach(id -> assertEquals(300_000,
                Pages.asAdmin().get("/api/v1/media/{id}/preview", id).asByteArray().length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "image/avif", "application/octet-stream", "application/json",
            "text/plain", "garbage", "image/*", "*/*"})
    void a_type_that_is_not_kept(String type) {
        Files.send(Files.pdf(500), type, "a.pdf").then().statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        nothing_was_stored();
    }

    @Test
    void a_file_that_is_not_what_its_type_says() {
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        Files.send(Files.image("png", 1, 1), Files.PDF, "a.pdf").then().statusCode(422)
                .body("code", equalTo("invalid-content")).body("errors.code", contains("wrong-type"))
                .body("detail", containsString("image/png"));
        Files.send(html, "image/png", "a.png").then().statusCode(422);
        Files.send(Files.pdf(500), "image/jpeg", "a.jpg").then().statusCode(422);
        Files.send(Files.part(Files.image("png", 9, 9), 0, 40), "image/png", "a.png").then().statusCode(422);
        nothing_was_stored();
    }

    @Test
    void a_file_without_bytes() {
        Files.send(new byte[0], Files.PDF, "a.pdf").then().statusCode(400).body("code", equalTo("malformed-body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "..", "\n"})
    void a_name_that_names_nothing(String name) {
        Files.send(Files.pdf(500), Files.PDF, name).then().statusCode(400)
                .body("errors.parameter", contains("fileName"));
    }

    @Test
    void a_file_without_a_name() {
        Pages.asAdmin().contentType(Files.PDF).body(Files.pdf(500)).post("/api/v1/media").then().statusCode(400)
                .body("errors.parameter", contains("fileName"));
    }

    @Test
    void a_file_may_be_as_large_as_the_limit_and_no_larger() {
        int limit = 16 * 1024 * 1024;
        String id = Files.uploadPdf(limit);
        assertArrayEquals(Files.pdf(limit), Pages.asAdmin().get("/api/v1/media/{id}/preview", id).asByteArray());
        Files.send(Files.pdf(limit + 1), Files.PDF, "a.pdf").then().statusCode(413)
                .body("code", equalTo("body-too-large")).body("detail", containsString(String.valueOf(limit)));
    }

    @Test
    void addresses_that_take_no_file_do_not_read_one() {
        Pages.asAdmin().contentType(Files.PDF).body(Files.pdf(5_000_000)).post("/api/v1/media/x")
                .then().statusCode(405);
        Pages.asAdmin().contentType(Files.PDF).body(Files.pdf(5_000_000)).put("/api/v1/media")
                .then().statusCode(405);
    }

    @Test
    void a_chunked_file_is_measured_as_it_comes() throws IOException {
        String part = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        String head = "POST /api/v1/media?fileName=a.pdf HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer "
                + TestDatabase.ADMIN_KEY + "\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n";
        String tooLarge = raw(head + part.repeat(17) + "0\r\n\r\n");
        assertTrue(tooLarge.startsWith("HTTP/1.1 413") && tooLarge.contains("16777216"), tooLarge);
        String file = new String(Files.pdf(0x100000), StandardCharsets.ISO_8859_1);
        String good = raw(head + "100000\r\n" + file + "\r\n0\r\n\r\n");
        assertTrue(good.startsWith("HTTP/1.1 201"), good);
    }

    @Test
    void the_body_of_a_stranger_is_not_read() throws IOException {
        String request = "POST /api/v1/media?fileName=a.pdf HTTP/1.1\r\nHost: test\r\n"
                + "Content-Type: application/pdf\r\n";
        String answer = raw(request + "Content-Length: 16000000\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 401") && answer.contains("\"code\":\"unauthorized\""), answer);
        String wrong = raw(request + "Authorization: Bearer wrong\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertTrue(wrong.startsWith("HTTP/1.1 401") && wrong.contains("\"code\":\"unauthorized\""), wrong);
    }

    @Test
    void editors_who_hang_up_leave_their_places_to_others() throws IOException, InterruptedException {
        for (int n = 0; n < 10; n++) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.getOutputStream().write(("POST /api/v1/media?fileName=a.pdf HTTP/1.1\r\nHost: test\r\n"
                        + "Content-Type: application/pdf\r\nAuthorization: Bearer " + TestDatabase.ADMIN_KEY
                        + "\r\nContent-Length: 1000\r\n\r\n%PDF").getBytes(StandardCharsets.UTF_8));
                Thread.sleep(50);
            }
        }
        Files.uploadPdf(500);
    }

    @Test
    void everything_that_is_not_public_needs_a_key() {
        String id = Files.uploadPdf(500);
        given().get("/api/v1/media").then().statusCode(401);
        given().get("/api/v1/media/{id}/info", id).then().statusCode(401);
        given().get("/api/v1/media/{id}/preview", id).then().statusCode(401);
        given().delete("/api/v1/media/{id}", id).then().statusCode(401);
        given().contentType(Files.PDF).body(Files.pdf(500)).post("/api/v1/media?fileName=a").then().statusCode(401);
    }

    private void nothing_was_stored() {
        Pages.asAdmin().get("/api/v1/media").then().body("items", hasSize(0));
    }

    private long contents() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from media_content")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Sends a request that an HTTP client would refuse to send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            // Reads to the end of the JSON, because the connection stays open while the server waits for the body.
            for (int c = 0; c >= 0 && c != '}'; answer.append((char) c)) {
                c = socket.getInputStream().read();
            }
            return answer.toString();
        }
    }
}
