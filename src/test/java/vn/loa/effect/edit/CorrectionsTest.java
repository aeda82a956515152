package vn.loa.effect.edit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.loa.effect.Decrees.ARTICLES;
import static vn.loa.effect.Decrees.effects;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.effect.Decrees;
import vn.loa.effect.LawTexts;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** An event that was read counts no longer where an editor's correction of it counts, and everywhere else as before. */
@QuarkusTest
class CorrectionsTest {

    private static final String READ = "?kind=repeal&source=instruction";

    private String law;
    private String amending;
    private String consolidated;
    /** "Bãi bỏ Điều 1", from 1 September 2026 on. */
    private String repeal;

    @BeforeEach
    void a_law_that_is_amended_and_its_consolidated_text() {
        law = Editing.published(LawTexts.base());
        amending = Editing.published(LawTexts.amending());
        consolidated = Editing.published(LawTexts.consolidated());
        repeal = effects(law, READ).extract().path("items[0].id");
    }

    private String correct(String article, String since) {
        return Pages.asAdmin().contentType("application/json").body("{\"kind\": \"repeal\", \"target\": {\"eId\": \"art_1\"}, \"since\": \""
                + since + "\", \"corrects\": \"" + repeal + "\"}").post(ARTICLES + "/{article}/effects", article).then().statusCode(201)
                .extract().path("id");
    }

    private static void endsOn(String article, String day) {
        Decrees.history(article, "art_1").statusCode(200).body("periods.status", contains("not-yet", "in-force", "ended"))
                .body("periods[2].since", equalTo(day));
    }

    private static void read(String article, String query, String status) {
        effects(article, query).body("items.status", contains(status));
    }

    @Test
    void a_correction_at_a_consolidated_text_is_none_at_the_law() {
        String id = correct(consolidated, "2026-10-01");
        endsOn(consolidated, "2026-10-01");
        read(consolidated, READ, "corrected");
        endsOn(law, "2026-09-01");
        read(law, READ, "counts");
        read(amending, "?direction=out&kind=repeal", "counts");
        Decrees.history(law, "art_1").body("effects.find { it.id == '" + repeal + "' }.status", equalTo("counts"));
        Decrees.history(consolidated, "art_1").body("effects.find { it.id == '" + id + "' }.corrects", equalTo(repeal));
        Pages.asAdmin().header("If-Match", "*").delete(ARTICLES + "/{article}/effects/{id}", consolidated, id).then().statusCode(204);
        endsOn(consolidated, "2026-09-01");
    }

    @Test
    void a_correction_at_the_law_is_one_at_its_consolidated_text() {
        correct(law, "2026-10-01");
        endsOn(law, "2026-10-01");
        endsOn(consolidated, "2026-10-01");
        read(law, READ, "corrected");
        read(consolidated, READ, "corrected");
        read(amending, "?direction=out&kind=repeal", "corrected");
    }

    @Test
    void a_correction_ends_with_the_article_at_which_it_was_made() {
        String twin = Editing.published(LawTexts.base());
        correct(law, "2026-10-01");
        endsOn(twin, "2026-09-01");
        remove(law);
        endsOn(twin, "2026-09-01");
        endsOn(consolidated, "2026-09-01");
        read(twin, READ, "counts");
        read(consolidated, READ, "counts");
    }

    @Test
    void a_correction_at_one_of_several_documents_of_a_number_says_that_the_others_are_not_meant() {
        remove(consolidated);
        String twin = Editing.published(LawTexts.base());
        String other = another();
        historyIs(other, "not-yet", "unknown");
        correct(law, "2026-10-01");
        endsOn(law, "2026-10-01");
        historyIs(other, "not-yet", "in-force");
        read(other, READ, "corrected");
        // Another article with the same law: that the event means another one would be wrong, and no text says on which day it ends.
        historyIs(twin, "not-yet", "unknown");
        read(twin, READ, "counts");
        read(amending, "?direction=out&kind=repeal", "counts");
        correct(twin, "2026-10-01");
        endsOn(twin, "2026-10-01");
        read(amending, "?direction=out&kind=repeal", "corrected");
        remove(law);
        historyIs(other, "not-yet", "in-force");
        remove(twin);
        endsOn(other, "2026-09-01");
    }

    @Test
    void a_correction_at_one_of_several_documents_ends_with_its_article() {
        remove(consolidated);
        Editing.published(LawTexts.base());
        String other = another();
        correct(law, "2026-10-01");
        historyIs(other, "not-yet", "in-force");
        remove(law);
        historyIs(other, "not-yet", "unknown");
    }

    @Test
    void a_correction_at_a_consolidated_text_does_not_say_which_of_several_documents_is_meant() {
        String other = another();
        correct(consolidated, "2026-10-01");
        historyIs(other, "not-yet", "unknown");
        correct(law, "2026-10-01");
        historyIs(other, "not-yet", "in-force");
    }

    /** An older document with the number of the law. */
    private static String another() {
        return Editing.published(Editing.object(LawTexts.base().toString().replace("2021-03-01", "2020-01-01")));
    }

    private static void remove(String article) {
        Editing.remove(article, "Nhầm").then().statusCode(200);
    }

    private static void historyIs(String article, String... statuses) {
        Decrees.history(article, "art_1").statusCode(200).body("periods.status", contains(statuses));
    }
}
