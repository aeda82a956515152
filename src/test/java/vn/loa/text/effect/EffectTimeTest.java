package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Note;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.SectionNote;

/** A guard against hanging, not a benchmark: quadratic work on this much text would take minutes. */
class EffectTimeTest {
    private static final int SIZE = 50_000;

    @ParameterizedTest
    @ValueSource(strings = {"Điều này được sửa đổi theo quy định tại ", "Điều này được bãi bỏ theo quy định tại Điều 1 Luật số 1/2020/QH14. ",
            "Cụm từ “a” ", "được bãi bỏ tại ", "Nội dung ", "Thông tư này có hiệu lực từ ngày 1/1/2020. ", "Thông tư này có hiệu lực, trừ Điều 1 ",
            "Điều 1 Thông tư này có hiệu lực. ", "Thông tư số 1/2020/TT-A, ", "Thông tư số 1/2020/TT-A hết hiệu lực từ ngày 1/1/2020. ",
            "Thông tư này thay thế Thông tư số 1/2020/TT-A. ", "Bãi bỏ Điều 1 Thông tư số 1/2020/TT-A, ", "Sửa đổi khoản 1 và bổ sung khoản 2, ",
            "Tạm ngưng hiệu lực ", "Bổ sung cụm từ “a” bằng cụm từ “b” tại Điều 1, ", "“", "A. ", "sửa đổi Điều 1, ", "được sửa đổi, bổ sung bởi: ",
            "Kể từ ngày ", "Kể từ ngày 1/1/2020, bãi bỏ Thông tư số 1/2020/TT-A, trừ Điều 1, ", "Thông tư này có hiệu lực và hết hiệu lực từ ngày ",
            "Thông tư số 1/2020/TT-A hết hiệu lực, trừ ", "Bãi bỏ Điều 1, trừ khoản 1, ",
            "Bãi bỏ Thông tư số 1/2020/TT-A (trừ Điều 1), ", "Bãi bỏ Thông tư số 1/2020/TT-A của A từ ngày 1/1/2027, ", "“a” (trừ Điều 1) ",
            "Thông tư số 1/2020/TT-A (trừ Điều 1) hết hiệu lực (trừ Điều 2) ", "sau khi "})
    void nothing_hangs_on_fifty_thousand_characters_of(String piece) {
        String text = piece.repeat(SIZE / piece.length());
        EId eId = new EId("art_1");
        List<Paragraph> lines = List.of(new Paragraph(eId.paragraph(1), text));
        SectionNote note = new SectionNote(eId.child("note", "1"), "1", Note.Part.MARKER, eId, 0,
                List.of(new Paragraph(eId.child("note", "1").paragraph(1), text)));
        Section section = new Section(eId, null, 1, SectionKind.ARTICLE, "1", "Điều 1.",
                "Sửa đổi Thông tư số 2/2020/TT-A", lines, List.of(note));
        List<Paragraph> head = List.of(new Paragraph(new EId("preamble__p_1"), "Thông tư số 1/2020/TT-A " + text));
        assertTimeout(Duration.ofSeconds(10), () -> EffectReader.read(head, List.of(section), List.of(), null));
    }
}
