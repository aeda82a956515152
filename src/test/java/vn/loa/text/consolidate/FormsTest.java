package vn.loa.text.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.text.consolidate.Proposals.changed;
import static vn.loa.text.consolidate.Proposals.eIds;
import static vn.loa.text.consolidate.Proposals.left;
import static vn.loa.text.consolidate.Proposals.propose;
import static vn.loa.text.consolidate.Proposals.words;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.structure.Section;

/** What amendments do to a text: the forms that official amendments have. */
class FormsTest {

    @Test
    void quoted_words_replace_a_provision_with_everything_below_it() {
        Proposal proposal = propose("""
                1. Sửa đổi, bổ sung Điều 1 như sau:

                “Điều 1. Biển hiệu và đèn

                1. Biển hiệu bằng đá.

                2. Đèn:

                a) Đèn xanh;

                b) Đèn đỏ;

                c) Đèn tím.”.
                """);
        assertEquals(List.of("chp_I", "art_1", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_a", "art_1__para_2__point_b",
                "art_1__para_2__point_c", "art_2", "chp_II", "art_3"), eIds(proposal).subList(0, 10));
        assertEquals("Điều 1. | Biển hiệu và đèn", words(proposal, "art_1"));
        assertEquals("c) | Đèn tím.", words(proposal, "art_1__para_2__point_c"));
        assertEquals(List.of("art_1 2026-07-01 art_1__para_1"), changed(proposal));
        assertEquals("Điều 1. Biển\n1. Biển hiệu bằng gỗ.\n2. Biển hiệu có đèn:\na) Đèn trắng;\nb) Đèn vàng.\n3. Biển hiệu treo ở cửa.",
                proposal.changes().get(0).before());
        assertEquals(List.of(), left(proposal));
    }

    @Test
    void clauses_and_points_are_replaced_alone_or_several_by_one_instruction() {
        Proposal proposal = propose("""
                1. Sửa đổi khoản 2 và khoản 3 Điều 1 như sau:

                “2. Biển hiệu có đèn nhỏ.

                3. Biển hiệu treo cao:

                a) Ở cửa;

                b) Trên mái.”.

                2. Sửa đổi khoản 2 Điều 3 như sau: “2. Bộ Công an thu phí.”.
                """);
        assertEquals(List.of(), left(proposal));
        assertEquals("2. | Biển hiệu có đèn nhỏ.", words(proposal, "art_1__para_2"));
        assertNull(words(proposal, "art_1__para_2__point_a"));
        assertEquals("b) | Trên mái.", words(proposal, "art_1__para_3__point_b"));
        assertEquals("2. | Bộ Công an thu phí.", words(proposal, "art_3__para_2"));
        assertEquals("1. | Biển hiệu bằng gỗ.", words(proposal, "art_1__para_1"));
    }

    @Test
    void a_repealed_provision_stands_as_its_number() {
        Proposal proposal = propose("1. Bãi bỏ khoản 2 Điều 1, Điều 2.\n\n2. Bãi bỏ điểm a khoản 2 Điều 7.");
        assertEquals("2. | (được bãi bỏ)", words(proposal, "art_1__para_2"));
        assertFalse(eIds(proposal).contains("art_1__para_2__point_a"));
        assertEquals("Điều 2. | (được bãi bỏ)", words(proposal, "art_2"));
        assertEquals(List.of("target-not-found art_7__para_2__point_a"), left(proposal));
    }

    @Test
    void new_provisions_stand_behind_the_one_that_is_named_or_the_one_before_their_number() {
        Proposal proposal = propose("""
                1. Bổ sung Điều 2a, Điều 2b vào sau Điều 2 như sau:

                “Điều 2a. Dây

                Dây bằng đồng.

                Điều 2b. Móc

                Móc bằng sắt.”.

                2. Bổ sung điểm c vào sau điểm b khoản 2 Điều 1 như sau:

                “c) Đèn xanh.”.

                3. Bổ sung khoản 1a vào sau khoản 1 Điều 3 như sau:

                “1a. Phí nộp hằng năm.”.

                4. Bổ sung khoản 3 Điều 3 như sau:

                “3. Phí nộp bằng tiền mặt.”.

                5. Bổ sung Điều 2c vào sau Điều 2b như sau:

                “Điều 2c. Đinh

                Đinh bằng thép.”.
                """);
        assertEquals(List.of(), left(proposal));
        List<String> all = eIds(proposal);
        assertEquals(List.of("art_1__para_2__point_b", "art_1__para_2__point_c", "art_1__para_3", "art_2", "art_2a", "art_2b", "art_2c",
                "chp_II", "art_3", "art_3__para_1", "art_3__para_1a", "art_3__para_2", "art_3__para_3"), all.subList(5, 18));
        Section added = proposal.sections().get(all.indexOf("art_2a"));
        assertEquals("chp_I", added.parentEId().value());
        assertEquals(2, added.level());
        assertEquals("", proposal.changes().get(0).before());
        assertEquals("Điều 2a. Dây\nDây bằng đồng.", proposal.changes().get(0).after());
    }

