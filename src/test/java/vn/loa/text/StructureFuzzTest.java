package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.TextBlocks;

/**
 * Texts made to be slow: nested and unclosed quotations, endless numbers, lines of 300,000 letters, equal headings by the
 * thousand. Each is read with all its words and citations in well under the limit; quadratic work would take hours.
 */
class StructureFuzzTest {
    private static final int LINE = 300_000;
    private static final int TEXT = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"“", "”", "“a ", "1", "1.", "1. ", "9", "I", "a)", "a, ", "A B", "KT. BỘ TRƯỞNG ",
            "CÔNG BÁO/Số ", "_", "Luật này được ", "Căn cứ ", "Điều 1. ", "Chương I ", "- ", "(", " "})
    void nothing_hangs_on_a_long_line_of(String piece) {
        assertReadInTime(piece.repeat(LINE / piece.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {": “9. a\n", "“Điều 1. a\n", "a”.\n", "“\n”.\n", "\"\n", "1.\n", "I.\n", "XXXIX. a\n",
            "a)\n", "a) a\nb) b\n", "1. a\na) b\nI. c\n1) d\na. e\nI- f\n", "2. a\n1. b\n", "Điều 1. a\n",
            "Điều 1. a\nĐiều 2. b\n", "Điều 1. a\n1. b\n2. c\n", "Điều 9999. a\n", "Chương I\n", "Chương II\nA B\n",
            "Phần thứ nhất\n", "Mục 1\nĐiều 1. a\n", "Phụ lục\n", "./.\nPhụ lục I\n", "./.\nQUY CHẾ\n(kèm theo a\n",
            "TM. A\n", "CÔNG BÁO/Số 1/Ngày 01-02-2030\n", "CÔNG BÁO/Số 1/Ngày 01-02-2030\n1\n\n", "_____\n",
            "Ký bởi: a\n", "Ký bởi: a\nCơ quan: b\n", "- A\n", "A: b\n", "\n", "Mẫu số 01\n", "7 Khoản này được a\n2.7 B\n",
            "2. a:\n“b\n", "NGHỊ ĐỊNH\n", "XÁC THỰC VĂN BẢN HỢP NHẤT\n", "(Xem tiếp Công báo số 1)\n", "8 CÔNG BÁO/Số \n",
            "LUẬT A\nB C\n", "Theo Điều 5 của\n"})
    void nothing_hangs_on_lines_of(String piece) {
        assertReadInTime(piece.repeat(TEXT / piece.length()));
    }

    private static void assertReadInTime(String text) {
        String print = "Điều 1. Một.\n1. Hai.\n" + text + "\n2. Ba.\nĐiều 2. Bốn./.\n" + text;
        assertTimeout(Duration.ofSeconds(20), () -> {
            TextWords.assertKept(print);
            List<String> paragraphs = TextBlocks.paragraphs(print);
            Subject subject = Letterhead.find(paragraphs).orElse(null);
            List<Paragraph> read = DirectiveText.parse(paragraphs).allParagraphs();
            CitationFinder.citations(read, subject);
            CitationFinder.selfReferences(read, "Nghị định");
        });
    }
}
