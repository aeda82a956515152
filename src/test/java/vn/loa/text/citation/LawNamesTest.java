package vn.loa.text.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

/** Laws that a text names behind a part of them, without a number, date or year. */
class LawNamesTest {

    private static List<Citation> in(String... paragraphs) {
        return CitationFinder.citations(IntStream.range(0, paragraphs.length)
                .mapToObj(i -> new Paragraph(new EId("p_" + (i + 1)), paragraphs[i])).toList(), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theo khoản 2 Điều 57 Luật Tố cáo để giữ việc làm | Luật Tố cáo | art_57__para_2
            quy định tại Điều 8 của Luật Lưu trữ. | Luật Lưu trữ | art_8
            theo điểm a khoản 1 Điều 9 Luật Thủy lợi; | Luật Thủy lợi | art_9__para_1__point_a
            làm theo Điều 3 Luật Thủy sản | Luật Thủy sản | art_3
            theo Điều 3 Pháp lệnh Trồng rừng ven sông; | Pháp lệnh Trồng rừng ven sông | art_3
            theo Điều 1 Luật Cán bộ, công chức và xã | Luật Cán bộ, công chức | art_1
            (Điều 6 Bộ luật Lao động) nêu rõ | Bộ luật Lao động | art_6
            theo Điều 6 Luật Giá, Nghị định số 1/2020/NĐ-CP | Luật Giá | art_6
            theo Điều 6 Luật Giá, Luật Phí và lệ phí số 97/2015/QH13 | Luật Giá | art_6""")
    void a_name_ends_where_nobody_could_read_on(String text, String raw, String part) {
        Citation law = in(text).get(0);
        assertEquals(raw, law.raw());
        assertEquals(raw.replaceFirst("^(?:Luật|Pháp lệnh|Bộ luật) ", ""), law.title());
        assertEquals(Citation.Role.UNNUMBERED, law.role());
        assertEquals(List.of(part), law.pinpoints().stream().map(pinpoint -> pinpoint.eId().value()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Luật Thủy sản giao việc này cho xã.", // no part of it
        "theo Điều 1 Luật Làng nghề, phố nghề", // the name goes on behind the comma
        "theo Điều 1 Luật Làng nghề được giao", "theo Điều 1 Luật Làng nghề giao cho xã",
        "theo Điều 1 Luật này", "theo Điều 1 Luật", "theo Điều 1 luật cũ của làng"})
    void what_could_be_read_in_two_ways_is_not_read(String text) {
        assertEquals(List.of(), in(text));
    }

    @Test
    void a_name_that_the_text_gave_with_a_number_is_known_from_then_on() {
        List<Citation> found = in("Căn cứ Luật Làng nghề, phố nghề số 22/2008/QH12;", "theo Điều 1 Luật Làng nghề, phố nghề, làm tốt",
                "theo Điều 1 Luật Làng nghề, phố nghề giao cho xã");
        assertEquals(List.of("Làng nghề, phố nghề", "Làng nghề, phố nghề", "Làng nghề, phố nghề"),
                found.stream().map(Citation::title).toList());
    }

    @Test
    void parts_are_listed_over_the_chapters_that_have_them() {
        assertEquals(List.of("art_3__para_9", "art_3__para_10", "art_21", "art_22"), in("tại các khoản 9 và 10 Điều 3 Chương I, "
                + "các điều 21 và 22 Chương V Nghị định số 2/2022/NĐ-CP").get(0).pinpoints().stream()
                .map(pinpoint -> pinpoint.eId().value()).toList());
        assertEquals(List.of("art_3", "art_9", "art_10__para_1", "art_10__para_4"), in("tại các Điều 3, 9 và tại các khoản 1, 4 "
                + "Điều 10 Thông tư số 2/2016/TT-BTC").get(0).pinpoints().stream().map(pinpoint -> pinpoint.eId().value()).toList());
    }
}
