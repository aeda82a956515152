package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.TextBlocks;

/**
 * Texts of our own in the manner of each kind of official document and with the faults that prints have
 * ({@code prints/*.txt}), against what stands in them: document, Phần, Chương, Mục and Roman sections, Tiểu mục, Điều,
 * khoản, điểm, annexes, and paragraphs of the closing.
 */
class PrintKindsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nghi-dinh-sua-doi       | Nghị định 45/2031/NĐ-CP          | 0 | 0 | 0 | 0 | 3 | 9  | 2 | 1 | 6
            nghi-dinh-ngoac-kep     | Nghị định 45/2031/NĐ-CP          | 0 | 0 | 0 | 0 | 3 | 8  | 0 | 0 | 3
            nghi-dinh-bieu-phi      | Nghị định 45/2031/NĐ-CP          | 0 | 0 | 0 | 0 | 3 | 7  | 0 | 0 | 7
            thong-tu-mau-so         | Thông tư 07/2031/TT-BCX          | 0 | 2 | 2 | 0 | 5 | 8  | 4 | 2 | 4
            chi-thi-dang            | Chỉ thị 31-CT/TU                 | 0 | 0 | 3 | 0 | 0 | 0  | 0 | 0 | 7
            nghi-quyet-dang         | Nghị quyết 45-NQ/TW              | 0 | 0 | 4 | 0 | 0 | 9  | 0 | 0 | 3
            chi-thi-thu-tuong       | Chỉ thị 12/CT-TTg                | 0 | 0 | 3 | 0 | 0 | 3  | 4 | 0 | 5
            luat                    | Luật 81/2031/QH17                | 2 | 3 | 1 | 1 | 5 | 4  | 0 | 0 | 3
            luat-dong-trong         | Luật 81/2031/QH17                | 0 | 2 | 0 | 0 | 3 | 4  | 0 | 0 | 3
            van-ban-hop-nhat        | Văn bản hợp nhất 15/VBHN-VPCP    | 0 | 0 | 0 | 0 | 4 | 6  | 5 | 0 | 12
            quyet-dinh-kem-quy-dinh | Quyết định 18/2031/QĐ-UBND       | 0 | 0 | 0 | 0 | 3 | 0  | 0 | 1 | 7
            nghi-quyet-phu-luc      | Nghị quyết 09/2031/NQ-HĐND       | 0 | 0 | 0 | 0 | 2 | 5  | 0 | 3 | 2
            cong-bao-tinh           | Nghị định 45/2031/NĐ-CP          | 0 | 1 | 0 | 0 | 4 | 5  | 2 | 0 | 0""")
    void a_text_is_read_as_its_kind_is_built(String name, String document, int parts, int chapters, int sections,
            int subsections, int articles, int clauses, int points, int annexes, int closing) throws IOException {
        String print = print(name);
        TextBlocks blocks = TextBlocks.read(print);
        DirectiveText text = DirectiveText.parse(blocks.paragraphs());
        Subject subject = Letterhead.find(blocks.paragraphs()).orElseThrow();
        assertEquals(document, subject.type() + " " + subject.number());
        assertEquals(List.of(parts, chapters, sections, subsections, articles, clauses, points),
                Stream.of(SectionKind.values()).filter(kind -> kind != SectionKind.ANNEX).map(kind -> count(text, kind)).toList());
        assertEquals(annexes, (int) text.annexes().stream().filter(section -> section.level() == 1).count());
        assertEquals(closing, text.closing().size());
        assertEquals(List.of(), text.warnings());
        TextWords.assertKept(print);
        TextWords.assertAddressesAreUnique(text);
    }

    private static String print(String name) throws IOException {
        try (InputStream in = PrintKindsTest.class.getResourceAsStream("/prints/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int count(DirectiveText text, SectionKind kind) {
        return (int) text.sections().stream().filter(section -> section.kind() == kind).count();
    }
}
