package vn.loa.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.loa.http.answer.LongBodyWriter;
import vn.loa.support.Pages;
import vn.loa.support.Statements;
import vn.loa.support.TestDatabase;

/** A file is public exactly while a public article carries it in a published revision. */
@QuarkusTest
class PublicFileTest {

    private static final String FILE = "/api/v1/media/{id}";

    @TestHTTPResource
    URI server;

    @Test
    void a_file_is_public_when_an_article_that_carries_it_is_published() {
        String id = Files.uploadPdf(500);
        given().get(FILE, id).then().statusCode(404);
        String article = Carriers.draft(id);
        given().get(FILE, id).then().statusCode(404);
        Carriers.publish(article);
        given().get(FILE, id).then().statusCode(200);
        Pages.asAdmin().get(FILE + "/info", id).then().body("isPublic", equalTo(true));
    }

    @Test
    void an_article_that_is_not_public_hides_its_files() {
        String id = Files.uploadPdf(500);
        String article = Carriers.draft(id);
        Carriers.schedule(article);
        given().get(FILE, id).then().statusCode(404);
        Carriers.publish(article);
        given().get(FILE, id).then().statusCode(200);
        Carriers.remove(article);
        given().get(FILE, id).then().statusCode(404);
    }

    @Test
    void who_accepts_any_type_of_file_gets_the_one_that_is_here() {
        String id = Files.uploadPdf(500);
        Carriers.publishedWith(id);
        for (String accept : List.of("application/pdf", "image/png, application/pdf;q=0.5, application/problem+json", "image/*",
                "*/*", "application/*")) {
            given().accept(accept).get(FILE, id).then().statusCode(200).contentType("application/pdf");
            Pages.asAdmin().accept(accept).get(FILE + "/preview", id).then().statusCode(200).contentType("application/pdf");
        }
        given().accept("application/json").get(FILE, id).then().statusCode(406).body("code", equalTo("not-acceptable"));
    }

    @Test
    void a_withdrawn_article_can_still_be_read_and_so_can_its_files() {
        String id = Files.uploadPdf(500);
        Carriers.withdraw(Carriers.publishedWith(id));
        given().get(FILE, id).then().statusCode(200);
    }

    @Test
    void revisions_stay_readable_and_so_do_their_files() {
        String id = Files.uploadPdf(500);
        String article = Carriers.publishedWith(id);
        Carriers.publishWithout(article);
        given().get(FILE, id).then().statusCode(200);
    }

    @Test
    void one_public_article_is_enough() {
        String id = Files.uploadPdf(500);
        Carriers.draft(id);
        Carriers.remove(Carriers.publishedWith(id));
        given().get(FILE, id).then().statusCode(404);
        Carriers.publishedWith(id);
        given().get(FILE, id).then().statusCode(200);
    }

    @Test
    void the_same_bytes_under_another_id_stay_hidden() {
        String open = Files.uploadPdf(500);
        String hidden = Files.uploadPdf(500);
        Carriers.publishedWith(open);
        given().get(FILE, hidden).then().statusCode(404);
    }

    @Test
    void a_hidden_file_is_like_one_that_does_not_exist() {
        String hidden = Files.uploadPdf(500);
        Carriers.draft(hidden);
        String etag = "\"" + Pages.asAdmin().get(FILE + "/info", hidden).<String>path("sha256") + "\"";
        for (String method : List.of("GET", "HEAD", "POST", "PUT")) {
            for (String query : List.of("", "?download=true", "?x=1")) {
                assertEquals(look(method, UUID.randomUUID().toString(), query, etag),
                        look(method, hidden, query, etag));
            }
        }
        assertEquals(1, Statements.during(() -> given().get(FILE, hidden)));
        assertEquals(1, Statements.during(() -> given().get(FILE, UUID.randomUUID())));
    }

