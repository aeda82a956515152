package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.citation.DocumentQuery;
import vn.loa.text.citation.SubjectFinder;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.fold.Slug;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.fold.Word;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/** A guard against hanging, not a benchmark: quadratic work on this much text would take minutes. */
class LinearTimeTest {
    private static final int SIZE = 200_000;

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\u00A0", "1", "“", "”", "\"", "(", ".", "-", "\uD800", "\u0301\u0323", "1/1/",
            "1-A-", "1/AB-AB-", "22-CT/TU ", "số 1-CT/TU về “ ", "Luật A ", "Luật sửa đổi, bổ sung một số điều của ",
            "Nghị quyết Đại hội a ", "các Nghị quyết số 1-NQ/TU, ", "Chỉ thị ", "Chỉ thị số 1-CT/TU của Bộ A, B và ",
            "Ngày 1 tháng 2 năm 2020, A ban hành Chỉ thị số 1-CT/TU về ", "điểm a khoản 1 Điều 2 ",
            "Điều 1, ", "điểm a, ", "khoản 1 và ", "Điều 1 đến ", "khoản 1 Điều này ", "Điều 1 Nghị định số 1/2020/NĐ-CP ", "1. a\n", "1. “a\n2. b\n\n", "Aa: b\n",
            "1. “Điều: “\n\n", "ngày 1 tháng 2 ", "8:44 ", "27/7/", "2022-07-27T08:44:99 "})
    void nothing_hangs_on_two_hundred_thousand_characters_of(String piece) {
        String text = piece.repeat(SIZE / piece.length());
        assertTimeout(Duration.ofSeconds(10), () -> {
            Slug.of(text);
            Word.in(text);
            Word.folded(text);
            VietnameseText.excerpt(text, 80);
            DirectiveText.parse(TextBlocks.paragraphs(text));
            List<Paragraph> paragraphs = List.of(new Paragraph(new EId("p_1"), text));
            CitationFinder.citations(paragraphs, null);
            CitationFinder.selfReferences(paragraphs, "Luật");
            SubjectFinder.find(List.of(text));
            VietnameseDates.findStamp(text);
            VietnameseDates.date(text);
            DocumentNumber.parse(text);
            DocumentQuery.parse(text);
            EId.parse(text);
        });
    }
}
