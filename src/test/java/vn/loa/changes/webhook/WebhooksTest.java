package vn.loa.changes.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.problem.ProblemException;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Making, changing and deleting webhooks. */
@QuarkusTest
class WebhooksTest {

    private static final String URL = "https://www.example.vn/loa";

    @Inject
    DataSource database;

    private String stored(String sql) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
            return all.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_secret_is_shown_once_and_stored_encrypted() {
        JsonPath made = Hooks.created(URL + "?token=geheim");
        String secret = made.getString("secret");
        Hooks.get(made.getString("id")).then().statusCode(200).body("$", not(hasKey("secret"))).header("ETag", equalTo("\"v1\""))
                .body("publicKeys[0]", matchesPattern("whpk_[A-Za-z0-9+/]{43}="));
        byte[] bytes = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertEquals(32, bytes.length);
        String rows = stored("select encode(secret, 'hex') || encode(private_key, 'hex') from webhook_key");
        assertFalse(rows.contains(HexFormat.of().formatHex(bytes)));
        String audit = stored("select details from audit");
        assertFalse(audit.contains(secret) || audit.contains("geheim"), audit);
        Pages.asAdmin().get("/api/v1/audit?action=webhook.create").then().body("items.details.receiver",
                contains("https://www.example.vn:443"));
    }

    @Test
    void a_creation_that_is_sent_again_gets_the_same_secret() {
        Response first = Pages.asAdmin().header("Idempotency-Key", "one").contentType("application/json")
                .body(Map.of("name", "x", "url", URL)).post(Hooks.WEBHOOKS);
        Response again = Pages.asAdmin().header("Idempotency-Key", "one").contentType("application/json")
                .body(Map.of("name", "x", "url", URL)).post(Hooks.WEBHOOKS);
        assertEquals(first.then().statusCode(201).extract().asString(), again.then().statusCode(201).extract().asString());
        Pages.asAdmin().get(Hooks.WEBHOOKS).then().body("page.totalItems", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ftp://www.example.vn/ | wrong-form", "www.example.vn | wrong-form", "'https://www.example.vn/ a' | wrong-form",
        "https://u:p@www.example.vn/ | wrong-form", "https://www.example.vn/#a | wrong-form", "https://www.example.vn:25/ | wrong-form",
        "https://www.example.vn:65536/ | wrong-form", "https://www.example.vn:0/ | wrong-form", "https:///loa | wrong-form",
        "https://10.0.0.1/ | address-refused", "https://[fe80::1]/ | address-refused", "https://[::ffff:10.0.0.1]/ | address-refused",
        "https://0x7f.1/ | wrong-form", "https://trang.vn\\@10.0.0.1/ | wrong-form", "https://bộ.vn/ | wrong-form", "'' | size"})
    void an_address_that_may_not_be_called_is_refused(String url, String code) {
        Hooks.create(Map.of("name", "Trang", "url", url)).then().statusCode(422).body("errors.pointer", contains("/url"))
                .body("errors.code", contains(code));
        Pages.asAdmin().get(Hooks.WEBHOOKS).then().body("items", empty());
    }

    @Test
    void all_wrong_fields_are_named_at_once() {
        Hooks.create(Map.of("name", " ", "url", "x", "eventTypes", List.of("article.published", "resync"), "categories", List.of("không"),
                "tags", List.of(""), "directiveTypes", Collections.nCopies(21, "a"))).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/name", "/url", "/eventTypes/1", "/categories/0", "/tags/0", "/directiveTypes"));
        Hooks.create(Map.of("name", "x", "url", URL, "secret", "x", "kinds", 1)).then().statusCode(400)
                .body("errors.pointer", contains("/kinds"));
        Map<String, Object> nulls = new HashMap<>(Map.of("name", "x", "url", URL));
        nulls.put("tags", Collections.singletonList(null));
        Hooks.create(nulls).then().statusCode(422).body("errors.pointer", contains("/tags/0"));
        Hooks.create(Map.of("name", "x", "url", 5, "ordered", "yes", "tags", "a")).then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/url", "/ordered", "/tags"));
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        String id = Hooks.id(URL, "tags", List.of("a"));
        Hooks.patch(id, "\"v7\"", "{\"name\": \"Khác\"}").then().statusCode(412).header("ETag", equalTo("\"v1\""));
        Pages.asAdmin().contentType("application/json").body("{}").patch(Hooks.WEBHOOKS + "/" + id).then().statusCode(428);
        Hooks.patch(id, "\"v1\"", "{\"name\": \"Khác\", \"tags\": null, \"ordered\": false}").then().statusCode(200)
                .header("ETag", equalTo("\"v2\"")).body("name", equalTo("Khác")).body("tags", empty()).body("ordered", equalTo(false))
                .body("url", equalTo(URL));
        Hooks.patch(id, "\"v2\"", "{\"url\": \"https://127.0.0.1:22/\"}").then().statusCode(422);
        Pages.asAdmin().delete(Hooks.WEBHOOKS + "/" + id).then().statusCode(428);
        Pages.asAdmin().header("If-Match", "\"v2\"").delete(Hooks.WEBHOOKS + "/" + id).then().statusCode(204);
        Hooks.get(id).then().statusCode(404);
    }

