package vn.loa.effect;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;
import vn.loa.support.InForceRanges;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

/** The force of a document follows whatever is said about it, and the log of changes tells it of articles that nobody touched. */
@QuarkusTest
class ForceUpdatesTest {

    private static final String TEXT = "Điều 1. Phạm vi\n\n1. Biển hiệu.\n\n2. Đèn.\n\nĐiều 2. Hiệu lực thi hành\n\nThông tư này có hiệu lực "
            + "thi hành kể từ ngày 01 tháng 5 năm %d.";

    @Inject
    DataSource database;
    @Inject
    ForceUpdates updates;
    @Inject
    EffectRereading rereading;

    @AfterEach
    void lists_on_a_day_are_of_what_is_stored() throws SQLException {
        assertEquals(List.of("0"), LawTexts.lines(database, InForceRanges.OTHERWISE));
    }

    @Test
    void an_amended_document_that_stays_in_force_stays_in_lists_as_it_is() throws SQLException {
        String base = Editing.published(LawTexts.base());
        String ranges = "select value || ' ' || xmin from in_force_range where article_id = '" + base + "' order by 1";
        List<String> before = LawTexts.lines(database, ranges);
        assertTrue(before.size() > 1, before.toString());
        Editing.published(LawTexts.amending());
        assertEquals(List.of("2"), LawTexts.lines(database, "select count(*) from in_force_period where article_id = '" + base + "'"));
        assertEquals(before, LawTexts.lines(database, ranges));
    }

    @Test
    void the_last_that_a_transaction_says_of_a_text_counts() throws SQLException {
        UUID base = UUID.fromString(Editing.published(LawTexts.base()));
        List<String> before = LawTexts.periods(database);
        ForceHead head = new ForceHead(base, LawTexts.lines(database, "select unnest(keys) from force"), LocalDate.of(2021, 3, 1),
                StoredDocument.of(null));
        QuarkusTransaction.requiringNew().run(() -> {
            updates.textGone(base, Set.of());
            updates.textRead(head, Set.of(), false);
        });
        assertEquals(before, LawTexts.periods(database));
        QuarkusTransaction.requiringNew().run(() -> {
            updates.textRead(head, Set.of(), false);
            updates.textGone(base, Set.of());
        });
        assertEquals(List.of(), LawTexts.periods(database));
    }

    private static String cursor() {
        return given().get("/api/v1/changes?since=now").path("nextCursor");
    }

    private static ValidatableResponse since(String cursor) {
        return given().queryParam("since", cursor).get("/api/v1/changes").then().statusCode(200);
    }

    private List<String> statuses(String number) throws SQLException {
        return LawTexts.lines(database, """
                select p.status from force_period p join article a on a.id = p.article_id join revision r on r.id = a.live_revision_id
                where r.directive_number = '%s' and p.eid = '' order by p.from_day""".formatted(number));
    }

    @Test
    void publishing_and_removing_an_amending_text_is_told_of_the_amended_one() {
        String base = Editing.published(LawTexts.base());
        String cursor = cursor();
        String amending = Editing.published(LawTexts.amending());
        since(cursor).body("items.articleId", contains(amending, base)).body("items.kind", contains("published", "status-changed"));
        String after = cursor();
        Editing.retitled(amending, "Cùng nội dung");
        Editing.publish(amending).then().statusCode(200);
        since(after).body("items.articleId", contains(amending));
        String before = cursor();
        Editing.remove(amending, "Nhầm").then().statusCode(200);
        since(before).body("items.articleId", contains(amending, base)).body("items.kind", contains("removed", "status-changed"));
    }

    @Test
    void a_withdrawn_text_still_counts() throws SQLException {
        Editing.published(LawTexts.base());
        String repealing = Editing.published(LawTexts.repealing());
        Editing.withdraw(repealing, "Có văn bản mới").then().statusCode(200);
        assertEquals(List.of("not-yet", "in-force", "ended"), statuses(LawTexts.BASE));
    }

