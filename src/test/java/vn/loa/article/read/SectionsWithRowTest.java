package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.ForceRows;
import vn.loa.support.Statements;

/** The sections that are read with an article's row are those that other statements read, and lead to the same documents. */
@QuarkusTest
class SectionsWithRowTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Inject
    DataSource database;

    private static String document(String type, String number, String issuedOn, String title) {
        ObjectNode content = Editing.directive("Bài về " + number, number);
        ((ObjectNode) content.path("directive")).put("type", type).put("issuedOn", issuedOn).put("title", title);
        return Editing.published(content);
    }

    private static String citing(String... paragraphs) {
        ObjectNode content = Editing.directive("Bài viện dẫn", "1-CT/TU");
        content.withArray("sections").removeAll();
        ObjectNode section = content.withArray("sections").addObject().put("number", "1");
        List.of(paragraphs).forEach(paragraph -> section.withArray("paragraphs").addObject().put("text", paragraph));
        content.withArray("sections").addObject().put("number", "a").put("level", 2).put("heading", "\"Mục\" \\ một\tdòng")
                .withArray("paragraphs").addObject().put("text", "Không viện dẫn.");
        return Editing.published(content);
    }

    /** The sections, of which each citation's candidates are counted. */
    private static List<Map<String, Object>> sections(String id, int statements, String query) {
        Object[] found = new Object[1];
        assertEquals(statements, Statements.during(() -> found[0] = given().get(ARTICLE + query, id).then().statusCode(200)
                .extract().path("sections")), query);
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> sections = (List<Map<String, Object>>) found[0];
        return sections;
    }

    private static List<Object> candidates(String id, int statements) {
        List<Map<String, Object>> sections = sections(id, statements, "?include=sections");
        assertEquals(sections(id, 3, "?include=sections,citations"), sections);
        assertEquals("\"Mục\" \\ một dòng", sections.get(1).get("heading"));
        return sections.stream().flatMap(section -> ((List<?>) section.get("citations")).stream()).map(citation -> {
            Map<?, ?> each = (Map<?, ?>) citation;
            return (Object) (each.get("target") != null ? 1 : each.get("candidates") == null ? 0 : ((List<?>) each.get("candidates")).size());
        }).toList();
    }

    @Test
    void type_and_day_and_the_citing_texts_own_day_decide_what_is_meant() {
        document("Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Văn thư");
        document("Nghị định", "30/2020/NĐ-CP", "2021-03-05", "Văn thư");
        document("Thông tư", "30/2020/NĐ-CP", "2022-03-05", "Văn thư");
        document("Luật", "31/2018/QH14", "2018-11-19", "Luật Trồng trọt");
        document("Luật", "31/2025/QH15", "2025-11-19", "Luật Trồng trọt");
        String id = citing("Theo Nghị định số 30/2020/NĐ-CP.", "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020.",
                "Theo Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020.", "Theo khoản 2 Điều 5 Luật Trồng trọt.",
                "Theo Nghị định số 31/2020/NĐ-CP.");
        assertEquals(List.of(2, 1, 0, 1, 0), candidates(id, 1));
    }

    @Test
    void of_a_number_that_many_have_ten_are_candidates() {
        for (int i = 0; i < 12; i++) {
            document("Chỉ thị", "95-CT/TU", "2010-01-%02d".formatted(i + 1), "Số " + i);
        }
        assertEquals(List.of(10), candidates(citing("Theo Chỉ thị số 95-CT/TU."), 1));
    }

    @Test
    void a_number_that_more_have_than_are_read_costs_a_statement() throws SQLException {
        String id = citing("Theo Chỉ thị số 95-CT/TU ngày 02 tháng 01 năm 2011.");
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("insert into document (article_id, document_key, type_key, issued_on, slug, title) select gen_random_uuid(), "
                    + "'95-CT/TU', 'chỉ thị', date '2010-12-13' + n, 'so-' || n, 'Số ' || n from generate_series(1, 51) n");
            statement.execute("set session_replication_role = origin");
        }
        assertEquals(List.of(1), candidates(id, 2));
    }

    /** With all that a section can have, and the same text at its moment, of which nothing is kept. */
    @Test
    void what_is_kept_of_a_text_has_the_bytes_of_its_sections() throws SQLException {
        document("Nghị định", "30/2020/NĐ-CP", "2020-03-05", "\"Văn\" thư");
        document("Nghị định", "30/2020/NĐ-CP", "2021-03-05", "Văn \\ thư");
        document("Luật", "31/2018/QH14", "2018-11-19", "Luật Trồng trọt");
        ObjectNode content = Editing.directive("Bài có tất cả", "2-CT/TU");
        content.set("sections", Editing.object("""
                {"all": [{"number": "1", "heading": "\\"Mục\\" \\\\ \\u001f\\u007f <b> \\u2028", "paragraphs": [
                    {"text": "Theo điểm a khoản 2 Điều 5 Luật Trồng trọt, Chương II Nghị định số 30/2020/NĐ-CP và Nghị định số 9/2021/NĐ-CP \\ud83d\\ude00."},
                    {"kind": "table", "rows": [{"cells": [{"text": "Cột", "header": true, "columnSpan": 2}]}, {"cells": [{"text": "a"}, {"text": "b"}]}]}],
                    "notes": [{"number": "1", "part": "text", "at": "sec_1__p_1", "offset": 4, "paragraphs": [{"text": "Khoản này được sửa đổi."}]}]},
                  {"number": "a", "level": 2}, {"number": "2", "paragraphs": [{"text": "Theo Chỉ thị số 2-CT/TU."}]}]}""").get("all"));
        String id = Editing.published(content);
        ForceRows.of(id, "2026-06-01").has("", null, null, "in-force").has("sec_2", null, null, "ended");
        String kept = text(id, 1, "?include=sections");
        assertEquals(kept, text(id, 1, "?include=sections&at=2099-01-01"));
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("delete from shown_text");
        }
        assertEquals(kept, text(id, 3, "?include=sections&at=2099-01-02"));
    }

    @Test
    void a_text_with_characters_that_are_written_in_two_ways_is_not_kept() {
        ObjectNode content = Editing.directive("Bài có hình", "3-CT/TU");
        ((ObjectNode) content.path("sections").get(0)).put("heading", "Nhiệm vụ \ud83d\ude00");
        text(Editing.published(content), 3, "?include=sections");
    }

    private static String text(String id, int statements, String query) {
        String[] found = new String[1];
        assertEquals(statements, Statements.during(() -> found[0] = given().get(ARTICLE + query, id).then().statusCode(200)
                .extract().asString()), query);
        return found[0];
    }
}
