package vn.loa.text.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.loa.text.consolidate.Proposals.left;
import static vn.loa.text.consolidate.Proposals.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;

/** What does not fit exactly is left alone, with its reason, and changes nothing. */
class RefusalTest {

    static Stream<Arguments> instructions() {
        return Stream.of(
                Arguments.of("target-not-found art_9", "Bãi bỏ Điều 9."),
                Arguments.of("target-not-found art_2__para_1", "Sửa đổi khoản 1 Điều 2 như sau:\n\n“1. Cột.”"),
                Arguments.of("target-exists art_2", "Bổ sung Điều 2 vào sau Điều 1 như sau:\n\n“Điều 2. Cột\n\nCột gỗ.”"),
                Arguments.of("place-not-found art_9a", "Bổ sung Điều 9a vào sau Điều 9 như sau:\n\n“Điều 9a. Cột\n\nCột gỗ.”"),
                Arguments.of("place-not-found art_3__para_5", "Bổ sung khoản 5 Điều 3 như sau:\n\n“5. Phí.”"),
                Arguments.of("place-not-found art_2", "Bổ sung cụm từ “xanh” tại Điều 2."),
                Arguments.of("phrase-not-found art_2", "Thay thế cụm từ “năm mét” bằng cụm từ “sáu mét” tại Điều 2."),
                Arguments.of("phrase-not-found art_2", "Thay thế cụm từ “ba mé” bằng cụm từ “bốn mé” tại Điều 2."),
                Arguments.of("nothing-left art_4", "Bỏ cụm từ “Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2019./.” tại Điều 4."),
                Arguments.of("phrase-repeated art_3", "Thay thế cụm từ “đồng” bằng cụm từ “xu” tại Điều 3."),
                Arguments.of("words-missing art_2", "Sửa đổi Điều 2 như sau:\n\nĐiều hai nói về cột."),
                Arguments.of("words-missing annex_I", "Thay thế Phụ lục I bằng Phụ lục V ban hành kèm theo Nghị định này."),
                Arguments.of("words-unended art_2", "Sửa đổi Điều 2 như sau:\n\n“Điều 2. Cột\n\nCột gỗ."),
                Arguments.of("words-unended art_3__para_1", "Sửa đổi khoản 1 Điều 3 như sau:\n\n“1. Phí” và “2. Phí”."),
                Arguments.of("words-differ art_2", "Sửa đổi Điều 2 như sau:\n\n“Điều 3. Cột\n\nCột gỗ.”"),
                Arguments.of("words-differ art_3__para_1", "Sửa đổi khoản 1 Điều 3 như sau:\n\n“Phí là ba đồng.”"),
                Arguments.of("part-in-words", "Bãi bỏ Mẫu số 08 Phụ lục I."),
                Arguments.of("part-in-words art_2", "Sửa đổi đoạn thứ nhất Điều 2 như sau:\n\n“Cột gỗ.”"),
                Arguments.of("not-understood", "Sửa đổi Bước 5 như sau:\n\n“Bước 5. Không.”"));
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void an_instruction_that_does_not_fit_is_left_alone(String reason, String instruction) {
        Proposal proposal = propose("1. Bãi bỏ khoản 3 Điều 1.\n\n2. " + instruction);
        assertEquals(List.of(reason), left(proposal));
        assertEquals(List.of("art_1__para_3 2026-07-01 art_1__para_1"), Proposals.changed(proposal));
        List<Section> expected = propose("1. Bãi bỏ khoản 3 Điều 1.").sections();
        assertEquals(expected, proposal.sections());
    }

    @Test
    void instructions_that_change_the_same_words_on_the_same_day_are_all_left_alone() {
        assertEquals(List.of("conflict art_2", "conflict art_2"), left(propose(
                "1. Bãi bỏ Điều 2.\n\n2. Thay thế cụm từ “ba mét” bằng cụm từ “bốn mét” tại Điều 2.")));
        assertEquals(List.of("conflict art_1", "conflict art_1__para_2__point_a"), left(propose(
                "1. Sửa đổi Điều 1 như sau:\n\n“Điều 1. Biển\n\n1. Đá.\n\n2. Gỗ.”\n\n2. Bãi bỏ điểm a khoản 2 Điều 1.")));
        assertEquals(List.of("conflict art_2", "conflict art_2"), left(propose(
                "1. Thay thế cụm từ “cao ba mét” bằng cụm từ “thấp” tại Điều 2.\n\n2. Thay thế cụm từ “ba mét” bằng cụm từ “bốn mét” tại Điều 2.")));
        assertEquals(List.of("conflict art_2a", "conflict art_2a"), left(propose(
                "1. Bổ sung Điều 2a vào sau Điều 2 như sau:\n\n“Điều 2a. A\n\nB.”\n\n2. Bổ sung Điều 2a vào sau Điều 2 như sau:\n\n“Điều 2a. C\n\nD.”")));
        assertEquals(List.of(), left(propose(
                "1. Thay thế cụm từ “ba mét” bằng cụm từ “bốn mét” tại Điều 2.\n\n2. Thay thế cụm từ “trắng” bằng cụm từ “xanh” tại Điều 2.")));
    }

    @Test
    void a_provision_is_repealed_once_and_no_more_amended() {
        Proposal proposal = Consolidator.propose(Proposals.base(), List.of(Proposals.amending("1. Bãi bỏ Điều 2.\n\n2. Bãi bỏ Điều 2."),
                Proposals.amending(Proposals.subject("30/2026/NĐ-CP", "2026-06-01"), "1. Sửa đổi Điều 2 như sau:\n\n“Điều 2. Cột\n\nGỗ.”",
                        "Nghị định này có hiệu lực từ ngày 01 tháng 9 năm 2026./.")), Proposals.DAY);
        assertEquals(List.of("target-repealed art_2", "target-repealed art_2"), left(proposal));
    }

    @Test
    void a_number_that_the_text_has_twice_names_no_provision() {
        List<Section> twice = new ArrayList<>(Proposals.base().sections());
        twice.add(new Section(new EId("art_2_2"), null, 1, SectionKind.ARTICLE, "2", "Điều 2.", "Cột", List.of()));
        Proposal proposal = Consolidator.propose(new BaseText(Proposals.DECREE, twice), List.of(Proposals.amending("1. Bãi bỏ Điều 2.")),
                Proposals.DAY);
        assertEquals(List.of("target-ambiguous art_2"), left(proposal));
    }

    @Test
    void an_instruction_without_a_day_is_left_alone() {
        Proposal proposal = Consolidator.propose(Proposals.base(), List.of(Proposals.amending(Proposals.AMENDING, "1. Bãi bỏ Điều 2.",
                "Nghị định này có hiệu lực sau 45 ngày kể từ ngày ký./.")), Proposals.DAY);
        assertEquals(List.of("date-unknown art_2"), left(proposal));
    }

    @Test
    void a_text_does_not_change_itself() {
        AmendingText self = Proposals.amending(Proposals.DECREE, "1. Bãi bỏ Điều 2.", "Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026./.");
        assertEquals(List.of("self art_2"), left(Consolidator.propose(Proposals.base(), List.of(self), Proposals.DAY)));
    }

    @Test
    void an_instruction_that_another_document_changes_is_left_alone() {
        AmendingText changing = AmendingText.of(Proposals.subject("30/2026/NĐ-CP", "2026-06-01"), Proposals.sections("""
                NGHỊ ĐỊNH

                Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 20/2026/NĐ-CP ngày 02 tháng 3 năm 2026

                1. Bãi bỏ khoản 1 Điều 1.

                Điều 2. Hiệu lực thi hành

                Nghị định này có hiệu lực từ ngày 01 tháng 6 năm 2026./.
                """));
        Proposal proposal = Consolidator.propose(Proposals.base(), List.of(Proposals.amending("1. Bãi bỏ Điều 2.\n\n2. Bãi bỏ Điều 3."), changing),
                Proposals.DAY);
        assertEquals(List.of("instruction-changed art_2"), left(proposal));
    }

    @Test
    void what_a_consolidated_text_contains_is_not_applied_again() {
        BaseText base = new BaseText(Proposals.DECREE, Proposals.base().sections(), List.of(Proposals.AMENDING));
        assertEquals(List.of("already-contained art_2"), left(Consolidator.propose(base, List.of(Proposals.amending("1. Bãi bỏ Điều 2.")),
                Proposals.DAY)));
    }

    @Test
    void a_suspension_and_the_end_of_the_whole_document_change_no_words() {
        AmendingText text = AmendingText.of(Proposals.AMENDING, Proposals.sections("""
                NGHỊ ĐỊNH

                Điều 1. Hiệu lực thi hành

                1. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.

                2. Nghị định số 5/2019/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.

                Điều 2. Trách nhiệm

                Bộ Công an thi hành Nghị định này./.
                """));
        assertEquals(List.of("no-words"), left(Consolidator.propose(Proposals.base(), List.of(text), Proposals.DAY)));
    }

    @Test
    void every_instruction_is_in_exactly_one_list() {
        AmendingText text = Proposals.amending(String.join("\n\n", List.of("1. Bãi bỏ Điều 2, Điều 9.", "2. Sửa đổi Bước 5 như sau:", "“Bước.”",
                "3. Bãi bỏ khoản 1 Điều 3.", "4. Sửa đổi khoản 1 Điều 3 như sau:", "“1. Phí.”")));
        Proposal proposal = Consolidator.propose(Proposals.base(), List.of(text), Proposals.DAY);
        List<EffectEvent> listed = new ArrayList<>();
        proposal.changes().forEach(change -> listed.add(change.instruction().event()));
        proposal.notApplied().stream().filter(each -> each.instruction().event() != null).forEach(each -> listed.add(each.instruction().event()));
        List<EffectEvent> events = text.events().stream().filter(event -> Proposals.DECREE.number().equals(event.target().document().number())).toList();
        assertEquals(events.size(), listed.size());
        assertEquals(List.copyOf(events).stream().sorted(Comparator.comparing(Object::toString)).toList(),
                listed.stream().sorted(Comparator.comparing(Object::toString)).toList());
        assertEquals(text.unread().size(), proposal.notApplied().stream().filter(each -> each.instruction().event() == null).count());
    }
}