    @Test
    void a_document_whose_number_is_put_right_is_found_by_the_right_one() throws SQLException {
        Editing.published(LawTexts.repealing());
        String base = Editing.published(LawTexts.content("8/2021/TT-BVH", "2021-03-01", "x", "Điều 1. Hiệu lực thi hành\n\n"
                + "Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2021."));
        assertEquals(List.of("not-yet", "in-force"), statuses("8/2021/TT-BVH"));
        Editing.patch(base, "*", "{\"directive\": {\"number\": \"" + LawTexts.BASE + "\"}}").then().statusCode(200);
        Editing.publish(base).then().statusCode(200);
        assertEquals(List.of("not-yet", "in-force", "ended"), statuses(LawTexts.BASE));
    }

    @Test
    void another_document_with_the_number_and_another_day_is_not_meant() throws SQLException {
        Editing.published(LawTexts.consolidated());
        Editing.published(LawTexts.content(LawTexts.BASE, "2020-01-01", "văn bản khác", "Điều 1. Phạm vi\n\nThông tư này quy định."));
        assertEquals(List.of("unknown"), statuses(LawTexts.BASE));
    }

    @Test
    void a_text_that_may_mean_several_documents_says_no_day_of_any_until_an_editor_says_which() throws SQLException {
        String one = Editing.published(LawTexts.content("22/QĐ-BVH", "2015-03-01", "x", TEXT.formatted(2015)));
        Editing.published(LawTexts.content("40/TT-BVH", "2020-03-01", "x", "Điều 1. Hiệu lực thi hành\n\nThông tư số 22/QĐ-BVH hết hiệu lực "
                + "kể từ ngày 01 tháng 4 năm 2020."));
        assertEquals(List.of("not-yet", "in-force", "ended"), statusesOf(one));
        String cursor = cursor();
        String other = Editing.published(LawTexts.content("22/QĐ-BVH", "2018-03-01", "x", TEXT.formatted(2018)));
        assertEquals(List.of("not-yet", "unknown"), statusesOf(one));
        assertEquals(List.of("not-yet", "unknown"), statusesOf(other));
        since(cursor).body("items.articleId", contains(other, one)).body("items.kind", contains("published", "status-changed"));
        given().get("/api/v1/articles/{id}/effects?kind=repeal,replace", one).then().statusCode(200)
                .body("items[0].target.candidates.articleId", contains(other, one));
        Editing.remove(other, "Nhầm").then().statusCode(200);
        assertEquals(List.of("not-yet", "in-force", "ended"), statusesOf(one));
        Editing.step(other, "restore", "*", Map.of("revision", 1)).then().statusCode(200);
        Editing.publish(other).then().statusCode(200);
        assertEquals(List.of("not-yet", "unknown"), statusesOf(one));
        String event = LawTexts.lines(database, "select id from effect where target_key is not null").get(0);
        Pages.asAdmin().contentType("application/json").body("{\"kind\": \"repeal\", \"since\": \"2020-04-01\", \"corrects\": \"" + event + "\"}")
                .post("/api/v1/articles/{id}/effects", one).then().statusCode(201);
        assertEquals(List.of("not-yet", "in-force", "ended"), statusesOf(one));
        assertEquals(List.of("not-yet", "in-force"), statusesOf(other));
    }

