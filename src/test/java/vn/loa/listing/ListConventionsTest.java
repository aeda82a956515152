package vn.loa.listing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.ContentStays;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.Statements;
import vn.loa.support.TestClock;

/** Filters, sorts, fields, includes, counts and cursors, on the list of articles. */
@QuarkusTest
@ContentStays
class ListConventionsTest {

    private static final String ARTICLES = "/api/v1/articles";

    @Inject
    TestClock clock;

    private static String withdrawn;

    /** Four articles. Their days are those of Vietnam, where midnight is 17:00 UTC. */
    @BeforeEach
    void four_articles() {
        if (FreshStart.hasContent()) {
            return;
        }
        publish("2022-01-01T16:59:59Z", "Đất đai", List.of("đất", "luật"), "Nghị định", "30/2020/NĐ-CP", "Chính phủ", "2020-03-05");
        publish("2022-01-01T17:00:00Z", "an toàn", List.of("luật"), "Chỉ thị", "22-CT/TU", null, "2022-07-13");
        publish("2022-01-02T16:59:59Z", "Ánh sáng", List.of(), "Quy định", "1120-QĐ/TU", null, null);
        withdrawn = publish("2022-01-02T17:00:00Z", "Dân sự", List.of("dân sự"), null, null, null, null);
        Editing.withdraw(withdrawn, "Sai sót.").then().statusCode(200);
    }

    private String publish(String at, String title, List<String> tags, String type, String number, String issuer, String issuedOn) {
        clock.set(Instant.parse(at));
        ObjectNode article = Editing.news(title);
        tags.forEach(article.putArray("tags")::add);
        if (type != null) {
            article.putObject("directive").put("type", type).put("number", number).put("issuer", issuer).put("issuedOn", issuedOn);
            article.putArray("sections").addObject().put("number", "1").putArray("paragraphs").addObject()
                    .put("text", "Theo Nghị định số 30/2020/NĐ-CP.");
        }
        return Editing.published(article);
    }

