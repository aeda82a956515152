package vn.loa.http.pipeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.RawConnection;
import vn.loa.support.TestDatabase;

/** A request that its headers show to be wrong is refused before a byte of the body has come. */
@QuarkusTest
class AdmissionTest {

    private static final String KEY = "Authorization: Bearer " + TestDatabase.ADMIN_KEY + "\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @TestHTTPResource
    URI server;

    private String answer(String request) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            return connection.send(request).answer();
        }
    }

    /** The body is announced and never sent. */
    private void assertRefusedUnread(int status, String code, String line, String headers) throws IOException {
        for (String length : new String[] {"Content-Length: 4000000\r\n", "Transfer-Encoding: chunked\r\n"}) {
            if (status == 413 && length.startsWith("T")) {
                continue;
            }
            try (RawConnection connection = new RawConnection(server)) {
                String answer = connection.send(line + " HTTP/1.1\r\nHost: test\r\n" + headers + length + "\r\n").answer();
                assertTrue(answer.startsWith("HTTP/1.1 " + status + " ") && answer.contains("\"code\":\"" + code + "\""), answer);
                assertTrue(answer.toLowerCase().contains("connection: close\r\n"), answer);
                assertTrue(answer.toLowerCase().contains("\r\ndate: "), answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "GET", "PROPFIND"})
    void an_address_that_there_is_not(String method) throws IOException {
        assertRefusedUnread(404, "not-found", method + " /api/v1/nothing", JSON);
        assertRefusedUnread(404, "not-found", method + " /api", KEY + JSON);
    }

    /** Not at once, because a client that is still sending would lose the answer. */
    @Test
    void the_connection_is_closed_soon_afterwards() throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send("POST /api/v1/articles HTTP/1.1\r\nHost: test\r\n" + JSON + "Content-Length: 4000000\r\n\r\n");
            assertTrue(connection.answer().startsWith("HTTP/1.1 401 "));
            connection.send(" ".repeat(1_000_000));
            assertTrue(connection.isClosedWithin(10_000), "the connection stays open");
        }
    }

    @Test
    void a_method_that_the_address_does_not_answer() throws IOException {
        assertRefusedUnread(405, "method-not-allowed", "PUT /api/v1/hits", JSON);
        assertRefusedUnread(405, "method-not-allowed", "POST /api/v1/articles/x/toc", KEY + JSON);
        assertRefusedUnread(405, "method-not-allowed", "POST /problems", "Content-Type: multipart/form-data; boundary=\r\n");
    }

    @Test
    void a_caller_who_shows_no_key_or_a_wrong_one() throws IOException {
        for (String line : new String[] {"POST /api/v1/articles", "POST /api/v1/media?fileName=a.pdf", "POST /api/v1/imports",
                "POST /api/v1/keys", "PUT /api/v1/articles/" + UUID.randomUUID() + "/draft"}) {
            assertRefusedUnread(401, "unauthorized", line, JSON);
            assertRefusedUnread(401, "unauthorized", line, "Authorization: Bearer wrong\r\nContent-Type: x\r\n");
        }
    }

    @Test
    void a_caller_whose_key_does_not_allow_it() throws IOException {
        String editor = "Authorization: Bearer " + Keys.make("no admin", "editor") + "\r\n";
        assertRefusedUnread(403, "forbidden", "POST /api/v1/keys", editor + JSON);
        assertRefusedUnread(403, "forbidden", "POST /api/v1/articles/" + UUID.randomUUID() + "/publish", editor + JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded", "x", "a/b/c", "/", "application/", "", "application/json; charset"})
    void a_kind_of_body_that_is_not_read(String type) throws IOException {
        for (String line : new String[] {"POST /api/v1/hits", "POST /api/v1/articles", "POST /api/v1/keys", "POST /api/v1/media"}) {
            // A file may come as a form, and a hit as text.
            if (line.endsWith("/media") && type.endsWith("boundary=x") || line.endsWith("/hits") && type.equals("text/plain")) {
                continue;
            }
            assertRefusedUnread(415, "unsupported-media-type", line, KEY + "Content-Type: " + type + "\r\n");
        }
    }

    @Test
    void a_body_without_a_type() throws IOException {
        for (String path : new String[] {"/api/v1/hits", "/api/v1/articles", "/api/v1/keys", "/api/v1/imports"}) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: test\r\n" + KEY;
            String known = answer(head + "Content-Length: 2\r\n\r\n{}");
            assertTrue(known.startsWith("HTTP/1.1 415 "), path + known);
            String chunked = answer(head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            assertTrue(chunked.startsWith("HTTP/1.1 415 "), path + chunked);
        }
    }

    @Test
    void a_body_that_is_longer_than_the_operation_and_the_caller_allow() throws IOException {
        assertRefusedUnread(413, "body-too-large", "POST /api/v1/hits", JSON);
        assertRefusedUnread(413, "body-too-large", "POST /api/v1/keys", KEY + JSON);
        String hit = "{\"articleId\":null," + " ".repeat(4096) + "\"hitId\":null}";
        given().contentType("application/json").body(hit).post("/api/v1/hits").then().statusCode(413)
                .body("detail", equalTo("The body is larger than 4096 bytes."));
        String chunks = "800\r\n" + " ".repeat(0x800) + "\r\n";
        String answer = answer("POST /api/v1/hits HTTP/1.1\r\nHost: test\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n"
                + chunks.repeat(3));
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nhello\r\n0\r\n\r\n", "-1\r\nhello\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n",
        "5\r\nhelloXX0\r\n\r\n", "2\r\n{}\r\nzz\r\nhello\r\n0\r\n\r\n"})
    void chunks_that_cannot_be_read_are_a_bad_request(String chunks) throws IOException {
        for (String head : new String[] {"POST /api/v1/hits HTTP/1.1\r\n" + JSON, "POST /api/v1/articles HTTP/1.1\r\n" + KEY + JSON,
            "POST /api/v1/imports HTTP/1.1\r\n" + KEY + "Content-Type: text/html\r\n",
            "POST /api/v1/media?fileName=x.gif HTTP/1.1\r\n" + KEY + "Content-Type: image/gif\r\n"}) {
            String whole = head + "Host: test\r\nTransfer-Encoding: chunked\r\n\r\n";
            assertProblem(400, "bad-request", whole + chunks);
            try (RawConnection connection = new RawConnection(server)) {
                connection.send(whole);
                String answer = connection.send(chunks).answer();
                assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("\"code\":\"bad-request\""), whole + answer);
                assertTrue(connection.isClosedWithin(10_000), whole);
            }
        }
    }

    @Test
    void an_empty_chunked_body_is_an_empty_body_at_once() throws IOException {
        String id = Pages.asAdmin().contentType("application/json").body("{\"title\":\"Thông báo nghỉ lễ\",\"body\":\"<p>Nghỉ.</p>\"}")
                .post("/api/v1/articles").then().statusCode(201).extract().path("id");
        String empty = "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        long begun = System.nanoTime();
        for (String type : new String[] {JSON, ""}) {
            String published = answer("POST /api/v1/articles/" + id + "/publish HTTP/1.1\r\nHost: test\r\n" + KEY + type + empty);
            // The second time nothing has changed.
            assertTrue(published.startsWith("HTTP/1.1 200 ") || published.startsWith("HTTP/1.1 409 "), published);
            String hit = answer("POST /api/v1/hits HTTP/1.1\r\nHost: test\r\n" + type + empty);
            assertTrue(hit.startsWith("HTTP/1.1 204 "), hit);
            String article = answer("POST /api/v1/articles HTTP/1.1\r\nHost: test\r\n" + KEY + type + empty);
            assertTrue(article.startsWith("HTTP/1.1 4"), article);
        }
        assertTrue(System.nanoTime() - begun < 8_000_000_000L, "they were waited for");
    }

    @Test
    void a_body_that_nobody_reads_is_taken_and_left_alone() throws IOException {
        for (String type : new String[] {"application/x-www-form-urlencoded", "multipart/form-data; boundary=", "x"}) {
            try (RawConnection connection = new RawConnection(server)) {
                for (int n = 0; n < 2; n++) {
                    String answer = connection.send("GET /api/v1/articles HTTP/1.1\r\nHost: test\r\nContent-Type: " + type
                            + "\r\nContent-Length: 3\r\n\r\nx=y").answer();
                    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
                }
            }
        }
        String answer = answer("GET /api/v1/articles HTTP/1.1\r\nHost: test\r\nContent-Length: 5000\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("\"code\":\"bad-request\""), answer);
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on_or_not() throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            String first = connection.send("POST /api/v1/hits HTTP/1.1\r\nHost: test\r\n" + JSON
                    + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n").answer();
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", first);
            String second = connection.send("{}").answer();
            assertTrue(second.startsWith("HTTP/1.1 204 "), second);
        }
        String refused = answer("POST /api/v1/articles HTTP/1.1\r\nHost: test\r\n" + JSON
                + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        assertTrue(refused.startsWith("HTTP/1.1 401 "), refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Transfer-Encoding: x", "Transfer-Encoding: xchunked", "Transfer-Encoding: identity",
        "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked, x"})
    void an_unknown_transfer_coding_is_refused_and_the_connection_closed(String coding) throws IOException {
        for (String more : new String[] {"", "Content-Length: 14\r\n", "Transfer-Encoding: chunked\r\n"}) {
            for (String line : new String[] {"POST /api/v1/articles", "GET /api/v1/visitors"}) {
                assertFault(line + " HTTP/1.1\r\nHost: test\r\n" + KEY + JSON + coding + "\r\n" + more + "\r\n{\"title\":\"te\"}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/visitors HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET /api/v1/visitors HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", "GET /api/v1/visitors HTTP/9.9\r\nHost: a\r\n\r\n",
            "GET /api/v1/visitors HTTP/0.9\r\nHost: a\r\n\r\n"})
    void what_is_no_http_is_refused_and_the_connection_closed(String request) throws IOException {
        assertFault(request);
    }

    @Test
    void what_the_decoder_refuses_gets_a_problem_too() throws IOException {
        String line = "GET /api/v1/articles HTTP/1.1\r\nHost: test\r\n";
        assertProblem(431, "headers-too-large", line + "X-Large: " + "x".repeat(40_000) + "\r\n\r\n");
        assertProblem(414, "uri-too-long", "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: test\r\n\r\n");
        assertProblem(400, "bad-request", line + "X: a\u0001b\r\n\r\n");
        assertProblem(400, "bad-request", line + "X y: z\r\n\r\n");
        assertProblem(400, "bad-request", "GET /a\tb HTTP/1.1\r\nHost: test\r\n\r\n");
        assertProblem(400, "bad-request", line + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        assertProblem(400, "bad-request", "GET /api/v1/articles HTTP/1.1\r\n\r\n");
        assertProblem(400, "bad-request", line + "Content-Length: -1\r\n\r\n");
    }

    private void assertProblem(int status, String code, String request) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            String answer = connection.send(request).answer();
            assertTrue(answer.contains(" " + status + " ") && answer.contains("\"code\":\"" + code + "\"")
                    && answer.toLowerCase().contains("\r\ndate: "), request + answer);
            assertTrue(connection.isClosedWithin(10_000), request);
        }
    }

    private void assertFault(String request) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            String answer = connection.send(request + "GET /api/v1/visitors HTTP/1.1\r\nHost: test\r\n\r\n").answer();
            // An answer has the version that was asked for, whatever it was.
            assertTrue(answer.contains(" 400 ") && answer.contains("\"code\":\"bad-request\""), request + answer);
            assertTrue(connection.isClosedWithin(10_000), request);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "text", "/", "a/b/c", "text/html, x", "", "*", "*;q=.2", "application/*", "image/png", ";", ",,"})
    void no_accept_header_is_a_failure_anywhere(String accept) throws IOException {
        for (String path : new String[] {"/problems", "/problems/gone", "/api/v1/openapi", "/api/v1/articles", "/api/v1/visitors",
                "/api/v1/visitors/history", "/api/v1/feeds/articles.rss", "/api/v1/sitemap.xml", "/api/v1/feeds/articles.json"}) {
            String answer = answer("GET " + path + " HTTP/1.1\r\nHost: test\r\nAccept: " + accept + "\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 200 ") || answer.startsWith("HTTP/1.1 406 "), path + ": " + answer);
            assertTrue(!answer.startsWith("HTTP/1.1 200 ") || !answer.toLowerCase(Locale.ROOT).contains("content-type: application/octet-stream"), path + ": " + answer);
            boolean anything = accept.isEmpty() || accept.startsWith("*");
            assertTrue(!anything || answer.startsWith("HTTP/1.1 200 "), path + ": " + answer);
            assertTrue(!accept.equals("image/png") || answer.startsWith("HTTP/1.1 406 "), path + ": " + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "/", "", "a/b/c"})
    void the_type_of_no_body_is_no_failure(String type) throws IOException {
        for (String path : new String[] {"/problems", "/problems/gone", "/api/v1/openapi", "/api/v1/articles"}) {
            String answer = answer("GET " + path + " HTTP/1.1\r\nHost: test\r\nContent-Type: " + type + "\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 200 "), path + ": " + answer);
        }
    }
}