    @Test
    void a_text_that_gives_the_date_says_which_of_several_documents_it_means() throws SQLException {
        String one = Editing.published(LawTexts.content("22/QĐ-BVH", "2015-03-01", "x", TEXT.formatted(2015)));
        String other = Editing.published(LawTexts.content("22/QĐ-BVH", "2018-03-01", "x", TEXT.formatted(2018)));
        String ends = "Điều 1. Hiệu lực thi hành\n\nThông tư số 22/QĐ-BVH%s hết hiệu lực kể từ ngày 01 tháng 4 năm 2020.";
        String text = Editing.published(LawTexts.content("40/TT-BVH", "2020-03-01", "x", ends.formatted("")));
        for (String date : List.of(" ngày 01 tháng 3 năm 2015", "", " ngày 01 tháng 3 năm 2018")) {
            Editing.patch(text, "*", LawTexts.content("40/TT-BVH", "2020-03-01", "x", ends.formatted(date))).then().statusCode(200);
            Editing.publish(text).then().statusCode(200);
            String unsure = date.isEmpty() ? "unknown" : "in-force";
            assertEquals(date.contains("2015") ? List.of("not-yet", "in-force", "ended") : List.of("not-yet", unsure), statusesOf(one), date);
            assertEquals(date.contains("2018") ? List.of("not-yet", "in-force", "ended") : List.of("not-yet", unsure), statusesOf(other), date);
        }
    }

    private List<String> statusesOf(String article) throws SQLException {
        return LawTexts.lines(database, "select status from force_period where article_id = '" + article + "' and eid = '' order by from_day");
    }

    @Test
    void what_editors_reject_counts_no_longer_until_they_restore_it_whatever_is_published_meanwhile() throws SQLException {
        String base = Editing.published(LawTexts.base());
        String repealing = Editing.published(LawTexts.repealing());
        UUID event = UUID.fromString(LawTexts.lines(database, "select id from effect where kind = 'repeal'").get(0));
        String cursor = cursor();
        QuarkusTransaction.requiringNew().run(() -> {
            execute("insert into rejected_effect (effect_id, article_id, at, actor) values ('" + event + "', '" + base + "', now(), 'x')");
            updates.effectsChanged(List.of(event));
        });
        assertEquals(List.of("not-yet", "in-force"), statuses(LawTexts.BASE));
        since(cursor).body("items.articleId", contains(base)).body("items.kind", contains("status-changed"));
        Editing.remove(repealing, "Thử").then().statusCode(200);
        Editing.step(repealing, "restore", "*", Map.of("revision", 1)).then().statusCode(200);
        Editing.publish(repealing).then().statusCode(200);
        assertEquals(List.of("not-yet", "in-force"), statuses(LawTexts.BASE));
        QuarkusTransaction.requiringNew().run(() -> {
            execute("delete from rejected_effect");
            updates.recompute(List.of(UUID.fromString(base)));
        });
        assertEquals(List.of("not-yet", "in-force", "ended"), statuses(LawTexts.BASE));
    }

    private void execute(String sql) {
        try {
            LawTexts.execute(database, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_editor_wins_over_what_was_read() throws SQLException {
        String base = Editing.published(LawTexts.base());
        QuarkusTransaction.requiringNew().run(() -> {
            execute("insert into effect (id, article_id, source, place, kind, part, from_day) "
                    + "values (gen_random_uuid(), '" + base + "', 'editor', 1, 'commence', 'whole', '2030-01-01')");
            updates.recompute(List.of(UUID.fromString(base)));
        });
        assertEquals(List.of("2030-01-01"), LawTexts.lines(database, "select before_day from force_period where status = 'not-yet'"));
        Editing.publish(base);
        Editing.retitled(base, "Tên khác");
        Editing.publish(base).then().statusCode(200);
        assertEquals(List.of("2030-01-01"), LawTexts.lines(database, "select before_day from force_period where status = 'not-yet'"));
    }

    @Test
    void publishes_at_once_that_touch_one_document_lose_nothing() throws SQLException {
        for (int round = 0; round < 3; round++) {
            int number = round;
            String amended = "7" + round + "/2021/TT-BVH";
            List<String> ids = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                ids.add(Editing.created(LawTexts.amending("1" + n + round + "/2026/TT-BVH", amended, "0" + (n + 1) + " tháng 9 năm 2026")));
            }
            ids.add(2, Editing.created(LawTexts.content(amended, "2021-03-01", "x", "Điều 1. Phạm vi\n\nBiển hiệu.\n\nĐiều 2. Hiệu lực\n\n1. "
                    + "Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2021.\n\n2. Khoản khác.")));
            AtOnce.call(ids.size(), n -> {
                Editing.publish(ids.get(n)).then().statusCode(200);
                return null;
            });
            List<String> effects = LawTexts.lines(database, "select distinct unnest(effects) from force_period where article_id = '" + ids.get(2)
                    + "' and eid = 'art_2__para_2'");
            assertEquals(6, effects.size(), "round " + number);
        }
    }

    @Test
    void texts_that_amend_each_other_can_be_published_at_once() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            ids.add(Editing.created(LawTexts.amending("2" + n + "/2026/TT-BVH", "2" + (n + 1) % 4 + "/2026/TT-BVH", "01 tháng 9 năm 2026")));
        }
        for (int round = 0; round < 3; round++) {
            AtOnce.call(ids.size(), n -> {
                Editing.publish(ids.get(n)).then().statusCode(200);
                return null;
            });
            ids.forEach(id -> Editing.retitled(id, "Lại"));
        }
    }