    private static ValidatableResponse list(String... query) {
        var request = given();
        for (int i = 0; i < query.length; i += 2) {
            request = request.queryParam(query[i], query[i + 1]);
        }
        return request.get(ARTICLES).then();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tag                    | luật                       | an toàn,Đất đai
            tag[ne]                | luật                       | Dân sự,Ánh sáng
            tag[ne]                | luật,dân sự                | Ánh sáng
            tag                    | đất,dân sự                 | Dân sự,Đất đai
            tag                    | LUẬT                       | an toàn,Đất đai
            tag                    | luat                       | an toàn,Đất đai
            tag[ne]                | Luat,DAN SU                | Ánh sáng
            tag                    | lua                        |
            firstPublishedAt[gte]  | 2022-01-02                 | Dân sự,Ánh sáng,an toàn
            firstPublishedAt[gte]  | 2022-01-02T16:59:59Z       | Dân sự,Ánh sáng
            firstPublishedAt       | 2022-01-02                 | Ánh sáng,an toàn
            firstPublishedAt       | 2022-01-02T16:59:59Z       | Ánh sáng
            firstPublishedAt[lt]   | 2022-01-02                 | Đất đai
            firstPublishedAt       | 2022-01-01,2022-01-03      | Dân sự,Đất đai
            publicUpdatedAt[lt]    | 2022-01-02                 | Đất đai
            updatedAt[gte]         | 2022-01-03                 | Dân sự
            state                  | withdrawn                  | Dân sự
            state                  | withdrawn,published        | Dân sự,Ánh sáng,an toàn,Đất đai
            language               | vi                         | Dân sự,Ánh sáng,an toàn,Đất đai
            language               | en,fr                      |
            type                   | CHI THI                    | an toàn
            type[ne]               | chỉ thị                    | Dân sự,Ánh sáng,Đất đai
            type[ne]               | chỉ thị,nghị định          | Dân sự,Ánh sáng
            type                   | chi thi,nghi dinh          | an toàn,Đất đai
            number                 | 22 - ct / tu               | an toàn
            number                 | 22-CT/TU, 30/2020/NĐ-CP    | an toàn,Đất đai
            issuer                 | chinh phu                  | Đất đai
            issuedOn               | 2022-07-13                 | an toàn
            issuedOn[gte]          | 2020-03-05                 | an toàn,Đất đai
            issuedOn[gte]          | 2020-03-06                 | an toàn
            issuedOn[lt]           | 2020-03-06                 | Đất đai""")
    void filters_find_what_they_say(String name, String value, String titles) {
        List<String> expected = titles == null ? List.of() : List.of(titles.split(","));
        list(name, value).statusCode(200).body("items.title", equalTo(expected)).body("page.totalItems", equalTo(expected.size()));
    }

    @Test
    void filters_combine() {
        list("tag", "luật", "firstPublishedAt[lt]", "2022-01-02").body("items.title", contains("Đất đai"));
        list("tag", "đất,nước", "type", "nghị định").body("items.title", contains("Đất đai"));
    }

    @Test
    void a_value_may_have_a_comma() {
        clock.set(Instant.parse("2021-12-31T00:00:00Z"));
        String id = Editing.published(Editing.object("{\"title\": \"Liên tịch\", \"tags\": [\"đất, nước\"]}"));
        list("tag", "Đất\\, nước").body("items.title", contains("Liên tịch"));
        list("tag", "đất\\, nước,dân sự").body("items.title", contains("Dân sự", "Liên tịch"));
        list("tag", "đất\\, nước", "tag", "dân sự").body("items.title", contains("Dân sự", "Liên tịch"));
        list("tag", "nước").body("items.title", empty());
        Editing.remove(id, "Nhầm").then().statusCode(200);
    }

    @Test
    void a_number_may_be_larger_than_any_that_there_is() {
        given().get("/api/v1/tags?articles[lt]=3000000000").then().statusCode(200).body("items.size()", equalTo(3));
        given().get("/api/v1/tags?articles=2,9223372036854775807").then().statusCode(200).body("items.tag", contains("luật"));
        given().get("/api/v1/tags?articles=9223372036854775808").then().statusCode(400).body("errors.parameter", contains("articles"));
    }

    @Test
    void a_filter_has_at_most_twenty_values() {
        list("tag", "luật" + ",x".repeat(19)).statusCode(200).body("items.title", contains("an toàn", "Đất đai"));
        list("tag", "luật" + ",x".repeat(20)).statusCode(400).body("errors.parameter", contains("tag"))
                .body("errors.code", contains("too-many"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title                 | an toàn,Ánh sáng,Dân sự,Đất đai
            -title                | Đất đai,Dân sự,Ánh sáng,an toàn
            -firstPublishedAt,title | Dân sự,Ánh sáng,an toàn,Đất đai
            firstPublishedAt      | Đất đai,an toàn,Ánh sáng,Dân sự
            updatedAt             | Đất đai,an toàn,Ánh sáng,Dân sự
            -issuedOn             | an toàn,Đất đai,Dân sự,Ánh sáng
            issuedOn,-title       | Đất đai,an toàn,Dân sự,Ánh sáng""")
    void every_sort_is_the_same_by_page_and_by_cursor(String sort, String titles) {
        List<String> expected = List.of(titles.split(","));
        list("sort", sort).body("items.title", equalTo(expected));
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            paged.addAll(list("sort", sort, "size", "1", "page", "" + page).extract().path("items.title"));
        }
        assertEquals(expected, paged);
        List<String> walked = new ArrayList<>();
        JsonPath page = list("sort", sort, "size", "1").extract().jsonPath();
        walked.addAll(page.getList("items.title"));
        while (page.getString("page.nextCursor") != null) {
            page = list("sort", sort, "size", "1", "cursor", page.getString("page.nextCursor")).statusCode(200).extract().jsonPath();
            walked.addAll(page.getList("items.title"));
        }
        assertEquals(expected, walked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour             | red                  | colour           | unknown-parameter
            tag[near]          | x                    | tag[near]        | unknown-operator
            title              | x                    | title            | unknown-parameter
            tag[gte]           | x                    | tag[gte]         | unknown-operator
            tag[eq]            | x                    | tag[eq]          | unknown-operator
            tag[in]            | x                    | tag[in]          | unknown-operator
            updatedAt[gt]      | 2022-01-02           | updatedAt[gt]    | unknown-operator
            publishedAt        | 2022-01-02           | publishedAt      | unknown-parameter
            sort               | colour               | sort             | unknown-sort
            sort               | tag                  | sort             | unknown-sort
            sort               | title,-title         | sort             | repeated
            sort               | title,               | sort             | unknown-sort
            fields             | title,colour         | fields           | unknown-field
            include            | sections,colour      | include          | unknown-include
            count              | many                 | count            | wrong-form
            state              | draft                | state            | wrong-form
            updatedAt[gte]     | yesterday            | updatedAt[gte]   | wrong-form
            updatedAt[lt]      | 2022-01-02,2022-01-03 | updatedAt[lt]   | wrong-form
            updatedAt          | 2022-02-30           | updatedAt        | wrong-form
            issuedOn           | 2022-01-01,          | issuedOn         | wrong-form
            tag                | a,,b                 | tag              | wrong-form""")
    void what_the_list_does_not_know_is_named(String name, String value, String parameter, String code) {
        list(name, value).statusCode(400).body("errors.parameter", contains(parameter)).body("errors.code", contains(code));
    }

    @Test
    void a_list_that_is_repeated_is_the_same_as_one_with_commas() {
        for (String[] parameter : new String[][] {{"tag", "đất", "dân sự"}, {"sort", "issuedOn", "-title"}, {"type[ne]", "chi thi", "x"},
            {"fields", "title", "slug"}, {"include", "sections", "tags"}}) {
            String commas = list(parameter[0], parameter[1] + "," + parameter[2]).statusCode(200).extract().asString();
            assertEquals(commas, list(parameter[0], parameter[1], parameter[0], parameter[2]).statusCode(200).extract().asString());
        }
        String article = given().queryParam("fields", "title", "slug").get(ARTICLES + "/" + withdrawn).then().statusCode(200)
                .body("keySet()", containsInAnyOrder("title", "slug")).extract().asString();
        assertEquals(article, given().queryParam("fields", "title,slug").get(ARTICLES + "/" + withdrawn).asString());
        for (String once : List.of("page", "count", "updatedAt[gte]", "cursor")) {
            list(once, "1", once, "2").statusCode(400).body("errors.parameter", contains(once)).body("errors.code", contains("repeated"));
        }
    }

    @Test
    void the_unknown_word_is_named_too() {
        list("sort", "-colour").body("detail", containsString("'colour'")).body("detail", containsString("title"));
        list("fields", "colour").body("detail", containsString("'colour'"));
        list("include", "colour").body("detail", containsString("'colour'"));
    }

    @Test
    void a_cursor_belongs_to_its_sort_and_its_filters() {
        String cursor = list("size", "1", "sort", "title", "tag", "luật").extract().path("page.nextCursor");
        list("cursor", cursor, "sort", "title", "tag", "luật", "fields", "slug", "count", "none", "size", "3").statusCode(200);
        for (String[] other : new String[][] {{"tag", "luật"}, {"sort", "title"}, {"sort", "-title", "tag", "luật"},
            {"sort", "title", "tag", "đất"}, {"sort", "title", "tag[ne]", "luật"}}) {
            String[] query = Arrays.copyOf(other, other.length + 2);
            query[other.length] = "cursor";
            query[other.length + 1] = cursor;
            list(query).statusCode(400).body("errors.parameter", contains("cursor"));
        }
        given().queryParam("cursor", cursor).get("/api/v1/tags").then().statusCode(400);
    }

    @Test
    void nothing_is_counted_when_nobody_asks() {
        assertEquals(1, Statements.during(() -> list("count", "none", "size", "2").statusCode(200)
                .body("page.totalItems", nullValue()).body("page.totalPages", nullValue()).body("page.nextCursor", notNullValue())
                .header("Link", containsString("rel=\"next\"")).header("Link", not(containsString("rel=\"last\"")))));
        list("count", "none", "page", "2", "size", "3").header("Link", not(containsString("rel=\"next\"")))
                .header("Link", containsString("rel=\"prev\""));
        list("count", "exact").body("page.totalItems", equalTo(4));
    }

    @Test
    void links_keep_what_was_asked_for() {
        list("tag", "luật", "size", "1", "sort", "title").header("Link", containsString("sort=title"))
                .header("Link", containsString("tag=lu%E1%BA%ADt"));
        list("updatedAt[gte]", "2022-01-02", "size", "1").header("Link", containsString("updatedAt%5Bgte%5D=2022-01-02"));
    }

    @Test
    void fields_leave_out_the_rest() {
        list("fields", "title,slug").statusCode(200).body("items[0].keySet()", containsInAnyOrder("title", "slug"));
        list("fields", "id,body").body("items[0].keySet()", containsInAnyOrder("id", "body"))
                .body("items[0].body", containsString("Nội dung của Dân sự"));
        list("fields", "withdrawal").body("items[0].withdrawal.explanation", equalTo("Sai sót.")).body("items[1].keySet()", hasSize(0));
    }

    @Test
    void fields_and_includes_combine() {
        list("fields", "title", "include", "tags,citations").body("items[2].keySet()",
                containsInAnyOrder("title", "tags", "citations"));
        list("fields", "title,sections").body("items[2].keySet()", containsInAnyOrder("title", "sections"))
                .body("items[2].sections.eId", contains("sec_1"));
    }

    @Test
    void fields_work_on_one_article_too() {
        String article = ARTICLES + "/" + withdrawn;
        String slug = given().queryParam("fields", "slug").get(article).then().statusCode(200)
                .body("keySet()", contains("slug")).extract().path("slug");
        given().queryParam("fields", "title").queryParam("include", "sections").get(ARTICLES + "/" + slug).then()
                .statusCode(200).body("keySet()", containsInAnyOrder("title", "sections"));
        given().queryParam("fields", "colour").get(article).then().statusCode(400).body("errors.parameter", contains("fields"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "citations", "sections,citations", "changeHistory"})
    void what_is_included_is_what_the_article_itself_includes_and_costs_few_statements(String include) {
        assertEquals(include.equals("changeHistory") ? 2 : include.equals("citations") ? 3 : 4, Statements.during(() -> list("include", include).statusCode(200)));
        List<String> ids = list().extract().path("items.id");
        JsonPath listed = list("include", include).extract().jsonPath();
        for (int i = 0; i < ids.size(); i++) {
            JsonPath alone = given().queryParam("include", include).get(ARTICLES + "/" + ids.get(i)).jsonPath();
            for (String part : Set.of("sections", "citations", "changeHistory", "title", "directive", "revision", "tags",
                    "revisionPublishedAt", "firstPublishedAt", "publicUpdatedAt", "updatedAt", "withdrawal", "state", "summary")) {
                assertEquals((Object) alone.get(part), listed.get("items[" + i + "]." + part), part);
            }
        }
    }
}