    private static String look(String method, String id, String query, String etag) {
        Response answer = given().header("If-None-Match", etag).header("Range", "bytes=9999-")
                .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                .request(method, "/api/v1/media/" + id + query);
        String headers = answer.headers().asList().stream().map(Header::toString).sorted().toList().toString();
        return (answer.statusCode() + headers + answer.asString()).replace(id, "")
                .replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Test
    void a_key_makes_no_difference() {
        String id = Files.uploadPdf(500);
        Pages.asAdmin().get(FILE, id).then().statusCode(404);
        Carriers.publishedWith(id);
        given().header("Authorization", "Bearer wrong").get(FILE, id).then().statusCode(200);
    }

    @Test
    void headers_let_a_file_do_no_harm() {
        String id = Files.upload(Files.pdf(500), Files.PDF, "Chỉ thị \"22\"\n.pdf");
        Carriers.publishedWith(id);
        given().get(FILE, id).then().statusCode(200).header("Content-Type", equalTo("application/pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Disposition", equalTo("inline; filename=\"Chi thi _22_ .pdf\"; "
                        + "filename*=UTF-8''Ch%E1%BB%89%20th%E1%BB%8B%20%2222%22%20.pdf"))
                .header("Cache-Control", equalTo("public, max-age=60")).header("Set-Cookie", nullValue())
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin")).header("X-Frame-Options", nullValue());
        given().header("If-None-Match", "*").get(FILE, id).then().statusCode(304)
                .header("X-Frame-Options", nullValue());
        String picture = Files.upload(Files.image("png", 3, 3), "image/png", "a.png");
        Carriers.publishedWith(picture);
        assertEquals(List.of("default-src 'none'; sandbox"),
                given().get(FILE, picture).headers().getValues("Content-Security-Policy"));
    }

    @Test
    void a_file_can_be_saved_instead_of_shown() {
        String id = Files.uploadPdf(500);
        Carriers.publishedWith(id);
        given().queryParam("download", true).get(FILE, id).then()
                .header("Content-Disposition", equalTo("attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf"));
        given().queryParam("download", "yes").get(FILE, id).then().statusCode(400)
                .body("errors.parameter", contains("download"));
    }

    @Test
    void the_head_of_a_file_is_all_but_its_bytes() {
        String id = Files.uploadPdf(600_000);
        Carriers.publishedWith(id);
        Response whole = given().get(FILE, id);
        assertEquals(1, Statements.during(() -> {
            Response head = given().header("Range", "bytes=0-9").head(FILE, id);
            assertEquals(200, head.statusCode());
            assertEquals(0, head.asByteArray().length);
            assertEquals(whole.headers().asList().stream().map(Header::toString).sorted().toList(),
                    head.headers().asList().stream().map(Header::toString).sorted().toList());
        }));
    }

    @Test
    void a_file_is_read_piece_by_piece() {
        String id = Files.uploadPdf(LongBodyWriter.PIECE * 2 + 1);
        Carriers.publishedWith(id);
        assertEquals(1 + 3, Statements.during(() ->
                assertArrayEquals(Files.pdf(LongBodyWriter.PIECE * 2 + 1), given().get(FILE, id).asByteArray())));
        assertEquals(1 + 1, Statements.during(() -> given().header("Range", "bytes=500000-500009").get(FILE, id)));
    }

    @Test
    void a_file_is_not_read_ahead_of_a_reader_who_stops() throws IOException {
        String id = Files.uploadPdf(16 * 1024 * 1024);
        Carriers.publishedWith(id);
        try (Socket reader = new Socket()) {
            reader.setReceiveBufferSize(4096);
            reader.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            long statements = Statements.during(() -> {
                try {
                    reader.getOutputStream().write(("GET /api/v1/media/" + id + " HTTP/1.1\r\nHost: test\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(1500);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(statements > 1 && statements < 1 + 64, statements + " statements");
        }
    }

    @Test
    void every_type_is_served_as_what_it_is() {
        String id = Files.upload(Files.WEBP, "image/webp", "a.webp");
        Carriers.publishedWith(id);
        Response answer = given().accept("image/avif,image/webp,*/*;q=0.8").get(FILE, id);
        assertEquals("image/webp", answer.contentType());
        assertArrayEquals(Files.WEBP, answer.asByteArray());
    }
}
