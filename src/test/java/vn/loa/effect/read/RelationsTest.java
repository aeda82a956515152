package vn.loa.effect.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.effect.Decrees.ARTICLES;
import static vn.loa.effect.Decrees.relations;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.effect.Decrees;
import vn.loa.effect.LawTexts;
import vn.loa.support.Editing;

/** What documents are to each other. */
@QuarkusTest
class RelationsTest {

    private static final String OLD = "5/2019/NĐ-CP";
    private static final String NEW = "20/2021/NĐ-CP";

    @Inject
    DataSource database;

    @Test
    void a_document_stands_in_relations_to_others_and_they_to_it() {
        String old = Editing.published(Decrees.plain(OLD));
        String amending = Editing.published(Decrees.amending(NEW, Decrees.named(OLD)));
        relations(amending, "").body("items.kind", contains("amends", "basis")).body("page.totalItems", equalTo(2))
                .body("items[0].by.article.articleId", equalTo(amending)).body("items[0].target.article.articleId", equalTo(old))
                .body("items[0].statedIn.id", equalTo(amending)).body("items[0].quote.text", containsString("khoản 2 Điều 2"))
                .body("items[1].target.document.number", equalTo("16/2012/QH13")).body("items[1].target.article", nullValue())
                .body("items[1].quote.paragraphEId", equalTo("preamble__p_1"));
        relations(old, "?direction=in").body("items.kind", contains("amends")).body("items[0].by.document.number", equalTo(NEW))
                .body("items[0].target.article.articleId", equalTo(old));
        relations(old, "").body("items", hasSize(0));
        relations(amending, "?kind=basis,guides").body("items", hasSize(1));
        relations(amending, "?sort=-kind").body("items.kind", contains("basis", "amends"));
    }

    @Test
    void an_end_that_is_not_here_is_joined_as_soon_as_it_is() {
        String amending = Editing.published(Decrees.amending(NEW, Decrees.named(OLD)));
        relations(amending, "?kind=amends").body("items[0].target.article", nullValue())
                .body("items[0].target.document.issuedOn", equalTo(Decrees.ISSUED)).header("Cache-Tag", containsString("cites-5-2019-nd-cp"));
        String old = Editing.published(Decrees.plain(OLD));
        relations(amending, "?kind=amends").body("items[0].target.article.articleId", equalTo(old));
        Editing.remove(amending, "Nhầm.").then().statusCode(200);
        relations(old, "?direction=in").body("items", hasSize(0));
    }

    @Test
    void a_text_means_no_later_document_that_got_the_number_again() {
        String older = Editing.published(LawTexts.content("22/QĐ-BVH", "2015-03-01", "x", "Điều 1. Phạm vi\n\nBiển hiệu."));
        String repealing = Editing.published(LawTexts.content("40/TT-BVH", "2016-03-01", "x", "Điều 1. Hiệu lực thi hành\n\nThông tư số "
                + "22/QĐ-BVH hết hiệu lực kể từ ngày 01 tháng 4 năm 2016."));
        String later = Editing.published(LawTexts.content("22/QĐ-BVH", "2023-03-01", "x", "Điều 1. Phạm vi\n\nBiển hiệu."));
        relations(older, "?direction=in").body("items.statedIn.id", contains(repealing)).body("page.totalItems", equalTo(1));
        relations(later, "?direction=in").body("items", hasSize(0)).body("page.totalItems", equalTo(0));
        relations(repealing, "").body("items.target.article.articleId", contains(older));
    }

    @Test
    void a_later_document_that_got_the_number_again_stands_in_no_relation_that_a_text_told_before() {
        Editing.published(LawTexts.base());
        String telling = Editing.published(Editing.object(LawTexts.consolidated().toString().replace(
                "Thông tư số 10/2026/TT-BVH ngày 02 tháng 3 năm 2026", "Thông tư số 10/2026/TT-BVH")));
        String earlier = Editing.published(LawTexts.content(LawTexts.AMENDING, "2026-03-02", "x", "Điều 1. Phạm vi\n\nBiển hiệu."));
        String later = Editing.published(LawTexts.content(LawTexts.AMENDING, "2026-12-01", "x", "Điều 1. Phạm vi\n\nBiển hiệu."));
        relations(earlier, "").body("items.statedIn.id", contains(telling)).body("items[0].by.article.articleId", equalTo(earlier));
        relations(later, "").body("items", hasSize(0));
    }

    @Test
    void relations_to_a_law_are_found_in_order_and_counted_from_an_index_alone() throws SQLException {
        String stating = Editing.published(Decrees.plain(OLD));
        String to = "(" + RelationRepository.TO.formatted("'45/2013/QH13'", "'luật'", "'2013-11-29'") + ") t";
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into relation (article_id, place, kind, document, document_key, document_type_key, read_in) "
                    + "select '" + stating + "', n, 'basis', '{}', case when n > 10000 then n || '/X' else '45/2013/QH13' end, 'luật', "
                    + "date '2024-01-01' - n % 9000 from generate_series(1, 60000) n");
            statement.execute("analyze relation");
            // What is chosen without them depends on when the table was vacuumed.
            statement.execute("set local enable_bitmapscan = off");
            statement.execute("set local enable_seqscan = off");
            String counted = plan("select count(*) from " + to, statement);
            assertTrue(counted.contains("Index Only Scan using relation_document"), counted);
            String page = plan("select * from " + to + " order by t.kind, t.id limit 21", statement);
            assertTrue(page.contains("Scan using relation_document"), page);
            assertFalse(page.contains("Sort"), page);
            connection.rollback();
        }
    }

    private static String plan(String sql, Statement statement) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet row = statement.executeQuery("explain (costs off) " + sql)) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direction=x", "kind=loves", "sort=by", "fields=waitsFor", "page=0", "x=1"})
    void what_no_list_has_is_refused(String query) {
        String old = Editing.published(Decrees.plain(OLD));
        given().urlEncodingEnabled(false).get(ARTICLES + "/" + old + "/relations?" + query).then().statusCode(400);
    }

    @Test
    void pages_follow_each_other() {
        String amending = Editing.published(Decrees.amending(NEW, Decrees.named(OLD)));
        String next = relations(amending, "?size=1").body("items.kind", contains("amends")).extract().path("page.nextCursor");
        relations(amending, "?size=1&cursor=" + next).body("items.kind", contains("basis")).body("page.nextCursor", nullValue());
        relations(amending, "?size=1&page=2&fields=kind,target").body("items[0].keySet()", contains("kind", "target"));
    }
}
