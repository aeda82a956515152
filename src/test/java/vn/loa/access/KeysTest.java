package vn.loa.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.AtOnce;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;
import vn.loa.support.TestDatabase;

/** Making keys, listing them, revoking them. */
@QuarkusTest
class KeysTest {

    @Inject
    TestClock clock;

    @Inject
    FirstKey firstKey;

    @Test
    void a_key_is_shown_once_and_opens_what_its_role_allows() {
        JsonPath made = Keys.want(Map.of("name", " newsroom ", "roles", List.of("editor", "editor"),
                        "expiresAt", "2027-01-01T07:00:00+07:00"))
                .post("/api/v1/keys").then().statusCode(201)
                .header("Cache-Control", equalTo("private, no-store"))
                .header("Location", matchesPattern(".*/api/v1/keys/[0-9a-f-]{36}"))
                .body("name", equalTo("newsroom")).body("roles", contains("editor"))
                .body("key", matchesPattern("loa_[A-Za-z0-9_-]{32}"))
                .body("createdBy", equalTo("key:admin")).body("expiresAt", equalTo("2027-01-01T00:00:00Z"))
                .body("revokedAt", nullValue()).body("lastUsedAt", nullValue()).extract().jsonPath();
        String key = made.getString("key");
        assertEquals(key.substring(0, 10), made.getString("prefix"));
        Pages.asAdmin().get("/api/v1/keys/" + made.getString("id")).then().statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .body("prefix", equalTo(key.substring(0, 10))).body("key", nullValue());
        Keys.showing(key).contentType("text/plain").body(Pages.read("canonical.txt")).post("/api/v1/imports")
                .then().statusCode(201);
        Keys.showing(key).get("/api/v1/keys").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void keys_are_listed_newest_first_without_themselves() {
        for (int n = 1; n <= 3; n++) {
            clock.advance(Duration.ofSeconds(1));
            Keys.make("key " + n, "editor");
        }
        Pages.asAdmin().queryParam("size", 2).get("/api/v1/keys").then().statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .header("Link", startsWith("</api/v1/keys?size=2&page=1>; rel=\"first\""))
                .body("items.name", contains("key 3", "key 2")).body("items.key", everyItem(nullValue()))
                .body("page.totalItems", equalTo(4));
        Pages.asAdmin().queryParam("size", 2).queryParam("page", 2).get("/api/v1/keys").then()
                .body("items.name", contains("key 1", "admin"))
                .body("items[1].prefix", nullValue()).body("items[1].createdBy", equalTo("system"));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Keys.want("{\"name\": \" \", \"roles\": [\"editor\", \"owner\", null], \"expiresAt\": \"2026-07-15T05:00:00Z\"}")
                .post("/api/v1/keys").then().statusCode(422).body("code", equalTo("invalid-content"))
                .body("errors.pointer", contains("/name", "/roles/1", "/roles/2", "/expiresAt"))
                .body("errors.code", contains("required", "unknown-role", "unknown-role", "past"));
        assertOnlyTheFirstKey();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": null, \"roles\": null}", "{\"name\": \"\\u00a0\\t\", \"roles\": []}"})
    void a_name_and_a_role_are_needed(String body) {
        Keys.want(body).post("/api/v1/keys").then().statusCode(422).body("errors.pointer", contains("/name", "/roles"))
                .body("errors.code", contains("required", "required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\\u0000", "line\\nbreak", "\\u202egnp.eman", "half \\ud800", "\\u3164", "admin\\ufe0f", "zero\\u200bwidth", "\\u2028"})
    void a_name_is_visible(String name) {
        Keys.want("{\"name\": \"" + name + "\", \"roles\": [\"editor\"]}").post("/api/v1/keys").then().statusCode(422)
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void a_name_has_an_end() {
        Keys.want(Map.of("name", "ộ".repeat(100), "roles", List.of("editor"))).post("/api/v1/keys").then().statusCode(201);
        Keys.want(Map.of("name", "x".repeat(101), "roles", List.of("editor"))).post("/api/v1/keys").then().statusCode(422)
                .body("errors.code", contains("too-long"));
        Keys.want(Map.of("name", "x".repeat(60_000), "roles", List.of("editor"))).post("/api/v1/keys")
                .then().statusCode(422).body("errors.code", contains("too-long"));
        Keys.want(Map.of("name", "x", "roles", IntStream.range(0, 5_000).mapToObj(String::valueOf).toList()))
                .post("/api/v1/keys").then().statusCode(422).body("errors.code", contains("too-many"));
        Keys.want(Map.of("name", "x", "roles", IntStream.range(0, 100_000).mapToObj(String::valueOf).toList()))
                .post("/api/v1/keys").then().statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"name\"", "{\"name\": \"x\", \"roles\": \"editor\"}", "{\"name\": {}}",
            "{\"name\": true, \"roles\": [\"editor\"]}", "{\"name\": 1.50, \"roles\": [\"editor\"]}",
            "{\"name\": 100000000000000000000000000000, \"roles\": [\"editor\"]}", "{\"name\": \"x\", \"roles\": [1]}",
            "{\"name\": \"x\", \"roles\": [\"editor\"], \"scope\": \"all\"}", "{\"name\": \"x\", \"name\": \"y\"}",
            "{\"name\": \"x\", \"roles\": [\"editor\"], \"expiresAt\": 9999999999}",
            "{\"name\": \"x\", \"roles\": [\"editor\"], \"expiresAt\": \"9999999999\"}",
            "{\"name\": \"x\", \"roles\": [\"editor\"], \"expiresAt\": \"tomorrow\"}",
            "{\"name\": \"x\", \"roles\": [\"editor\"], \"expiresAt\": \"2027-01-01\"}",
            "{\"name\": \"x\", \"roles\": [\"editor\"], \"expiresAt\": \"+1000000000-12-31T23:59:59Z\"}"})
    void a_body_of_the_wrong_form_is_refused(String body) {
        Keys.want(body).post("/api/v1/keys").then().statusCode(400).body("code", equalTo("malformed-body"));
        assertOnlyTheFirstKey();
    }

    @Test
    void a_name_is_given_once_and_free_again_after_revocation() {
        Keys.make("newsroom", "editor");
        for (String taken : List.of("newsroom", "admin")) {
            Keys.want(Map.of("name", taken, "roles", List.of("editor"))).post("/api/v1/keys").then().statusCode(422)
                    .body("errors[0].pointer", equalTo("/name")).body("errors[0].code", equalTo("in-use"));
        }
        revoke(idOf("newsroom")).statusCode(204);
        Keys.make("newsroom", "editor");
    }

    @Test
    void the_same_letters_are_the_same_name() {
        Keys.make("tòa soạn", "editor");
        Keys.want(Map.of("name", "to\u0300a soa\u0323n", "roles", List.of("editor"))).post("/api/v1/keys")
                .then().statusCode(422).body("errors[0].code", equalTo("in-use"));
    }

    @Test
    void of_many_who_want_a_name_at_once_one_gets_it() {
        Map<Integer, Long> answers = AtOnce.call(12, n ->
                Keys.want(Map.of("name", "wanted", "roles", List.of("editor"))).post("/api/v1/keys").statusCode())
                .stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertEquals(Map.of(201, 1L, 422, 11L), answers);
    }

    @Test
    void a_revoked_key_opens_nothing_and_stays_in_the_list() {
        String key = Keys.make("lost", "editor");
        String id = idOf("lost");
        me(key).statusCode(200);
        clock.advance(Duration.ofSeconds(5));
        revoke(id).statusCode(204);
        me(key).statusCode(401).body("code", equalTo("unauthorized"))
                .header("WWW-Authenticate", equalTo("Bearer realm=\"loa\", error=\"invalid_token\""));
        clock.advance(Duration.ofSeconds(5));
        revoke(id).statusCode(204);
        Pages.asAdmin().get("/api/v1/keys/" + id).then().statusCode(200)
                .body("revokedAt", equalTo("2026-07-15T05:00:05Z"));
    }

    @Test
    void a_key_opens_nothing_from_the_instant_it_expires() {
        String key = Keys.want(Map.of("name", "guest", "roles", List.of("editor"),
                "expiresAt", TestClock.START.plusSeconds(60).toString())).post("/api/v1/keys").then().extract().path("key");
        clock.advance(Duration.ofSeconds(59));
        me(key).statusCode(200).body("expiresAt", equalTo("2026-07-15T05:01:00Z"));
        clock.advance(Duration.ofSeconds(1));
        me(key).statusCode(401);
    }

    @Test
    void the_last_key_that_could_manage_keys_is_not_revoked() {
        String first = idOf("admin");
        Keys.make("publisher", "publisher");
        revoke(first).statusCode(409).body("code", equalTo("conflict"));
        Keys.want(Map.of("name", "short", "roles", List.of("admin"),
                "expiresAt", TestClock.START.plusSeconds(60).toString())).post("/api/v1/keys").then().statusCode(201);
        clock.advance(Duration.ofSeconds(61));
        revoke(first).statusCode(409);
        me(TestDatabase.ADMIN_KEY).statusCode(200);
        revoke(idOf("short")).statusCode(204);
    }

    @Test
    void admins_who_revoke_each_other_at_once_leave_one() {
        List<String> names = List.of("a", "b", "c", "d");
        Map<String, String> keys = names.stream().collect(Collectors.toMap(name -> name, name -> Keys.make(name, "admin")));
        Map<String, String> ids = names.stream().collect(Collectors.toMap(name -> name, KeysTest::idOf));
        List<String> all = List.copyOf(ids.values());
        revoke(idOf("admin")).statusCode(204);
        keys.values().parallelStream().forEach(key -> all.forEach(id -> Keys.showing(key).delete("/api/v1/keys/" + id)));
        assertEquals(1, keys.values().stream().filter(key -> me(key).extract().statusCode() == 200).count());
    }

    @Test
    void a_configured_key_that_was_revoked_stays_so_at_the_next_start() {
        String second = Keys.make("second", "admin");
        revoke(idOf("admin")).statusCode(204);
        firstKey.onStart(null);
        me(TestDatabase.ADMIN_KEY).statusCode(401);
        me(second).statusCode(200);
        Keys.showing(second).get("/api/v1/keys").then().body("page.totalItems", equalTo(2));
    }

    @Test
    void a_key_that_there_is_not() {
        Pages.asAdmin().get("/api/v1/keys/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("not-found"));
        revoke(UUID.randomUUID().toString()).statusCode(404);
        revoke("nothing").statusCode(400).body("errors[0].parameter", equalTo("id"));
    }

    @Test
    void the_last_use_is_recorded_once_a_minute() throws InterruptedException {
        String key = Keys.make("busy", "editor");
        String id = idOf("busy");
        Instant first = TestClock.START;
        me(key).statusCode(200);
        awaitLastUse(id, first);
        clock.advance(Duration.ofSeconds(59));
        me(key).statusCode(200);
        Thread.sleep(100);
        awaitLastUse(id, first);
        clock.advance(Duration.ofSeconds(1));
        me(key).statusCode(200);
        awaitLastUse(id, first.plusSeconds(60));
        // A revocation in between takes nothing of it away.
        revoke(id).statusCode(204);
        awaitLastUse(id, first.plusSeconds(60));
    }

    private static void awaitLastUse(String id, Instant expected) throws InterruptedException {
        String recorded = null;
        for (int attempt = 0; attempt < 100 && !expected.toString().equals(recorded); attempt++) {
            recorded = Pages.asAdmin().get("/api/v1/keys/" + id).then().extract().path("lastUsedAt");
            Thread.sleep(20);
        }
        assertEquals(expected.toString(), recorded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer \0", "Bearer \u00ff\u00fe", "bearer\t", "Bearer  ", "Bearer,Bearer", "Bearer ..", "Bearer a.b.c",
            "Negotiate x", " ", "Digest username=\"admin\""})
    void weird_headers_open_nothing(String authorization) {
        int status = given().header("Authorization", authorization).get("/api/v1/me").statusCode();
        assertTrue(status == 401 || status == 400, authorization + " " + status);
    }

    @Test
    void two_headers_open_nothing_that_the_first_one_does_not() {
        given().header("Authorization", "Bearer wrong", "Bearer " + TestDatabase.ADMIN_KEY).get("/api/v1/me")
                .then().statusCode(401);
    }

    @Test
    void the_caller_learns_who_it_is() {
        me(Keys.make("newsroom", "publisher")).statusCode(200).header("Cache-Control", equalTo("private, no-store"))
                .body("name", equalTo("newsroom")).body("kind", equalTo("key"))
                .body("roles", contains("editor", "publisher")).body("expiresAt", nullValue());
        me(TestDatabase.ADMIN_KEY).body("roles", contains("editor", "publisher", "admin"));
        given().get("/api/v1/me").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer realm=\"loa\""));
    }

    private static ValidatableResponse me(String key) {
        return Keys.showing(key).get("/api/v1/me").then();
    }

    private static ValidatableResponse revoke(String id) {
        return Pages.asAdmin().delete("/api/v1/keys/" + id).then();
    }

    private static String idOf(String name) {
        return Pages.asAdmin().get("/api/v1/keys").then().body("items.id", not(nullValue()))
                .extract().path("items.find { it.name == '" + name + "' && it.revokedAt == null }.id");
    }

    private static void assertOnlyTheFirstKey() {
        Pages.asAdmin().get("/api/v1/keys").then().body("items.name", contains("admin")).body("items[0].id", notNullValue());
    }
}
