package vn.loa.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

/** Whatever goes wrong, the answer is a problem (RFC 9457). */
@QuarkusTest
class ProblemTest {

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api", "/api/v1", "/api/v1/nothing",
            "/api/v1/articles/01a206d2-563a-7e8e-8a6a-736bf594a420/nothing", "/q/nothing", "/%00", "/api/v1/articles/",
            "/api/v1/most-read;a=b", "/api/v1/visitors/stream/", "/api/v1/visitors/stream//"})
    void an_unknown_address(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found")).body("title", equalTo("Not found"))
                .body("status", equalTo(404)).body("code", equalTo("not-found"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/api/v1/articles,'GET, HEAD, OPTIONS, POST'", "PUT,/api/v1/hits,'OPTIONS, POST'",
            "GET,/api/v1/imports,'OPTIONS, POST'", "POST,/api/v1/articles/x,'GET, HEAD, OPTIONS'",
            "BREW,/api/v1/visitors,'GET, HEAD, OPTIONS'",
            "POST,/api/v1/articles/01a206d2-563a-7e8e-8a6a-736bf594a420/toc,'GET, HEAD, OPTIONS'",
            "DELETE,/api/v1/articles/01a206d2-563a-7e8e-8a6a-736bf594a420/views,'GET, HEAD, OPTIONS'"})
    void a_method_that_the_address_does_not_answer(String method, String path, String allowed) {
        given().noContentType().request(method, path).then().statusCode(405).header("Allow", equalTo(allowed))
                .contentType("application/problem+json").body("code", equalTo("method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"toc", "sections", "publish", "draft", "views/history"})
    void what_only_looks_like_an_address_is_none(String below) {
        for (String method : List.of("GET", "POST", "DELETE", "BREW")) {
            Pages.asAdmin().noContentType().request(method, "/api/v1/most-read/" + below)
                    .then().statusCode(404).body("code", equalTo("not-found"));
        }
        Pages.asAdmin().noContentType().request("PUT", "/api/v1/articles/toc").then().statusCode(405)
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/articles,'GET, HEAD, OPTIONS, POST'", "/api/v1/hits,'OPTIONS, POST'", "/api/v1/imports,'OPTIONS, POST'"})
    void the_methods_that_an_address_answers_can_be_asked(String path, String allowed) {
        given().options(path).then().statusCode(200).header("Allow", equalTo(allowed));
    }

    @Test
    void a_representation_that_there_is_not() {
        for (String path : List.of("/api/v1/articles", "/api/v1/resolve?q=x")) {
            given().accept("text/csv").get(path).then().statusCode(406).header("Vary", containsString("Accept"))
                    .contentType("application/problem+json").body("code", equalTo("not-acceptable"))
                    .body("detail", containsString("application/json"));
        }
    }

    @Test
    void the_trace_id_is_the_callers() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").get("/nothing")
                .then().body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
        given().header("traceparent", "00-\"<script>").get("/nothing")
                .then().body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void an_address_that_is_too_long() {
        given().get("/api/v1/articles?page=" + "1".repeat(5000)).then().statusCode(414)
                .body("code", equalTo("uri-too-long"));
    }

    @Test
    void headers_that_are_too_large() {
        given().header("X-Large", "x".repeat(9000)).get("/api/v1/articles").then().statusCode(431)
                .body("code", equalTo("headers-too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles/%zz", "/api/v1/articles?page=%zz", "/api/v1/articles?page=%", "/a|b"})
    void an_address_that_is_not_a_uri(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
        assertTrue(
                answer.startsWith("HTTP/1.1 400") && answer.contains("\"code\":\"bad-request\""), answer);
    }

    @Test
    void a_chunked_body_that_is_too_large() throws IOException {
        String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        String answer = raw("POST /api/v1/imports HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer "
                + TestDatabase.ADMIN_KEY + "\r\nContent-Type: text/plain\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk.repeat(5) + "0\r\n\r\n");
        assertTrue(
                answer.startsWith("HTTP/1.1 413") && answer.contains("\"code\":\"body-too-large\""), answer);
    }

    @Test
    void a_request_of_http_1_0_needs_no_host() throws IOException {
        String answer = raw("GET /api/v1/articles HTTP/1.0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.0 200") || answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.contains("</api/v1/articles?page=1>; rel=\"first\""), answer);
    }

    @Test
    void callers_who_stop_in_the_middle_of_a_body_keep_nobody_waiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < 300; n++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                slow.add(socket);
                socket.getOutputStream().write(("POST /api/v1/hits HTTP/1.1\r\nHost: test\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
            }
            assertTimeout(Duration.ofSeconds(5), () -> given().get("/api/v1/visitors").then().statusCode(200));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Requests that an HTTP client would refuse to send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_type_leads_to_a_page(ProblemType type) {
        given().accept("text/html").get(type.uri()).then().statusCode(200).contentType("text/html")
                .header("Vary", containsString("Accept")).body(containsString(type.title())).body(not(containsString("<key>")));
        given().accept("application/json").get(type.uri()).then().statusCode(200)
                .body("code", equalTo(type.code())).body("status", equalTo(type.status()));
    }

    @Test
    void all_types_are_listed() {
        given().accept("application/json").get("/problems").then().statusCode(200)
                .header("Vary", containsString("Accept")).body("code", hasItems("not-found", "internal-error"));
        given().accept("text/html").get("/problems").then().statusCode(200)
                .header("Vary", containsString("Accept")).body(containsString("not-found"));
        given().get("/problems/no-such").then().statusCode(404);
    }
}
