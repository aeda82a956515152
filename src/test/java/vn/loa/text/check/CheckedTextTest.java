package vn.loa.text.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedTextTest {

    private static List<LegalStatement> read(String text) {
        return CheckedText.read(text, 1_000).statements();
    }

    private static String described(String text) {
        return read(text).stream().map(statement -> (statement.citation() == null ? statement.trouble()
                : statement.citation().number() == null ? statement.citation().title() : statement.citation().number())
                + statement.parts().stream().map(part -> " " + part.eIds().get(0)).collect(Collectors.joining())
                + statement.quotations().stream().map(quotation -> " [" + quotation.words() + "]").collect(Collectors.joining()))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP quy định: “Một.”|30/2020/NĐ-CP art_5__para_2 [Một.]",
            "Mục 2 Chỉ thị số 22-CT/TU nêu: \"Hai … ba\"|22-CT/TU sec_2 [Hai … ba]",
            "Tại Nghị định 15/2014/NĐ-CP, khoản 1 và khoản 3 Điều 7|15/2014/NĐ-CP art_7__para_1 art_7__para_3",
            "Chỉ thị số 22-CT/TU, mục 2 và mục 3.|22-CT/TU sec_2 sec_3",
            "“Công dân” (Điều 5 Luật Tiếp công dân số 42/2013/QH13)|42/2013/QH13 art_5 [Công dân]",
            "Nghị định số 30/2020/NĐ-CP “Về công tác văn thư”|30/2020/NĐ-CP",
            "Luật Đất đai năm 2013|Đất đai",
            "khoản 2 Điều này, Điều 5 của Luật này|''",
            "khoản 300 triệu đồng|''",
            "Nghị định số 77 của Chính phủ|NUMBER",
            "99/XX-YYY và NĐ 30/2020|NUMBER; NUMBER",
            "Theo Điều 9 thì|PART",
            "Chương II Nghị định số 30/2020/NĐ-CP|30/2020/NĐ-CP chp_II",
            "Luật Kho số 91/2018/QH14 (gọi tắt là “Luật Kho”)|91/2018/QH14"})
    void a_text_says(String text, String expected) {
        assertEquals(expected, described(text));
        assertEquals(expected, described(Normalizer.normalize(text, Normalizer.Form.NFD)));
        assertEquals(expected, described(text.replace(' ', '\u00A0')));
    }

    @Test
    void a_quotation_goes_on_over_lines() {
        assertEquals("30/2020/NĐ-CP art_5 [Một hai]", described("Điều 5 Nghị định số\n30/2020/NĐ-CP quy định:\n\n> “Một\nhai”\n"));
    }

    @Test
    void offsets_count_in_the_text_as_it_was_sent() {
        Random random = new Random(7);
        String[] pieces = {"khoản 2 Điều 5 ", "Nghị định số 30/2020/NĐ-CP ", "quy định “a b” ", "\n", "\r\n\r\n", "  ", "\u00A0", "😀", "\u200B", "e\u0301",
                "\uD800", "각", "ð", "“", "”", "\"", "Điều", "12/", "\u1100\u1161", "\u0300\u0301", "> ", "… "};
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(12, 0, pieces.length).mapToObj(n -> pieces[n]).collect(Collectors.joining());
            for (LegalStatement statement : read(text)) {
                assertEquals(LineReader.wellFormed(text.substring(statement.start(), statement.end())), statement.raw());
                assertEquals(statement.end() - statement.start(), statement.raw().length());
                assertTrue(!statement.raw().isBlank(), text);
                statement.quotations().forEach(quotation -> assertTrue(quotation.start() < quotation.end(), text));
            }
        }
    }

    @Test
    void hostile_texts_take_linear_time() {
        for (String piece : List.of("“", "\"", "Điều 5 ", "khoản 2, ", "12/2020/NĐ-CP", "mục 2 và ", "Nghị định số ", "1/", ":\n> “", "“a” ", "các điểm a, b ")) {
            long begin = System.nanoTime();
            CheckedText.read(piece.repeat(64_000 / piece.length()), 1_000);
            assertTrue(System.nanoTime() - begin < 5_000_000_000L, piece);
        }
    }
}
