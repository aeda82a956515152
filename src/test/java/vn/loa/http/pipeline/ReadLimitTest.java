package vn.loa.http.pipeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Keys;
import vn.loa.support.OpenApiContract;
import vn.loa.support.TestClock;

/** What one client may read, where it is limited: by address, and by key. */
@QuarkusTest
@TestProfile(ReadLimitTest.Limited.class)
class ReadLimitTest {

    /** Every answer is made, so that every request is counted. */
    public static class Limited implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("loa.limits.reads", "2", "loa.limits.reads-burst", "20", "loa.limits.keyed-reads", "1",
                    "loa.cache.enabled", "false");
        }
    }

    private static final String SEARCH = "/api/v1/search?q=nothing";
    private static final String ARTICLES = "/api/v1/articles";

    private static int client;

    @Inject
    TestClock clock;

    /** Each test has an address and, until it moves it, a time of its own. */
    @BeforeEach
    void another() {
        client++;
        clock.set(TestClock.START);
    }

    private static RequestSpecification reader() {
        return given().header("X-Forwarded-For", "198.51.100." + client);
    }

    private static void useAll() {
        for (int left : new int[] {15, 10, 5, 0}) {
            reader().get(SEARCH).then().statusCode(200).header("RateLimit-Policy", equalTo("\"reads\";q=20;w=10"))
                    .header("RateLimit", equalTo("\"reads\";r=" + left + ";t=" + ((20 - left) / 2 + 1)));
        }
    }

    @Test
    void who_reads_more_is_refused_and_told_when_to_come_back() {
        useAll();
        reader().get(SEARCH).then().statusCode(429).contentType("application/problem+json")
                .body("code", equalTo("too-many-requests")).header("Retry-After", equalTo("2"))
                .header("RateLimit", equalTo("\"reads\";r=0;t=11"));
        reader().head(ARTICLES).then().statusCode(429);
        clock.advance(Duration.ofSeconds(1));
        reader().get(SEARCH).then().statusCode(429);
        reader().get(ARTICLES).then().statusCode(200);
        clock.advance(Duration.ofSeconds(10));
        useAll();
    }

    /** What the contract says in its description: no list of its answers names the fields, but for 429. */
    @ParameterizedTest
    @CsvSource({"GET,/articles/no-such-article,404,1", "GET,/articles,200,2", "HEAD,/articles,200,2", "GET,/articles?size=x,400,2",
        "GET,/drafts,401,1", "GET,/search?q=nothing,200,5", "POST,/citations/check,415,10"})
    void answers_of_every_status_have_the_fields_that_the_contract_describes(String method, String path, int status, int cost) {
        Headers headers = reader().request(method, "/api/v1" + path).then().statusCode(status).extract().headers();
        assertTrue(headers.getValue("RateLimit").startsWith("\"reads\";r=" + (20 - cost) + ";"), headers.getValue("RateLimit"));
        JsonNode contract = OpenApiContract.load().document();
        String said = contract.path("info").path("description").asText().replaceAll("\\s+", " ");
        assertTrue(said.contains("an answer of any operation that reads, and of any status. They are listed only with the 429 of a client that reads more"), said);
        assertTrue(said.contains("An article costs one unit, a list two, a search five, a check of citations ten."), said);
        Map.of("RateLimit", "RateLimit", "RateLimit-Policy", "RateLimitPolicy").forEach((field, name) -> {
            String example = contract.path("components").path("headers").path(name).path("schema").path("example").asText();
            assertTrue(headers.getValue(field).matches(example.replaceAll("\\d+", "\\\\d+")), field + " as in " + example);
        });
    }

    @Test
    void others_are_not_refused() {
        useAll();
        reader().get(SEARCH).then().statusCode(429);
        client++;
        reader().get(SEARCH).then().statusCode(200);
    }

    @Test
    void a_key_is_counted_apart_from_its_address() {
        useAll();
        String key = Keys.make("frontend", "editor");
        reader().header("Authorization", "Bearer " + key).get(ARTICLES).then().statusCode(200)
                .header("RateLimit", equalTo("\"reads\";r=18;t=3"));
        for (int n = 0; n < 18; n++) {
            reader().header("Authorization", "Bearer " + key).get("/api/v1/drafts").then().statusCode(200);
        }
        reader().header("Authorization", "Bearer " + key).get("/api/v1/drafts").then().statusCode(429).header("Retry-After", equalTo("1"));
        client++;
        reader().header("Authorization", "Bearer " + key).get(ARTICLES).then().statusCode(429);
        reader().get(ARTICLES).then().statusCode(200);
    }

    @Test
    void a_wrong_key_is_none() {
        reader().header("Authorization", "Bearer wrong").get(ARTICLES).then().statusCode(200)
                .header("RateLimit", equalTo("\"reads\";r=18;t=2"));
        useAllButTwo();
        reader().header("Authorization", "Bearer wrong").get(SEARCH).then().statusCode(429);
    }

    private static void useAllButTwo() {
        for (int n = 0; n < 3; n++) {
            reader().get(SEARCH).then().statusCode(200);
        }
    }

    @Test
    void writing_hits_and_what_is_no_operation_are_not_counted() {
        useAll();
        reader().header("User-Agent", "Firefox").post("/api/v1/hits").then().statusCode(204);
        reader().get("/api/v1/nothing").then().statusCode(404).header("RateLimit", nullValue());
        reader().get("/q/health/live").then().statusCode(200);
    }

    /** The tests' own address is that of a trusted proxy. */
    @Test
    void a_proxy_that_names_no_client_is_not_counted() {
        for (int n = 0; n < 6; n++) {
            given().get(SEARCH).then().statusCode(200).header("RateLimit", nullValue());
        }
    }
}
