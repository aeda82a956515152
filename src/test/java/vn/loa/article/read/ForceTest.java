package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.ForceRows;
import vn.loa.support.Statements;
import vn.loa.support.TestClock;

/** Whether a document is in force, on its article and its sections. */
@QuarkusTest
class ForceTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";
    private static final UUID COMMENCED = UUID.fromString("5f7d1c3e-0000-4000-8000-000000000001");
    private static final UUID AMENDED = UUID.fromString("5f7d1c3e-0000-4000-8000-000000000002");
    private static final UUID ENDED = UUID.fromString("5f7d1c3e-0000-4000-8000-000000000003");

    @Inject
    TestClock clock;

    /** In force since 2020, amended in 2022; its section 2 ended in 2023, and it itself ends with 2027. */
    private static String document() {
        String id = Editing.published(Editing.directive("Chuyển đổi số", "05-CT/TU"));
        ForceRows.of(id, "2026-06-01").has("", null, "2020-03-01", "unknown").has("", "2020-03-01", "2022-01-01", "in-force", COMMENCED)
                .has("", "2022-01-01", "2023-05-01", "in-force", COMMENCED, AMENDED)
                .has("", "2023-05-01", "2028-01-01", "partly", COMMENCED, AMENDED, ENDED).has("", "2028-01-01", null, "ended", ENDED)
                .has("sec_2", null, "2020-03-01", "unknown").has("sec_2", "2020-03-01", "2023-05-01", "in-force", COMMENCED)
                .has("sec_2", "2023-05-01", null, "ended", ENDED);
        return id;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0001-01-01 | unknown  | -          | 2020-02-29 | -          | 0
            2020-02-29 | unknown  | -          | 2020-02-29 | -          | 0
            2020-03-01 | in-force | 2020-03-01 | 2023-04-30 | 2026-06-01 | 1
            2023-04-30 | in-force | 2020-03-01 | 2023-04-30 | 2026-06-01 | 2
            2023-05-01 | partly   | 2023-05-01 | 2027-12-31 | 2026-06-01 | 3
            -          | partly   | 2023-05-01 | 2027-12-31 | 2026-06-01 | 3
            2028-01-01 | ended    | 2028-01-01 | -          | 2026-06-01 | 1
            9999-12-31 | ended    | 2028-01-01 | -          | 2026-06-01 | 1
            """)
    void an_article_says_whether_its_document_is_in_force_on_a_day(String day, String status, String since, String until,
            String knownUntil, int effects) {
        String id = document();
        for (String path : new String[] {"", "/directive"}) {
            var request = day == null ? given() : given().queryParam("inForceOn", day);
            request.get(ARTICLE + path, id).then().statusCode(200).body("force.status", equalTo(status))
                    .body("force.since", equalTo(since)).body("force.until", equalTo(until))
                    .body("force.knownUntil", equalTo(knownUntil)).body("force.effects", hasSize(effects));
        }
    }

    @Test
    void of_a_document_of_which_nothing_is_known_the_status_is_unknown() {
        String id = Editing.published(Editing.directive("Chuyển đổi số", "05-CT/TU"));
        ForceRows.of(id, "2026-06-01");
        given().get(ARTICLE, id).then().body("force.status", equalTo("unknown")).body("force.since", nullValue())
                .body("force.until", nullValue()).body("force.knownUntil", nullValue()).body("force.effects", empty());
        given().get("/api/v1/articles").then().body("items[0].force.status", equalTo("unknown"));
    }

    @Test
    void an_article_without_a_document_and_a_draft_have_no_force() {
        String news = Editing.published(Editing.news("Tin \"directive\":null"));
        given().get(ARTICLE, news).then().body("$", not(hasKey("force")));
        given().get("/api/v1/articles").then().body("items[0]", not(hasKey("force")));
        Editing.draft(document()).then().body("$", not(hasKey("force"))).body("sections[0]", not(hasKey("force")));
    }

    @Test
    void the_day_is_today_in_the_portals_zone() {
        String id = document();
        clock.set(Instant.parse("2027-12-31T16:59:59Z"));
        given().get(ARTICLE, id).then().body("force.status", equalTo("partly"));
        ForceRows.of(id, null).has("", null, "2028-01-01", "in-force").has("", "2028-01-01", null, "ended");
        clock.set(Instant.parse("2027-12-31T17:00:00Z"));
        given().get(ARTICLE, id).then().body("force.status", equalTo("ended"));
    }

    @Test
    void beside_the_document_a_section_has_its_own_status_alone() {
        String id = document();
        for (String path : new String[] {"?include=sections", "/directive"}) {
            given().get(ARTICLE.replace("{id}", id) + path).then().body("sections.eId", contains("sec_1", "sec_1__point_a", "sec_2"))
                    .body("sections[0]", not(hasKey("force"))).body("sections[1]", not(hasKey("force")))
                    .body("sections[2].force.status", equalTo("ended")).body("sections[2].force.since", equalTo("2023-05-01"))
                    .body("sections[2].force.effects", contains(ENDED.toString()));
        }
        given().queryParam("inForceOn", "2021-01-01").get(ARTICLE + "/directive", id).then()
                .body("sections[2]", not(hasKey("force")));
        given().queryParam("include", "sections").get("/api/v1/articles").then()
                .body("items[0].sections[2].force.status", equalTo("ended")).body("items[0].sections[0]", not(hasKey("force")));
    }

    @Test
    void a_section_alone_says_its_status() {
        String id = document();
        given().get(ARTICLE + "/sections/sec_1", id).then().body("force.status", equalTo("partly"));
        given().get(ARTICLE + "/sections/sec_2", id).then().body("force.status", equalTo("ended"));
        given().queryParam("inForceOn", "2021-01-01").get(ARTICLE + "/sections/sec_2", id).then()
                .body("force.status", equalTo("in-force")).body("force.until", equalTo("2023-04-30"));
    }

    @Test
    void the_list_of_sections_leaves_out_those_that_are_not_in_force_on_the_day() {
        String id = document();
        given().get(ARTICLE + "/sections", id).then().body("items.force.status", contains("partly", "partly", "ended"));
        given().queryParam("inForceOn", "2024-01-01").get(ARTICLE + "/sections", id).then()
                .body("items.eId", contains("sec_1", "sec_1__point_a")).body("page.totalItems", equalTo(2));
        given().queryParam("inForceOn", "2021-01-01").queryParam("level", 1).queryParam("size", 1).queryParam("page", 2)
                .get(ARTICLE + "/sections", id).then().body("items.eId", contains("sec_2")).body("page.totalItems", equalTo(2));
        given().queryParam("inForceOn", "2019-01-01").get(ARTICLE + "/sections", id).then()
                .body("items", empty()).body("page.totalItems", equalTo(0));
        given().queryParam("inForceOn", "2024-01-01").get(ARTICLE + "/directive", id).then().body("sections", hasSize(3));
    }

    @Test
    void a_section_may_be_in_force_alone() {
        String id = Editing.published(Editing.directive("Chuyển đổi số", "05-CT/TU"));
        ForceRows.of(id, null).has("", null, null, "unknown").has("sec_2", null, "2025-01-01", "not-yet")
                .has("sec_2", "2025-01-01", null, "in-force");
        given().queryParam("inForceOn", "2025-01-01").get(ARTICLE + "/sections", id).then().body("items.eId", contains("sec_2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "today", "2024-06-30T00:00:00Z", "0000-01-01", "10000-01-01", "2024-06", "20240630",
            "2024-06-30,2024-07-01", "-2024-06-30", " ", "infinity"})
    void what_is_no_day_is_refused(String day) {
        String id = document();
        for (String path : new String[] {"/articles", "/directives", "/resolve?q=05-CT/TU", "/articles/" + id,
                "/articles/" + id + "/directive", "/articles/" + id + "/sections", "/articles/" + id + "/sections/sec_1"}) {
            given().queryParam("inForceOn", day).get("/api/v1" + path).then().statusCode(400)
                    .body("errors[0].parameter", equalTo("inForceOn")).body("errors[0].code", equalTo("wrong-form"));
        }
    }

    @Test
    void a_second_day_is_refused() {
        for (String path : new String[] {"/articles", "/directives", "/resolve?q=05-CT/TU", "/articles/" + document()}) {
            given().queryParam("inForceOn", "2024-01-01", "2025-01-01").get("/api/v1" + path).then().statusCode(400)
                    .body("errors[0].parameter", equalTo("inForceOn")).body("errors[0].code", equalTo("repeated"));
        }
        given().queryParam("inForceOn[gte]", "2024-01-01").get("/api/v1/articles").then().statusCode(400);
    }

    @Test
    void at_most_fifty_events_are_named() {
        String id = Editing.published(Editing.directive("Chuyển đổi số", "05-CT/TU"));
        ForceRows.of(id, null).has("", null, null, "in-force", Stream.generate(UUID::randomUUID).limit(60).toArray(UUID[]::new));
        given().get(ARTICLE, id).then().body("force.effects", hasSize(50));
    }

    @Test
    void it_costs_an_article_no_statement_and_on_a_day_of_another_status_one() {
        String id = document();
        assertEquals(1, Statements.during(() -> given().get(ARTICLE, id)));
        assertEquals(1, Statements.during(() -> given().queryParam("inForceOn", "2024-01-01").get(ARTICLE, id)));
        assertEquals(2, Statements.during(() -> given().queryParam("inForceOn", "2021-01-01").get(ARTICLE, id)));
        assertEquals(1, Statements.during(() -> given().queryParam("inForceOn", "2024-01-01").get("/api/v1/articles")));
        assertEquals(1, Statements.during(() -> given().queryParam("inForceOn", "2024-01-01").get("/api/v1/directives")));
    }
}
