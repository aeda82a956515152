package vn.loa.text.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

class RelationReaderTest {
    private static final String TEXT = """
            THÔNG TƯ
            Hướng dẫn về biển hiệu

            Căn cứ Luật Quảng cáo số 16/2012/QH13 ngày 21 tháng 6 năm 2012;

            Căn cứ Nghị định số 5/2019/NĐ-CP ngày 02 tháng 3 năm 2019 của Chính phủ quy định chi tiết Luật số 16/2012/QH13; Nghị định \
            số 6/2020/NĐ-CP ngày 02 tháng 4 năm 2020 của Chính phủ;

            Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 7/2021/TT-BVH

            1. Sửa đổi khoản 2 Điều 5 như sau:

            “2. Biển hiệu.”.

            2. Bãi bỏ Điều 6.

            Điều 2. Hiệu lực thi hành

            1. Thông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026 và thay thế Thông tư số 8/2021/TT-BVH.

            2. Thông tư số 9/2021/TT-BVH hết hiệu lực từ ngày 01 tháng 7 năm 2026.

            3. Thông tư này thay thế Thông tư số 10/2021/TT-BVH, trừ Điều 4.
            """;

    @Test
    void a_text_names_its_basis_and_what_it_does_to_others() {
        Subject subject = ReadEvents.subject("Thông tư", "10/2026/TT-BVH", "2026-03-02");
        DirectiveText text = DirectiveText.parse(TextBlocks.read(TEXT));
        assertEquals(List.of("basis 16/2012/QH13", "basis 5/2019/NĐ-CP", "basis 6/2020/NĐ-CP", "amends 7/2021/TT-BVH",
                "replaces 8/2021/TT-BVH", "repeals 9/2021/TT-BVH", "replaces 10/2021/TT-BVH"), lines(text, subject));
    }

    @Test
    void a_title_says_what_is_guided() {
        Subject subject = new Subject("Nghị định", DocumentNumber.parse("5/2019/NĐ-CP").orElseThrow(), null, LocalDate.of(2019, 3, 2),
                "Quy định chi tiết một số điều của Luật Quảng cáo số 16/2012/QH13");
        assertEquals(List.of("guides 16/2012/QH13"), lines(DirectiveText.parse(List.of("Điều 1. Biển hiệu")), subject));
    }

    private static List<String> lines(DirectiveText text, Subject subject) {
        return RelationReader.read(text.preamble(), subject, EffectReader.read(text, subject)).stream()
                .map(relation -> relation.kind().wireName() + " " + relation.document().number()).toList();
    }
}