    @Test
    void texts_that_were_read_by_an_older_reader_are_read_again_and_what_is_new_is_told() throws SQLException {
        String base = Editing.published(LawTexts.base());
        String repealing = Editing.published(LawTexts.repealing());
        Editing.published(Editing.news("Tin"));
        List<String> periods = LawTexts.periods(database);
        LawTexts.execute(database, "delete from effect");
        LawTexts.execute(database, "delete from relation");
        LawTexts.execute(database, "delete from force");
        LawTexts.execute(database, "delete from in_force_range");
        LawTexts.execute(database, "delete from public_count where field = 'inForceOn'");
        LawTexts.execute(database, "update effect_reading set version = 0");
        String cursor = cursor();
        rereading.readIfWanted();
        assertEquals(periods, LawTexts.periods(database));
        assertEquals(List.of("2"), LawTexts.lines(database, "select count(*) from relation"));
        since(cursor).body("items.articleId", containsInAnyOrder(base, base, repealing));
        String after = cursor();
        LawTexts.execute(database, "update effect_reading set version = 0");
        rereading.readIfWanted();
        since(after).body("items", empty());
        assertEquals(List.of(String.valueOf(EffectRereading.VERSION)), LawTexts.lines(database, "select version from effect_reading"));
    }

    @Test
    void a_text_that_touches_many_documents_takes_few_statements_more() {
        StringBuilder one = new StringBuilder();
        for (int n = 1; n <= 60; n++) {
            Editing.published(LawTexts.content(n + "/2020/TT-BVH", "2020-01-01", "x", "Điều 1. Hiệu lực\n\nThông tư này có hiệu lực thi hành kể"
                    + " từ ngày 01 tháng 5 năm 2020."));
            one.append(n).append(". Thông tư số ").append(n).append("/2020/TT-BVH hết hiệu lực kể từ ngày 01 tháng 01 năm 2027.\n\n");
        }
        String touchesMany = Editing.created(LawTexts.content("99/2026/TT-BVH", "2026-01-01", "x", "Điều 1. Hiệu lực thi hành\n\n" + one));
        String touchesNone = Editing.created(LawTexts.content("98/2026/TT-BVH", "2026-01-01", "x", "Điều 1. Phạm vi\n\n"
                + one.toString().replace("hết hiệu lực", "có giá trị")));
        long few = Statements.during(() -> Editing.publish(touchesNone).then().statusCode(200));
        long many = Statements.during(() -> Editing.publish(touchesMany).then().statusCode(200));
        assertTrue(many - few <= 25, many + " statements after " + few);
        given().queryParam("size", 1).get("/api/v1/articles").then().statusCode(200);
    }
}
