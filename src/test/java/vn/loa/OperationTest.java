package vn.loa;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Health checks, metrics and CORS headers, which operators rely on. */
@QuarkusTest
class OperationTest {

    @Test
    void liveness_asks_nobody_and_readiness_asks_the_database() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP")).body("checks.size()", equalTo(0));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"))
                .body("checks.name", hasItem("database"));
    }

    @Test
    void requests_are_timed_by_the_template_of_their_address() {
        given().get("/api/v1/articles").then().statusCode(200);
        given().get("/api/v1/articles").then().statusCode(200);
        given().get("/api/v1/articles/{id}", UUID.randomUUID()).then().statusCode(404);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200)
                .body(containsString(timed("GET", "SUCCESS", 200, "/api/v1/articles")))
                .body(containsString(timed("GET", "CLIENT_ERROR", 404, "/api/v1/articles/{article}")))
                .body(not(containsString("uri=\"/q/")));
    }

    @Test
    void what_strangers_make_up_gets_no_metric_of_its_own() {
        given().request("BREW", "/coffee").then().statusCode(404);
        given().request("GET", "/tea").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(200)
                .body(containsString(timed("UNKNOWN", "CLIENT_ERROR", 404, "UNKNOWN")))
                .body(containsString(timed("GET", "CLIENT_ERROR", 404, "UNKNOWN")))
                .body(not(containsString("BREW"))).body(not(containsString("tea")));
    }

    private static String timed(String method, String outcome, int status, String uri) {
        return "http_server_requests_seconds_count{method=\"%s\",outcome=\"%s\",status=\"%d\",uri=\"%s\"}"
                .formatted(method, outcome, status, uri);
    }

    @Test
    void a_frontend_of_any_origin_may_read_and_count() {
        given().header("Origin", "https://portal.example").get("/api/v1/articles").then().statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Expose-Headers", containsString("Link"))
                .header("Access-Control-Expose-Headers", containsString("Loa-Not-Counted,Preference-Applied"))
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", "https://portal.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type").options("/api/v1/hits")
                .then().statusCode(200).header("Access-Control-Allow-Methods", containsString("POST"));
    }

    @ParameterizedTest
    @CsvSource({"application/json, 204", "image/png, 415"})
    void a_hit_of_another_origin_is_answered_like_one_of_its_own(String type, int status) {
        given().contentType(type).body("{}".getBytes(UTF_8)).post("/api/v1/hits").then().statusCode(status);
        given().header("Origin", "https://portal.example").contentType(type).body("{}".getBytes(UTF_8)).post("/api/v1/hits")
                .then().statusCode(status).header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void a_preflight_is_told_everything_once() {
        Headers told = given().header("Origin", "https://portal.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type").options("/api/v1/hits").headers();
        told.asList().stream().map(header -> header.getName().toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("access-control-"))
                .forEach(name -> assertEquals(1, told.getValues(name).size(), name));
    }

    /** A cache outside may keep one's answer for the other. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles", "/api/v1/visitors", "/api/v1/articles/nothing", "/nothing"})
    void all_origins_and_none_are_told_the_same(String path) {
        for (int time = 0; time < 2; time++) {
            Headers none = given().urlEncodingEnabled(false).get(path).headers();
            Headers one = given().urlEncodingEnabled(false).header("Origin", "https://portal.example").get(path).headers();
            for (String name : List.of("Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Vary")) {
                assertEquals(none.getValues(name), one.getValues(name), name);
            }
            assertEquals(List.of("*"), one.getValues("Access-Control-Allow-Origin"));
        }
    }

    /** Caches outside may have a time of their own for what says nothing. */
    @Test
    void what_changes_untold_is_kept_by_nobody() {
        for (String path : List.of("/changes", "/visitors/history?firstDay=2026-01-01&lastDay=2026-01-02")) {
            given().get("/api/v1" + path).then().statusCode(200).header("Cache-Control", containsString("no-cache"));
        }
    }

    @Test
    void the_documentation_page_is_reachable() {
        given().get("/q/swagger-ui/").then().statusCode(200).contentType("text/html")
                .header("Content-Security-Policy", containsString("script-src 'self'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles", "/api/v1/visitors", "/nothing", "/problems", "/q/health/live"})
    void every_answer_has_a_date_and_security_headers(String path) {
        given().get(path).then()
                .header("Date", equalTo("Wed, 15 Jul 2026 05:00:00 GMT"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }
}
