package vn.loa.effect;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** What public texts say about force is stored, and the statuses that follow from it. */
@QuarkusTest
class EffectsStoredTest {

    @Inject
    DataSource database;

    private List<String> events() throws SQLException {
        return LawTexts.lines(database, """
                select concat_ws(' ', r.directive_number || ':', e.source, e.kind, e.target_key, e.eid, e.from_day, 'read ' || e.read_in,
                    '“' || e.quote || '”')
                from effect e join article a on a.id = e.article_id join revision r on r.id = a.live_revision_id
                order by r.directive_number, e.place""");
    }

    @Test
    void what_a_text_says_is_stored_with_its_words() throws SQLException {
        Editing.published(LawTexts.amending());
        assertEquals(List.of(
                "10/2026/TT-BVH: instruction amend 7/2021/TT-BVH art_2__para_2 2026-09-01 read 2026-03-02 “Sửa đổi khoản 2 Điều 2”",
                "10/2026/TT-BVH: instruction repeal 7/2021/TT-BVH art_1 2026-09-01 read 2026-03-02 “Bãi bỏ Điều 1.”",
                "10/2026/TT-BVH: clause commence 2026-09-01 read 2026-03-02 “Thông tư này có hiệu lực từ ngày 01 tháng 9 năm 2026”"),
                events());
    }

    @Test
    void relations_are_stored_with_their_words_whether_the_other_document_is_here_or_not() throws SQLException {
        Editing.published(LawTexts.base());
        Editing.published(LawTexts.repealing());
        assertEquals(List.of("basis 16/2012/QH13 “Căn cứ Luật Quảng cáo số 16/2012/QH13 ngày 21 tháng 6 năm 2012”",
                "repeals 7/2021/TT-BVH “Thông tư số 7/2021/TT-BVH hết hiệu lực kể từ ngày 01 tháng 01 năm 2027.”"),
                LawTexts.lines(database, "select concat(kind, ' ', document_key, ' “', quote, '”') from relation order by kind"));
    }

    @Test
    void a_document_commences_by_its_own_words_and_its_sections_follow_it() throws SQLException {
        Editing.published(LawTexts.base());
        assertEquals(List.of("7/2021/TT-BVH - 2021-05-01 not-yet: clause commence 2021-05-01",
                "7/2021/TT-BVH 2021-05-01 - in-force: clause commence 2021-05-01"), LawTexts.periods(database));
        assertEquals(List.of("2021-03-01"), LawTexts.lines(database, "select known_until from force"));
    }

    @Test
    void a_document_is_found_on_the_day_on_which_the_first_of_its_articles_commences() throws SQLException {
        String id = Editing.published(LawTexts.content("8/2021/TT-BVH", "2021-03-01", "quy định về biển hiệu", """
                Điều 1. Phạm vi

                Thông tư này quy định về biển hiệu.

                Điều 2. Hiệu lực thi hành

                1. Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2021, trừ quy định tại khoản 2 Điều này.

                2. Điều 1 Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2021.
                """));
        assertEquals(List.of("8/2021/TT-BVH - 2021-05-01 not-yet: clause commence 2021-07-01",
                "8/2021/TT-BVH 2021-05-01 - 2021-07-01 partly: clause commence art_1 2021-05-01, clause commence 2021-07-01"),
                LawTexts.periods(database).stream().filter(line -> line.matches("\\S+ (-|2021-05-01) .*")).toList());
        for (String list : List.of("/articles", "/directives", "/search?q=biển hiệu")) {
            String on = "/api/v1" + list + (list.contains("?") ? "&" : "?") + "inForceOn=";
            given().get(on + "2021-04-30").then().statusCode(200).body("items", hasSize(0));
            given().get(on + "2021-05-01").then().statusCode(200).body("items", not(empty()));
        }
        given().get(Editing.ARTICLES + "/" + id + "/sections/art_1?inForceOn=2021-05-01").then().statusCode(200)
                .body("force.status", equalTo("in-force"));
        given().get(Editing.ARTICLES + "/" + id + "/sections/art_2?inForceOn=2021-05-01").then().statusCode(200)
                .body("force.status", equalTo("not-yet"));
    }

    @Test
    void of_a_sentence_that_ends_hundreds_of_documents_each_event_has_the_first_words() throws SQLException {
        StringBuilder many = new StringBuilder("Các văn bản sau đây hết hiệu lực kể từ ngày 01 tháng 01 năm 2027: Thông tư số 1/2020/TT-BVH");
        for (int n = 2; n <= 600; n++) {
            many.append(", Thông tư số ").append(n).append("/2020/TT-BVH");
        }
        Editing.published(LawTexts.content("12/2026/TT-BVH", "2026-01-01", "x", "Điều 1. Hiệu lực thi hành\n\nThông tư này thay thế Thông tư số "
                + "900/2020/TT-BVH.\n\n" + many + ".\n"));
        assertEquals(List.of("t"), LawTexts.lines(database, "select coalesce(max(length(quote)) <= 2001 and bool_and(length(quote) "
                + "= quote_end - quote_start), true) from effect"));
    }

    @Test
    void statuses_are_the_same_in_whatever_order_documents_are_published() throws SQLException {
        List<Supplier<ObjectNode>> texts = new ArrayList<>(List.of(LawTexts::base, LawTexts::amending, LawTexts::repealing,
                LawTexts::consolidated));
        List<String> first = null;
        Random random = new Random(24);
        for (int round = 0; round < 4; round++) {
            List<String> ids = new ArrayList<>();
            texts.forEach(text -> ids.add(Editing.published(text.get())));
            List<String> periods = LawTexts.periods(database);
            first = first == null ? periods : first;
            assertEquals(first, periods);
            ids.forEach(id -> Editing.remove(id, "Thử").then().statusCode(200));
            assertEquals(List.of("0"), LawTexts.lines(database, "select (select count(*) from effect) + (select count(*) from force) "
                    + "+ (select count(*) from force_period) + (select count(*) from relation)"));
            Collections.shuffle(texts, random);
        }
        assertEquals(List.of("7/2021/TT-BVH - 2021-05-01 not-yet: note commence 2021-05-01",
                "7/2021/TT-BVH 2021-05-01 - 2026-09-01 in-force: note commence 2021-05-01",
                "7/2021/TT-BVH 2026-09-01 - 2027-01-01 partly: instruction repeal art_1 2026-09-01, note amend 2026-09-01, note commence 2021-05-01",
                "7/2021/TT-BVH 2027-01-01 - ended: clause repeal 2027-01-01",
                "7/2021/TT-BVH art_1 - 2021-05-01 not-yet: note commence 2021-05-01",
                "7/2021/TT-BVH art_1 2021-05-01 - 2026-09-01 in-force: note commence 2021-05-01",
                "7/2021/TT-BVH art_1 2026-09-01 - ended: instruction repeal art_1 2026-09-01"),
                first.stream().filter(line -> line.startsWith("7/") && !line.contains(" art_2") && !line.contains(" art_3")).toList());
        assertEquals(replaced(first, "7/2021/TT-BVH"), replaced(first, "3/VBHN-BVH"));
    }

    /** An official consolidated text has the force of what it consolidates. */
    private static List<String> replaced(List<String> periods, String number) {
        return periods.stream().filter(line -> line.startsWith(number)).map(line -> line.substring(number.length())).toList();
    }
}
