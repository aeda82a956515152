package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** Each form of a response has its own ETag, whether it is compressed, and whether it comes from the cache. */
@QuarkusTest
class KeptFormsTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Inject
    SettledCache cache;

    @BeforeEach
    void cacheIsReady() {
        cache.awaitReady();
    }

    private static String published() {
        return Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
    }

    @Test
    void each_form_has_its_own_tag() {
        String id = published();
        cache.settle();
        List<String> etags = List.of("json", "html", "text", "markdown", "akn").stream().map(format ->
                given().get(ARTICLE + (format.equals("json") ? "/directive" : "/directive/" + format), id).header("ETag")).distinct().toList();
        assertEquals(5, etags.size());
        for (int time = 0; time < 2; time++) {
            for (String form : List.of("html", "markdown")) {
                given().redirects().follow(false).accept("text/" + form).get(ARTICLE + "/directive", id).then().statusCode(303)
                        .header("Location", endsWith("/directive/" + form)).header("Vary", equalTo("Accept"));
            }
            given().get(ARTICLE + "/directive", id).then().header("Vary", equalTo("Accept, Accept-Encoding"));
            given().get(ARTICLE + "/directive/text", id).then().header("Vary", equalTo("Accept-Encoding"));
            given().accept("image/png").get(ARTICLE + "/directive", id).then().statusCode(406)
                    .header("Vary", equalTo("Accept"));
        }
    }

    @Test
    void a_form_is_kept_for_those_who_accept_it_in_as_many_lines() throws Exception {
        String path = "/api/v1/articles/" + published() + "/directive";
        cache.settle();
        assertTrue(raw(path, "Accept", "*/*", "Accept", "application/json;q=0").headers().firstValue("Location")
                .orElseThrow().endsWith("/directive/html"));
        given().get(path).then().contentType("application/json");
    }

    @Test
    void the_contract_is_negotiated_and_says_so() {
        for (int time = 0; time < 2; time++) {
            given().accept("application/json").get("/api/v1/openapi").then().statusCode(200)
                    .contentType("application/json").header("Vary", equalTo("Accept, Accept-Encoding"));
            given().accept("application/yaml").get("/api/v1/openapi").then().statusCode(200)
                    .contentType("application/yaml").header("Vary", equalTo("Accept, Accept-Encoding"));
        }
    }

    @Test
    void a_304_has_the_tag_of_the_form_that_the_reader_has() {
        String path = "/api/v1/articles/" + published();
        cache.settle();
        String plain = raw(path).headers().firstValue("ETag").orElseThrow();
        String gzip = plain.substring(0, plain.length() - 1) + "-gzip\"";
        for (String known : List.of(gzip, plain)) {
            HttpResponse<byte[]> answer = raw(path, "Accept-Encoding", "gzip", "If-None-Match", known);
            assertEquals(304, answer.statusCode());
            assertEquals(known, answer.headers().firstValue("ETag").orElseThrow());
        }
    }

    @Test
    void answers_are_compressed_for_those_who_want_it() throws IOException {
        String id = published();
        cache.settle();
        String path = "/api/v1/articles/" + id + "?include=sections,citations";
        String plain = new String(raw(path).body(), StandardCharsets.UTF_8);
        String etag = raw(path).headers().firstValue("ETag").orElseThrow();
        for (int time = 0; time < 3; time++) {
            HttpResponse<byte[]> answer = raw(path, "Accept-Encoding", "gzip");
            if (time == 0 && answer.headers().firstValue("Content-Encoding").isEmpty()) {
                // The cached response is compressed in the background after the first request for gzip.
                SettledCache.await(() -> raw(path, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding").isPresent());
                continue;
            }
            assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
            assertTrue(answer.body().length < plain.length() / 2);
            try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
                assertEquals(plain, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            String compressed = answer.headers().firstValue("ETag").orElseThrow();
            assertNotEquals(etag, compressed);
            assertEquals(304, raw(path, "Accept-Encoding", "gzip", "If-None-Match", compressed).statusCode());
        }
        assertTrue(raw(path, "Accept-Encoding", "gzip;q=0, *;q=0").headers().firstValue("Content-Encoding").isEmpty());
        assertTrue(raw(path).headers().firstValue("Content-Encoding").isEmpty());
    }

    @Test
    void head_says_what_get_would() {
        String id = published();
        cache.settle();
        for (int time = 0; time < 2; time++) {
            Response head = given().head(ARTICLE, id);
            Response get = given().get(ARTICLE, id);
            for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary", "Cache-Tag")) {
                assertEquals(get.header(name), head.header(name), name);
            }
            assertEquals("", head.asString());
        }
    }

    /** Sends a request without RestAssured, which would decompress the response. */
    private HttpResponse<byte[]> raw(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + io.restassured.RestAssured.port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