    @Test
    void what_was_read_may_be_sent_back() {
        String id = Hooks.id(URL);
        Hooks.patch(id, "*", Hooks.get(id).asString()).then().statusCode(200).body("url", equalTo(URL));
    }

    @Test
    void a_category_is_kept_by_its_identity() {
        Editing.post("/api/v1/categories", "{\"title\": \"Cũ\", \"slug\": \"cu\"}").then().statusCode(201);
        String id = Hooks.id(URL, "categories", List.of("cu"));
        Pages.asAdmin().header("If-Match", "*").contentType("application/merge-patch+json").body("{\"slug\": \"moi\"}")
                .patch("/api/v1/categories/cu").then().statusCode(200);
        Hooks.get(id).then().body("categories", contains("moi"));
        Hooks.patch(id, "*", "{\"name\": \"x\"}").then().statusCode(200).body("categories", contains("moi"));
    }

    @Test
    void what_is_to_be_told_again_must_have_been_told() {
        String id = Hooks.id(URL);
        for (String odd : List.of("x", "LTE", "OTIyMzM3MjAzNjg1NDc3NTgwOA", "MQox", "")) {
            Hooks.step(id, "replay", "{\"after\": \"" + odd + "\"}").then().statusCode(422).body("errors.pointer", contains("/after"));
        }
        Hooks.step(id, "replay", "{\"after\": \"" + Message.cursor(5) + "\"}").then().statusCode(422).body("errors.code", contains("out-of-range"));
        Hooks.step(id, "replay", "{}").then().statusCode(422).body("errors.pointer", contains("/after"));
        Hooks.step(id, "replay", "{\"after\": 5}").then().statusCode(400);
        Hooks.step(id, "rotate-secret", "{\"keepFormerHours\": 721}").then().statusCode(422);
        for (String step : List.of("replay", "rotate-secret", "test", "resume")) {
            Response answer = step.equals("replay") ? Hooks.step(UUID.randomUUID().toString(), step, "{\"after\": \"MA\"}")
                    : Hooks.step(UUID.randomUUID().toString(), step);
            answer.then().statusCode(404);
        }
        Pages.asAdmin().get(Hooks.WEBHOOKS + "/" + UUID.randomUUID() + "/deliveries").then().statusCode(404);
    }

    @Test
    void the_names_of_filters_are_read_as_they_are_in_lists() {
        Hooks.create(Map.of("name", "Tên có\u200b dấu", "url", URL, "eventTypes", List.of("article.updated", "article.updated"))).then()
                .statusCode(201).body("eventTypes", contains("article.updated"));
        Hooks.create(Map.of("name", "a\u0000b", "url", URL, "tags", List.of("x\u0000\ud800", "\u200b\u0000"), "directiveTypes",
                List.of("\u0000"), "categories", List.of("\u0000"), "eventTypes", List.of("\u0000"))).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/tags/1", "/directiveTypes/0", "/categories/0", "/eventTypes/0"));
        given().get(Hooks.WEBHOOKS).then().statusCode(401);
    }

    @Test
    void without_a_key_nothing_is_encrypted_and_the_operator_is_told_what_to_set() {
        SecretBox none = new SecretBox(Settings.with(null, null));
        assertEquals("Webhooks need a key that encrypts their secrets: the operator sets loa.webhook.encryption-key.",
                assertThrows(ProblemException.class, none::requireKey).problem().detail());
    }

    @Test
    void a_secret_outlives_a_change_of_the_operators_key() {
        String first = Base64.getEncoder().encodeToString(new byte[32]);
        String second = Base64.getEncoder().encodeToString("an other key of thirty-two bytes".getBytes(StandardCharsets.UTF_8));
        UUID owner = UUID.randomUUID();
        byte[] closed = new SecretBox(Settings.with(first, null)).close(new byte[] {1, 2}, owner, "secret");
        assertEquals(2, new SecretBox(Settings.with(second, first)).open(closed, owner, "secret").orElseThrow().length);
        assertFalse(new SecretBox(Settings.with(second, null)).open(closed, owner, "secret").isPresent());
        assertFalse(new SecretBox(Settings.with(first, null)).open(closed, UUID.randomUUID(), "secret").isPresent());
        assertFalse(new SecretBox(Settings.with(first, null)).open(closed, owner, "private key").isPresent());
        assertFalse(new SecretBox(Settings.with(first, null)).open(new byte[3], owner, "secret").isPresent());
    }

    @Test
    void there_are_no_more_than_a_hundred() {
        stored("with made as (insert into webhook select gen_random_uuid(), 'x', '" + URL + "', '{}', '{}', '{}', '{}', true, now(), 'x', 1 "
                + "from generate_series(1, 100) returning id) select count(*) from made");
        Hooks.create(Map.of("name", "x", "url", URL)).then().statusCode(409).body("detail", containsString("100"));
    }
}