    @Test
    void words_are_replaced_removed_and_added_in_their_one_place() {
        Proposal proposal = propose("""
                1. Thay thế cụm từ “ba mét” bằng cụm từ “bốn mét” tại Điều 2.

                2. Bỏ cụm từ “, có mái che” tại Điều 2.

                3. Bổ sung cụm từ “hoặc vàng” vào sau cụm từ “màu trắng” tại Điều 2.

                4. Thay thế cụm từ “Bộ Xây dựng” bằng cụm từ “Bộ Công an”.
                """);
        assertEquals(List.of(), left(proposal));
        assertEquals("Điều 2. | Cột | Cột cao bốn mét, sơn màu trắng hoặc vàng.", words(proposal, "art_2"));
        assertEquals("2. | Bộ Công an thu phí.", words(proposal, "art_3__para_2"));
    }

    @Test
    void annexes_of_the_amending_text_replace_others_or_are_added() {
        AmendingText text = Proposals.amending(Proposals.AMENDING, """
                1. Thay thế Phụ lục II bằng Phụ lục I ban hành kèm theo Nghị định này.

                2. Bổ sung Phụ lục III ban hành kèm theo Nghị định này.
                """, """
                Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026./.

                Phụ lục I

                CỠ CHỮ

                Hai mươi phân.

                Phụ lục III

                MÀU CHỮ

                Đỏ.
                """);
        Proposal proposal = Consolidator.propose(Proposals.base(), List.of(text), Proposals.DAY);
        assertEquals(List.of(), left(proposal));
        assertTrue(words(proposal, "annex_II").endsWith("CỠ CHỮ | Hai mươi phân."), words(proposal, "annex_II"));
        assertTrue(words(proposal, "annex_III").endsWith("MÀU CHỮ | Đỏ."), words(proposal, "annex_III"));
        assertEquals("annex_III", eIds(proposal).get(eIds(proposal).size() - 1));
    }

    @Test
    void a_heading_is_replaced_alone() {
        Proposal proposal = propose("1. Sửa đổi tên Điều 1 như sau:\n\n“Điều 1. Biển hiệu”\n\n2. Sửa đổi khoản 1 Điều 1 như sau:\n\n“1. Biển đá.”");
        assertEquals(List.of(), left(proposal));
        assertEquals("Điều 1. | Biển hiệu", words(proposal, "art_1"));
        assertEquals("1. | Biển đá.", words(proposal, "art_1__para_1"));
    }

    @Test
    void later_amendments_change_what_earlier_ones_wrote() {
        AmendingText first = Proposals.amending("1. Sửa đổi Điều 2 như sau:\n\n“Điều 2. Cột\n\nCột cao năm mét.”");
        AmendingText second = Proposals.amending(Proposals.subject("30/2026/NĐ-CP", "2026-06-01"),
                "1. Thay thế cụm từ “năm mét” bằng cụm từ “sáu mét” tại Điều 2.\n\n2. Bãi bỏ khoản 1 Điều 3.",
                "Nghị định này có hiệu lực từ ngày 01 tháng 9 năm 2026./.");
        Proposal after = Consolidator.propose(Proposals.base(), List.of(second, first), Proposals.DAY);
        assertEquals("Điều 2. | Cột | Cột cao sáu mét.", words(after, "art_2"));
        assertEquals(List.of("art_2 2026-07-01 art_1__para_1", "art_2 2026-09-01 art_1__para_1", "art_3__para_1 2026-09-01 art_1__para_2"),
                changed(after));
        Proposal between = Consolidator.propose(Proposals.base(), List.of(second, first), LocalDate.parse("2026-08-31"));
        assertEquals("Điều 2. | Cột | Cột cao năm mét.", words(between, "art_2"));
        assertEquals(List.of("not-yet art_2", "not-yet art_3__para_1"), left(between));
    }

    @Test
    void what_no_instruction_touches_stays_as_it_was() {
        Proposal proposal = propose("1. Bãi bỏ Điều 2.");
        List<Section> before = Proposals.base().sections();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).eId().value().equals("art_2")) {
                assertEquals(before.get(i), proposal.sections().get(i));
            }
        }
    }
}
