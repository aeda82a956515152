package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Note;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.SectionNote;

/** The head and the notes of a consolidated text. */
class NotesTest {
    private static final EId ARTICLE = new EId("art_5");
    private static final EId CLAUSE = new EId("art_5__para_2");
    private static final List<Paragraph> HEAD = List.of(
            new Paragraph(new EId("preamble__p_1"), "Thông tư số 8/2020/TT-BVH ngày 15 tháng 10 năm 2020 của Bộ trưởng Bộ Văn hóa về biển"
                    + " hiệu, có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2020, được sửa đổi, bổ sung bởi:"),
            new Paragraph(new EId("preamble__p_2"), "1. Thông tư số 9/2021/TT-BVH ngày 07 tháng 9 năm 2021 sửa đổi Thông tư số"
                    + " 8/2020/TT-BVH, có hiệu lực kể từ ngày 01 tháng 11 năm 2021;"),
            new Paragraph(new EId("preamble__p_3"), "Căn cứ Luật Quảng cáo ngày 21 tháng 6 năm 2012;"));

    private static EffectsRead read(EId at, String... note) {
        List<Paragraph> paragraphs = new java.util.ArrayList<>();
        EId eId = at.child("note", "3");
        for (String text : note) {
            paragraphs.add(new Paragraph(eId.paragraph(paragraphs.size() + 1), text));
        }
        SectionNote hung = new SectionNote(eId, "3", Note.Part.MARKER, at, 0, paragraphs);
        List<Section> sections = List.of(
                new Section(ARTICLE, null, 1, SectionKind.ARTICLE, "5", "Điều 5.", "Đèn", List.of(), at.equals(ARTICLE) ? List.of(hung) : List.of()),
                new Section(CLAUSE, ARTICLE, 2, SectionKind.CLAUSE, "2", "2.", null,
                        List.of(new Paragraph(CLAUSE.paragraph(1), "Đèn đỏ.")), at.equals(CLAUSE) ? List.of(hung) : List.of()));
        return EffectReader.read(HEAD, sections, List.of(), null);
    }

    private static List<String> lines(EId at, String... note) {
        return read(at, note).events().stream().skip(2).map(ReadEvents::line).toList();
    }

    @Test
    void the_head_says_what_is_consolidated_since_when_and_by_what_it_was_amended() {
        EffectsRead read = read(CLAUSE);
        assertEquals("8/2020/TT-BVH", read.consolidates().number().toString());
        assertEquals(List.of("commence 8/2020/TT-BVH 2020-12-01", "amend 8/2020/TT-BVH by 9/2021/TT-BVH 2021-11-01"), ReadEvents.lines(read));
    }

    @Test
    void this_provision_is_the_one_at_the_mark() {
        String by = " theo quy định tại khoản 1 Điều 1 Thông tư số 9/2021/TT-BVH, có hiệu lực kể từ ngày 02 tháng 11 năm 2021.";
        String rest = " by 9/2021/TT-BVH art_1__para_1 2021-11-02";
        assertEquals(List.of("repeal 8/2020/TT-BVH art_5__para_2" + rest), lines(CLAUSE, "Khoản này được bãi bỏ" + by));
        assertEquals(List.of("amend 8/2020/TT-BVH art_5" + rest), lines(CLAUSE, "Điều này được sửa đổi, bổ sung" + by));
        assertEquals(List.of("amend heading 8/2020/TT-BVH art_5" + rest), lines(ARTICLE, "Tên Điều này được sửa đổi" + by));
        assertEquals(List.of("amend paragraph 8/2020/TT-BVH art_5" + rest), lines(ARTICLE, "Đoạn này được sửa đổi" + by));
        assertEquals(List.of("replace-phrase phrase 8/2020/TT-BVH art_5__para_2 “đèn” “đèn đỏ”" + rest),
                lines(CLAUSE, "Cụm từ “đèn” được thay thế bằng cụm từ “đèn đỏ”" + by));
        assertEquals(List.of("replace-phrase phrase 8/2020/TT-BVH art_5__para_2 “đèn”" + rest), lines(CLAUSE, "Bỏ cụm từ “đèn”" + by));
        assertEquals(List.of("repeal content 8/2020/TT-BVH art_5__para_2" + rest),
                lines(CLAUSE, "Nội dung quy định về thuế tại khoản này được bãi bỏ" + by));
    }

    @Test
    void a_note_without_a_day_takes_that_of_the_head() {
        assertEquals(List.of("repeal 8/2020/TT-BVH art_5__para_2 by 9/2021/TT-BVH art_2 2021-11-01"),
                lines(CLAUSE, "Khoản này được bãi bỏ theo quy định tại Điều 2 Thông tư số 9/2021/TT-BVH."));
    }

    @Test
    void a_note_with_a_day_of_its_own_never_takes_that_of_the_head() {
        String note = "Khoản này được bãi bỏ theo quy định tại Điều 2 Thông tư số 9/2021/TT-BVH, có hiệu lực ";
        assertEquals(List.of("repeal 8/2020/TT-BVH art_5__para_2 by 9/2021/TT-BVH art_2 2022-01-01"), lines(CLAUSE, note + "vào ngày 01/01/2022."));
        assertEquals(List.of("repeal 8/2020/TT-BVH art_5__para_2 by 9/2021/TT-BVH art_2"), lines(CLAUSE, note + "khi Luật Quảng cáo có hiệu lực."));
    }

    @Test
    void a_note_tells_of_two_acts_one_after_the_other() {
        assertEquals(List.of("insert 8/2020/TT-BVH art_5__para_2 by 9/2021/TT-BVH art_1 2021-11-01",
                "repeal 8/2020/TT-BVH art_5__para_2 by 7/2023/TT-BVH art_2 2023-05-01"), lines(CLAUSE,
                "Khoản này được bổ sung lần thứ nhất theo quy định tại Điều 1 Thông tư số 9/2021/TT-BVH, có hiệu lực kể từ ngày 01/11/2021.",
                "Khoản này được bãi bỏ theo quy định tại Điều 2 Thông tư số 7/2023/TT-BVH, có hiệu lực kể từ ngày 01/5/2023."));
    }

    @Test
    void the_last_provisions_of_an_amending_act_are_no_events() {
        EffectsRead read = read(ARTICLE, "Điều 2 Thông tư số 9/2021/TT-BVH, có hiệu lực kể từ ngày 01 tháng 11 năm 2021, quy định như sau:",
                "“Điều 2. Hiệu lực thi hành", "Khoản này được bãi bỏ theo quy định tại Điều 2 Thông tư số 7/2023/TT-BVH.”");
        assertEquals(2, read.events().size());
        assertEquals(List.of(), read.unread());
    }

    @Test
    void a_note_that_is_not_understood_is_counted() {
        assertEquals(1, read(ARTICLE, "Khoản này được bãi bỏ theo quy định tại Điều 2 Thông tư số 9/2021/TT-BVH.").unread().size());
        assertEquals(1, read(ARTICLE, "Xem thêm công văn của Bộ.").unread().size());
    }
}
