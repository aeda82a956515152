package vn.loa.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.TightSettings;

/** Where the settings name origins, their pages may send credentials, as beacons always do. */
@QuarkusTest
@TestProfile(TightSettings.class)
class NamedOriginsTest {

    private static final String HITS = "/api/v1/hits";

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin).header("User-Agent", "Firefox").header("X-Forwarded-For", "198.51.100.77");
    }

    @Test
    void a_beacon_of_a_named_origin_may_be_read_whatever_its_credentials() {
        from(TightSettings.ORIGIN).header("Cookie", "session=a").header("Content-Type", "text/plain;charset=UTF-8")
                .body("{}".getBytes()).post(HITS).then().statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo(TightSettings.ORIGIN))
                .header("Access-Control-Allow-Credentials", equalTo("true")).header("Vary", containsString("Origin"))
                .header("Set-Cookie", nullValue());
        from(TightSettings.ORIGIN).header("Prefer", "return=representation").noContentType().post(HITS).then().statusCode(200)
                .header("Access-Control-Allow-Credentials", equalTo("true")).header("Vary", equalTo("Prefer, Origin"))
                .header("Access-Control-Expose-Headers", containsString("Loa-Not-Counted"));
    }

    @Test
    void a_preflight_with_credentials_is_granted_and_says_everything_once() {
        var told = given().header("Origin", TightSettings.ORIGIN).header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type, prefer").options(HITS).then().statusCode(200)
                .header("Access-Control-Allow-Credentials", equalTo("true"))
                .header("Access-Control-Allow-Headers", containsString("prefer")).extract().headers();
        for (String name : List.of("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers",
                "Access-Control-Allow-Headers", "Access-Control-Allow-Methods")) {
            assertEquals(1, told.getValues(name).size(), name);
        }
    }

    @Test
    void tools_for_agents_are_nowhere_until_they_are_switched_on() {
        given().contentType("application/json").body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}").post("/mcp").then()
                .statusCode(404).contentType("application/problem+json");
        given().get("/mcp").then().statusCode(404);
    }

    @Test
    void tags_are_divided_as_the_cache_in_front_wants_them() {
        String id = Editing.published(Editing.news("Tin"));
        given().get("/api/v1/articles").then().statusCode(200).header("Cache-Tag", equalTo("lists,article-" + id));
    }

    @Test
    void another_origin_is_refused_and_not_counted() {
        // Refused before any stage, with no body: such an answer is none of an operation's.
        given().noFilters().header("User-Agent", "Firefox").header("Origin", "https://elsewhere.example").noContentType().post(HITS)
                .then().statusCode(403).header("Access-Control-Allow-Credentials", nullValue());
        given().get("/api/v1/visitors").then().body("today", equalTo(0));
    }
}
