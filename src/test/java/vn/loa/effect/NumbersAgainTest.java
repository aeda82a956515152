package vn.loa.effect;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.support.Editing;

/** Numbers start again: how it is found out which documents have one, and what that costs. */
@QuarkusTest
class NumbersAgainTest {

    private static final String NUMBER = "22/QĐ-BVH";
    private static final String TEXT = "Điều 1. Phạm vi\n\n1. Biển hiệu.\n\n2. Đèn.\n\nĐiều 2. Hiệu lực thi hành\n\nThông tư này có hiệu lực "
            + "thi hành kể từ ngày 01 tháng 5 năm 2015.";

    @Inject
    DataSource database;
    @Inject
    SqlReader rows;
    @Inject
    ForceUpdates updates;

    private static String textOf(int year) {
        return TEXT.replace("2015", String.valueOf(year));
    }

    private static String published(String number, String issuedOn, String text) {
        return Editing.published(LawTexts.content(number, issuedOn, "x", text));
    }

    private List<String> statusesOf(String article) throws SQLException {
        return LawTexts.lines(database, "select status from force_period where article_id = '" + article + "' and eid = '' order by from_day");
    }

    @Test
    void the_first_and_the_last_day_of_a_number_are_read_from_an_index() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into document (article_id, document_key, type_key, issued_on, slug, title) "
                    + "select gen_random_uuid(), case when n > 4000 then n || '/X' else '1/X' end, 'thông tư', date '2000-01-01' + n % 4000, 'x', 'x' "
                    + "from generate_series(1, 20000) n");
            statement.execute("analyze document");
            assertTrue(reads("names_several('1/X', 'thông tư', null)", statement) <= 4);
            assertTrue(reads("names_several('1/X', null, '2005-01-01')", statement) <= 4);
            connection.rollback();
        }
    }

    /** How many rows of documents are read to find that it is so. */
    private static long reads(String condition, Statement statement) throws SQLException {
        String read = "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relid = 'document'::regclass";
        long before = number(read, statement);
        assertEquals(1, number("select case when " + condition + " then 1 end", statement));
        return number(read, statement) - before;
    }

    private static long number(String sql, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }

    @Test
    void who_has_a_number_is_asked_once_for_all_that_a_text_says_of_it() {
        String base = published(NUMBER, "2015-03-01", TEXT);
        published("40/TT-BVH", "2016-03-01", "Điều 1. Bãi bỏ\n\n1. Bãi bỏ khoản 1 Điều 1 Thông tư số " + NUMBER + ".\n\n2. Bãi bỏ khoản 2 Điều 1 "
                + "Thông tư số " + NUMBER + ".\n\nĐiều 2. Hiệu lực thi hành\n\nThông tư này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2016.");
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                LawTexts.execute(database, "set local track_functions = 'all'");
                List<String> sections = rows.read(SqlFile.read("effect/events-touching").with("articles", List.of(UUID.fromString(base))),
                        row -> row.text("eid")).stream().filter(section -> section != null).sorted().toList();
                assertEquals(List.of("art_1__para_1", "art_1__para_2"), sections);
                assertEquals(List.of("1"), LawTexts.lines(database, "select calls from pg_stat_xact_user_functions where funcname = 'names_several'"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void a_document_whose_day_is_unknown_follows_when_two_others_come_or_go_at_once() throws SQLException {
        String undated = published(NUMBER, null, TEXT);
        published("40/TT-BVH", "2020-03-01", "Điều 1. Hiệu lực thi hành\n\nThông tư số " + NUMBER + " hết hiệu lực kể từ ngày 01 tháng 4 năm 2020.");
        assertEquals(List.of("not-yet", "in-force", "ended"), statusesOf(undated));
        List<UUID> others = List.of(UUID.fromString(published(NUMBER, "2015-03-01", TEXT)), UUID.fromString(published(NUMBER, "2018-03-01", TEXT)));
        assertEquals(List.of("not-yet", "unknown"), statusesOf(undated));
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                LawTexts.execute(database, "delete from document where article_id in ('" + others.get(0) + "', '" + others.get(1) + "')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            updates.recompute(others);
        });
        assertEquals(List.of("not-yet", "in-force", "ended"), statusesOf(undated));
    }

    @Test
    void a_text_says_nothing_of_a_later_document_that_got_the_number_again() throws SQLException {
        String older = Editing.published(LawTexts.content(NUMBER, "2015-03-01", "x", TEXT));
        String repealing = Editing.published(LawTexts.content("40/TT-BVH", "2016-03-01", "x", "Điều 1. Bãi bỏ\n\n1. Bãi bỏ khoản 2 Điều 1 Thông tư "
                + "số 22/QĐ-BVH.\n\n2. Thông tư số 23/QĐ-BVH hết hiệu lực kể từ ngày 01 tháng 4 năm 2016.\n\nĐiều 2. Hiệu lực thi hành\n\n"
                + "Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2016."));
        String later = Editing.published(LawTexts.content(NUMBER, "2023-03-01", "x", textOf(2023)));
        assertEquals(List.of("not-yet", "in-force"), statusesOf(published("23/QĐ-BVH", "2023-03-01", textOf(2023))));
        String ended = "select article_id from force_period where eid = 'art_1__para_2' and status = 'ended'";
        assertEquals(List.of(older), LawTexts.lines(database, ended));
        given().get("/api/v1/articles/{id}/effects", later).then().statusCode(200).body("items.kind", contains("commence"));
        given().get("/api/v1/articles/{id}/effects?direction=out&section=art_1__para_2", repealing).then().statusCode(200)
                .body("items.target.article.articleId", contains(older));
    }

    @Test
    void a_later_document_that_got_the_number_again_did_not_do_it() throws SQLException {
        String base = Editing.published(LawTexts.base());
        Editing.published(Editing.object(LawTexts.consolidated().toString().replace(
                "Thông tư số 10/2026/TT-BVH ngày 02 tháng 3 năm 2026", "Thông tư số 10/2026/TT-BVH")));
        String earlier = Editing.published(LawTexts.content("10/2026/TT-BVH", "2026-03-02", "x", textOf(2026)));
        String later = Editing.published(LawTexts.content("10/2026/TT-BVH", "2026-12-01", "x", textOf(2027)));
        String by = "/api/v1/articles/{id}/effects?direction=out&source=note";
        given().get(by, earlier).then().statusCode(200).body("items.by.article.articleId.unique()", contains(earlier));
        given().get(by, later).then().statusCode(200).body("items", empty());
        QuarkusTransaction.requiringNew().call(() -> {
            LawTexts.execute(database, "update effect set kind = 'repeal' where acting_key = '10/2026/TT-BVH'");
            updates.recompute(List.of(UUID.fromString(base)));
            return null;
        });
        given().contentType("application/json").body("{\"text\": \"Thông tư số 7/2021/TT-BVH\", \"inForceOn\": \"2026-12-31\"}")
                .post("/api/v1/citations/check").then()
                .statusCode(200).body("items[0].target.changedBy.article.id", contains(earlier));
    }
}
