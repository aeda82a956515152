package vn.loa.effect.read;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.loa.effect.Decrees;
import vn.loa.support.Editing;

/** What became of a section. */
@QuarkusTest
class SectionHistoryTest {

    private static final String OLD = "5/2019/NĐ-CP";

    @Test
    void a_section_that_was_repealed_ended_on_a_day() {
        String old = Editing.published(Decrees.plain(OLD));
        String amending = Editing.published(Decrees.amending("20/2021/NĐ-CP", Decrees.named(OLD)));
        Decrees.history(old, "art_1").statusCode(200).body("eId", equalTo("art_1")).body("knownUntil", equalTo("2021-05-10"))
                .body("periods.status", contains("not-yet", "in-force", "ended"))
                .body("periods.since", contains(null, "2019-05-01", "2021-07-01"))
                .body("periods.until", contains("2019-04-30", "2021-06-30", null))
                .body("effects.kind", contains("commence", "repeal")).body("effects[1].by.article.articleId", equalTo(amending))
                .body("effects[1].by.provisions", contains("art_1__para_2")).body("more", equalTo(false));
    }

    @Test
    void what_changed_the_words_is_told_though_the_status_stays() {
        String old = Editing.published(Decrees.plain(OLD));
        Editing.published(Decrees.amending("20/2021/NĐ-CP", Decrees.named(OLD)));
        Decrees.history(old, "art_2__para_2").statusCode(200).body("effects.kind", contains("commence", "amend"));
        Decrees.history(old, "art_2__para_1").statusCode(200).body("effects.kind", contains("commence"))
                .body("periods.status", contains("not-yet", "in-force"));
    }

    @Test
    void what_no_source_says_is_unknown() {
        String content = Decrees.plain(OLD).toString().replace("có hiệu lực thi hành", "được phổ biến");
        String old = Editing.published(Editing.object(content));
        Decrees.history(old, "art_1").statusCode(200).body("periods.status", contains("unknown")).body("periods[0].since", nullValue())
                .body("periods[0].until", nullValue()).body("knownUntil", nullValue()).body("effects", hasSize(0));
    }

    @Test
    void a_section_that_neither_the_text_nor_an_event_knows_is_not_found() {
        String old = Editing.published(Decrees.plain(OLD));
        for (String eId : new String[] {"art_9", "art_1__p_1", "x y", "art_2__para_2__point_a"}) {
            Decrees.history(old, eId).statusCode(404);
        }
        Decrees.history(Editing.published(Editing.news("Tin")), "art_1").statusCode(404);
        Editing.published(Editing.object(Decrees.amending("20/2021/NĐ-CP", Decrees.named(OLD)).toString().replace("Bãi bỏ Điều 1.", "Bãi bỏ Điều 9.")));
        Decrees.history(old, "art_9").statusCode(200).body("effects.kind", contains("commence", "repeal"));
    }
}
