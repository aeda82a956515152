package vn.loa.article.revision;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** The published revisions of an article. */
@QuarkusTest
class RevisionTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    /** Three revisions, published at noon of 15, 16 and 17 July in Vietnam; the second is a small correction. */
    private String threeRevisions() {
        String id = Editing.published(Editing.directive("Một", "31-CT/TU"));
        clock.advance(Duration.ofDays(1));
        Editing.retitled(id, "Hai");
        Editing.publish(id, Map.of("minor", true, "changeNote", "Sửa lỗi chính tả")).then().statusCode(200);
        clock.advance(Duration.ofDays(1));
        Editing.patch(id, "*", """
                {"title": "Ba", "sections": [
                  {"number": "1", "heading": "Nhiệm vụ", "paragraphs": [{"text": "Số hóa tài liệu theo Nghị định số 30/2020/NĐ-CP."}]},
                  {"number": "3", "paragraphs": [{"text": "Mục mới."}]}]}""").then().statusCode(200);
        Editing.publish(id, Map.of("changeNote", "Thêm mục 3")).then().statusCode(200);
        return id;
    }

    @Test
    void each_publish_makes_a_numbered_revision_that_stays_readable() {
        String id = threeRevisions();
        given().get(ARTICLE + "/revisions", id).then().statusCode(200)
                .body("items.number", contains(3, 2, 1)).body("items.minor", contains(false, true, false))
                .body("items.title", contains("Ba", "Hai", "Một")).body("page.totalItems", equalTo(3));
        given().queryParam("include", "sections").get(ARTICLE + "/revisions/1", id).then().statusCode(200)
                .body("title", equalTo("Một")).body("revision", equalTo(1)).body("sections", hasSize(3));
        given().get(ARTICLE + "/revisions/4", id).then().statusCode(404);
        given().get(ARTICLE + "/revisions/x", id).then().statusCode(400);
        Editing.retitled(id, "Bốn");
        given().get(ARTICLE + "/revisions/4", id).then().statusCode(404);
    }

    @Test
    void only_major_changes_are_news_to_readers() {
        String id = threeRevisions();
        given().queryParam("include", "changeHistory").get(ARTICLE, id).then().statusCode(200)
                .body("firstPublishedAt", equalTo("2026-07-15T05:00:00Z"))
                .body("publicUpdatedAt", equalTo("2026-07-17T05:00:00Z"))
                .body("changeHistory.revision", contains(3, 1)).body("changeHistory.changeNote", contains("Thêm mục 3", null));
        Editing.retitled(id, "Bốn");
        clock.advance(Duration.ofDays(1));
        Editing.publish(id, Map.of("minor", true)).then().statusCode(200);
        given().get(ARTICLE, id).then().body("publicUpdatedAt", equalTo("2026-07-17T05:00:00Z"))
                .body("updatedAt", equalTo("2026-07-18T05:00:00Z")).body("changeHistory", nullValue());
    }

    @Test
    void the_text_is_readable_as_it_stood_at_a_time() {
        String id = threeRevisions();
        // A date means the end of that day in the site's zone.
        for (String[] expected : new String[][] {{"2026-07-15", "1"}, {"2026-07-16", "2"}, {"2026-07-17", "3"},
            {"2030-01-01", "3"}, {"2026-07-16T04:59:59Z", "1"}, {"2026-07-16T05:00:00Z", "2"},
            {"2026-07-16T12:00:00+07:00", "2"}}) {
            given().queryParam("at", expected[0]).get(ARTICLE, id).then().statusCode(200)
                    .body("revision", equalTo(Integer.valueOf(expected[1])));
        }
        given().queryParam("at", "2026-07-16").get(ARTICLE + "/sections", id).then().body("items", hasSize(3));
        given().get(ARTICLE + "/sections", id).then().body("items", hasSize(2));
        given().queryParam("at", "2026-07-16").get(ARTICLE + "/sections/sec_2", id).then().statusCode(200);
        given().queryParam("at", "2026-07-16").get(ARTICLE + "/toc", id).then().body("entries", hasSize(2));
        given().queryParam("at", "2026-07-16").get("/api/v1/articles/mot").then().body("title", equalTo("Hai"));
        given().queryParam("at", "2026-07-14").get(ARTICLE, id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-07-15T00:00:00", "+999999999-01-01T00:00:00Z", "20260715"})
    void a_time_of_the_wrong_form_is_refused(String at) {
        String id = Editing.published(Editing.news("Tin"));
        given().queryParam("at", at).get(ARTICLE, id).then().statusCode(400).body("errors.parameter", contains("at"))
                .body("errors.message", contains("must be a date or an instant (RFC 3339), after 0001-01-01 and before 9999-12-30"));
    }

    @Test
    void an_imported_article_is_readable_at_the_time_it_was_published_elsewhere() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        String first = given().get(ARTICLE, id).path("firstPublishedAt");
        given().queryParam("at", first).get(ARTICLE, id).then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void two_revisions_are_compared_section_by_section_and_word_by_word() {
        String id = threeRevisions();
        given().get(ARTICLE + "/revisions/1/diff/3", id).then().statusCode(200)
                .body("before", equalTo(1)).body("after", equalTo(3))
                .body("sections.find { it.eId == 'sec_1' }.changes", contains("changed"))
                .body("sections.find { it.eId == 'sec_3' }.changes", contains("added"))
                .body("sections.find { it.eId == 'sec_2' }.changes", contains("removed"))
                .body("sections.find { it.eId == 'sec_1' }.paragraphs[0].words.findAll { it.op == 'delete' }.text",
                        hasItem("hồ sơ"))
                .body("fields.find { it.field == 'title' }.words.op", contains("delete", "insert"));
        String other = Editing.published(Editing.news("Tin").put("body", "<p>một</p><p>hai</p>"));
        Editing.patch(other, "*", "{\"body\": \"<p>một hai</p>\"}").then().statusCode(200);
        Editing.publish(other).then().statusCode(200);
        given().get(ARTICLE + "/revisions/1/diff/2", other).then()
                .body("fields.words.flatten().findAll { it.op != 'insert' }*.text.join('')", equalTo("một\nhai"));
        given().get(ARTICLE + "/revisions/2/diff/2", id).then().body("sections", hasSize(0)).body("fields", hasSize(0));
        given().get(ARTICLE + "/revisions/1/diff/9", id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update revision set title = 'x' where number = 1", "delete from revision where number = 1",
        "update section set heading = 'x'", "delete from section", "delete from article",
        "update article set first_published_at = now()"})
    void the_database_itself_refuses_to_change_what_was_published(String sql) throws SQLException {
        String id = Editing.published(Editing.directive("Một", "31-CT/TU"));
        String before = given().get(ARTICLE + "?include=sections,citations", id).asString();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeUpdate(sql));
        }
        assertEquals(before, given().get(ARTICLE + "?include=sections,citations", id).asString());
    }
}
