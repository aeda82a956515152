package vn.loa.article.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Editors find what they work on by its words. */
@QuarkusTest
class DraftWordsTest {

    private static final String DRAFTS = "/api/v1/drafts";

    @Inject
    DataSource database;

    private static ObjectNode news(String title, String words) {
        return Editing.news(title).put("body", "<p>" + words + "</p>");
    }

    private static ValidatableResponse find(String q) {
        return Pages.asAdmin().queryParam("q", q).get(DRAFTS).then().statusCode(200);
    }

    private static ValidatableResponse findAmongAll(String q) {
        return Pages.asAdmin().queryParam("q", q).queryParam("scope", "all").get(DRAFTS).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"số hóa", "SO HOA", "hoá số", "33-CT/TU", "ct 33", "lâm ngọc hân", "tóm tắt", "văn thư", "hồ sơ giấy", "nhiệm vụ",
            "báo cáo hằng năm", "chi thi so hoa ho so", "số, hóa!", "\"số hóa\""})
    void a_working_copy_is_found_by_the_words_of_all_its_text(String q) {
        String id = Editing.created(Editing.directive("Số hóa", "33-CT/TU"));
        Editing.created(news("Rừng tràm", "Voọc bạc, ﬁlm, qui định."));
        find(q).body("items.id", contains(id)).body("page.totalItems", equalTo(1));
        find(q + " vooc").body("items", empty()).body("page.totalItems", equalTo(0));
    }

    @Test
    void words_are_folded_as_searches_fold_them() {
        String id = Editing.created(news("Rừng tràm", "Voọc bạc, ﬁlm, 5 m², quy định, 007."));
        for (String q : List.of("vooc", "film", "m2", "quí qui định", "quy", "7")) {
            find(q.equals("quí qui định") ? "qui dinh" : q).body("items.id", contains(id));
        }
    }

    @Test
    void what_is_saved_published_restored_and_thrown_away_is_found_as_it_is() {
        String id = Editing.published(news("Một", "Rừng tràm."));
        find("rừng").body("items", empty());
        findAmongAll("rừng tràm").body("items.id", contains(id)).body("items[0].edited", equalTo(false));
        Editing.patch(id, "*", "{\"title\": \"Hai\"}").then().statusCode(200);
        find("hai rừng").body("items.id", contains(id));
        find("một").body("items", empty());
        Editing.put(id, Editing.etag(id), news("Ba", "Biển xanh.")).then().statusCode(200);
        find("biển").body("items.id", contains(id));
        find("rừng").body("items", empty());
        Editing.step(id, "discard-draft", "*", Map.of()).then().statusCode(204);
        find("rừng").body("items", empty());
        findAmongAll("một rừng tràm").body("items.id", contains(id));
        findAmongAll("biển").body("items", empty());
        Editing.put(id, Editing.etag(id), news("Bốn", "Núi cao.")).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        find("núi").body("items", empty());
        findAmongAll("núi").body("items.id", contains(id));
        Editing.step(id, "restore", "*", Map.of("revision", 1)).then().statusCode(200);
        find("rừng").body("items.id", contains(id));
        find("núi").body("items", empty());
        Editing.remove(id, "Nhầm").then().statusCode(200);
        findAmongAll("rừng").body("items.id", contains(id)).body("items[0].state", equalTo("gone"));
        String never = Editing.created(news("Năm", "Sông dài."));
        Editing.step(never, "discard-draft", "*", Map.of()).then().statusCode(204);
        findAmongAll("sông").body("items", empty());
    }

    @Test
    void sections_are_found_after_a_discard_and_states_and_pages_hold() {
        String directive = Editing.published(Editing.directive("Số hóa", "33-CT/TU"));
        Editing.retitled(directive, "Khác");
        Editing.step(directive, "discard-draft", "*", Map.of()).then().statusCode(204);
        findAmongAll("số hóa báo cáo hằng năm nhiệm vụ").body("items.id", contains(directive));
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            ids.add(0, Editing.created(news("Tin " + n, "Rừng.")));
            Editing.created(news("Khác " + n, "Biển."));
        }
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            var request = Pages.asAdmin().queryParam("size", 2).queryParam("q", "rừng");
            Response page = cursor == null ? request.get(DRAFTS) : request.queryParam("cursor", cursor).get(DRAFTS);
            walked.addAll(page.then().statusCode(200).extract().path("items.id"));
            cursor = page.path("page.nextCursor");
        } while (cursor != null);
        assertEquals(ids, walked);
        Pages.asAdmin().queryParam("size", 2).queryParam("page", 3).queryParam("q", "rừng").get(DRAFTS).then()
                .body("items.id", contains(ids.get(4))).body("page.totalItems", equalTo(5));
        Pages.asAdmin().queryParam("q", "rừng").queryParam("page", 9).get(DRAFTS).then().body("items", empty())
                .body("page.totalItems", equalTo(5));
        Pages.asAdmin().queryParam("q", "rừng").queryParam("state", "published").get(DRAFTS).then().body("items", empty());
        Pages.asAdmin().queryParam("q", "rừng").queryParam("state", "draft").queryParam("count", "none").get(DRAFTS).then()
                .body("items.id", equalTo(ids)).body("page.totalItems", nullValue());
    }

    @Test
    void what_more_than_five_thousand_have_is_listed_without_their_number() throws SQLException {
        String first = Editing.created(news("Tin", "Rừng tràm."));
        String last = Editing.created(news("Tin", "Rừng."));
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into article (id, slug, state, created_at, updated_at, version)
                    select md5(n::text)::uuid, 'n-' || n, 'draft', '2020-01-01', '2020-01-01', 0 from generate_series(1, 5000) n""");
            statement.execute("""
                    insert into revision (article_id, language, title, body, tags, created_at, updated_at, body_bytes, section_bytes,
                        citation_bytes, cites)
                    select md5(n::text)::uuid, 'vi', 'N', '', '{}', '2020-01-01', '2020-01-01', 0, 0, 0, 0 from generate_series(1, 5000) n""");
            statement.execute("""
                    insert into article_words (article_id, head, text)
                    select md5(n::text)::uuid, 'n', case when n < 5000 then 'rung' else 'song' end from generate_series(1, 5000) n""");
            // Thousands of rows at once are unknown to the planner until PostgreSQL has counted them by itself.
            statement.execute("analyze article, revision, article_words");
        }
        for (String scope : List.of("edited", "all")) {
            Pages.asAdmin().queryParam("q", "rừng").queryParam("size", 3).queryParam("scope", scope).get(DRAFTS).then().statusCode(200)
                    .body("items[0].id", equalTo(last)).body("items[1].id", equalTo(first)).body("items.size()", equalTo(3))
                    .body("page.totalItems", nullValue());
            Pages.asAdmin().queryParam("q", "rừng tràm").queryParam("scope", scope).get(DRAFTS).then()
                    .body("items.id", contains(first)).body("page.totalItems", equalTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "!!!", "\"\"", "🙂", "-", "%_", "\u200b"})
    void a_query_without_words_is_refused(String q) {
        Pages.asAdmin().queryParam("q", q).get(DRAFTS).then().statusCode(400).body("errors[0].parameter", equalTo("q"))
                .body("errors[0].code", equalTo("no-words"));
    }

    @Test
    void odd_queries_break_nothing_and_none_tells_strangers_anything() {
        Editing.created(news("Mật", "Bí mật."));
        for (String q : List.of("a", "' or 1=1 --", "{a,b}", "ﬁ ß İ", "𝐫ừ𝐧𝐠", "null", "a\"b", "NULL")) {
            assertEquals("200 " + q, Pages.asAdmin().queryParam("q", q).get(DRAFTS).statusCode() + " " + q);
            find(q).body("items", empty());
        }
        for (String bytes : List.of("%00", "a%00b", "%ED%A0%80a", "%FF")) {
            Pages.asAdmin().urlEncodingEnabled(false).get(DRAFTS + "?q=" + bytes).then().statusCode(anyOf(is(200), is(400)));
        }
        Pages.asAdmin().queryParam("q", "x".repeat(201)).get(DRAFTS).then().statusCode(400).body("errors[0].code", equalTo("too-long"));
        given().queryParam("q", "mật").get(DRAFTS).then().statusCode(401);
    }
}
