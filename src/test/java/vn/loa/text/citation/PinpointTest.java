package vn.loa.text.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

class PinpointTest {
    private static final String DOCUMENT = "Nghị định số 30/2020/NĐ-CP";

    private static Citation citation(String text) {
        List<Citation> found = CitationFinder.citations(List.of(new Paragraph(new EId("p_1"), text)), null);
        assertEquals(1, found.size(), text);
        return found.get(0);
    }

    private static String addresses(List<Pinpoint> pinpoints) {
        return pinpoints.stream().map(pinpoint -> pinpoint.eId().value()).collect(Collectors.joining(" "));
    }

    /** "#" stands for the document. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theo Điều 5 #                                     | art_5
            theo Chương hai và Điều thứ ba của #              | art_3
            khoản 1 Điều thứ hai mươi mốt, Chương thứ tư của # | art_21__para_1
            điểm a khoản 2 Điều 5 #                           | art_5__para_2__point_a
            điểm đ khoản 2a Điều 5b của #                     | art_5b__para_2a__point_đ
            điểm a, khoản 2, Điều 5 #                         | art_5__para_2__point_a
            ĐIỂM Đ KHOẢN 2 ĐIỀU 5 #                           | art_5__para_2__point_đ
            Điểm a Khoản 2 Điều 5, Chương II #                | art_5__para_2__point_a
            các điểm e, h, i, k khoản 3 Điều 7 #              | art_7__para_3__point_e art_7__para_3__point_h art_7__para_3__point_i art_7__para_3__point_k
            khoản 1 và khoản 3 Điều 7 #                       | art_7__para_1 art_7__para_3
            các khoản 1, 2 và 3 Điều 7 của #                  | art_7__para_1 art_7__para_2 art_7__para_3
            Điều 5, Điều 6 của #                              | art_5 art_6
            các Điều 5, 6 và 8 #                              | art_5 art_6 art_8
            Điều 5 và khoản 2 Điều 6 #                        | art_5 art_6__para_2
            điểm a, điểm b khoản 1, điểm c khoản 2 Điều 3 #   | art_3__para_1__point_a art_3__para_1__point_b art_3__para_2__point_c
            khoản 1 và điểm b, c khoản 2 Điều 2 #             | art_2__para_1 art_2__para_2__point_b art_2__para_2__point_c
            khoản 1, khoản 2 Điều 1, Điều 4 và khoản 2 Điều 5 # | art_1__para_1 art_1__para_2 art_4 art_5__para_2
            điểm a Điều 9 #                                   | art_9__point_a
            từ Điều 5 đến Điều 7 #                            | art_5 art_6 art_7
            điểm c đến điểm e khoản 1 Điều 2 #                | art_2__para_1__point_c art_2__para_1__point_d art_2__para_1__point_đ art_2__para_1__point_e
            khoản 1-3 Điều 2 #                                | art_2__para_1 art_2__para_2 art_2__para_3
            Điều 5 khoản 2 điểm a #                           | art_5__para_2__point_a
            khoản 1 Điều 4 (#)                                | art_4__para_1
            khoản 2 Điều 5 được sửa đổi tại khoản 1 Điều 1 #  | art_1__para_1""")
    void the_parts_named_before_a_document_belong_to_it(String text, String addresses) {
        Citation citation = citation(text.replace("#", DOCUMENT));
        assertEquals(addresses, addresses(citation.pinpoints()));
        assertEquals(DOCUMENT, citation.raw());
        assertEquals(text.indexOf('#'), citation.start());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theo Chương hai của #                             | chp_2
            quy định tại Chương II #                          | chp_II
            Mục 1, Mục 2 Chương III của #                     | chp_III__sec_1 chp_III__sec_2
            Mục 1 và Chương III của #                         | sec_1 chp_III
            từ Chương I đến Chương III #                      | chp_I chp_II chp_III
            Chương II và Điều 5 của #                         | chp_II
            Phần thứ nhất #                                   | part_1
            mục 14 #                                          | sec_14
            điểm 3 mục II #                                   | sec_II__para_3
            khoản 2 Mục III Phụ lục I ban hành kèm theo #     | annex_I__sec_III__para_2
            Điều 5 Phụ lục I ban hành kèm theo #              | annex_I__art_5
            các phụ lục I, II và IV của #                     | annex_I annex_II annex_IV
            Phụ lục VIa (kèm theo #)                          | annex_VIa
            tại Phụ lục ban hành kèm theo #                   | annex_1
            theo Mẫu số 02 ban hành kèm theo #                | annex_02
            Mẫu số 27.NT Phụ lục I ban hành kèm theo #        | annex_I
            các mẫu số 02, 04 Phụ lục III ban hành kèm theo # | annex_III
            điểm b khoản 2 Điều 4 và Mẫu số 14, Phụ lục II ban hành kèm theo # | annex_II
            Điều 13 Mục 3 và Mục 4 #                          | ''
            danh mục 3 #                                      | ''
            một phần hai #                                    | ''
            Điều 5 Quy chế ban hành kèm theo #                | ''
            Chương II. #                                      | ''""")
    void chapters_sections_annexes_and_forms_before_a_document_are_parts_of_it(String text, String eIds) {
        String named = citation(text.replace("#", DOCUMENT)).divisions().stream().map(EId::value).collect(Collectors.joining(" "));
        assertEquals(eIds, named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theo Mẫu số 03 ban hành kèm theo Nghị định này | annex_03
            quy định tại Chương II Nghị định này           | chp_II
            thi hành Nghị định này                         | ''""")
    void a_document_speaks_of_its_own_chapters_and_annexes(String text, String eIds) {
        List<SelfReference> found = CitationFinder.selfReferences(List.of(new Paragraph(new EId("p_1"), text)), "Nghị định");
        assertEquals(eIds, found.get(0).divisions().stream().map(EId::value).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "khoản 2 #", "tài khoản 111 #", "Điều 5. #", "Điều 5 quy định như #",
            "thời điểm a Điều lệ #",
            "Điều 5 Quy chế ban hành kèm theo #", "khoản 2 và Điều lệ #", "Điều 5%, #", "Điều 3.5 #", "điều này và #"})
    void what_names_no_part_of_the_document_gives_none(String text) {
        assertEquals(List.of(), citation(text.replace("#", DOCUMENT)).pinpoints());
    }

    @Test
    void laws_without_number_have_parts_too() {
        assertEquals("art_58__para_3", addresses(citation("tại khoản 3 Điều 58 Luật Đất đai năm 2013").pinpoints()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            art_7__p_1                  | theo khoản 2 Điều này       | khoản 2 Điều này      | art_7__para_2
            art_7__para_3__p_1          | điểm a và điểm b khoản này  | điểm a và điểm b khoản này | art_7__para_3__point_a art_7__para_3__point_b
            art_7__para_3__point_a__p_1 | tại khoản 1, khoản 2 Điều này; | khoản 1, khoản 2 Điều này | art_7__para_1 art_7__para_2
            art_7__para_3__p_1          | Điều này áp dụng            | Điều này              | art_7
            art_7__para_3__p_1          | thi hành điểm a khoản 1 Điều 2 Nghị định này | Nghị định này | art_2__para_1__point_a
            art_7__p_1                  | thi hành Nghị định này      | Nghị định này         | ''
            sec_1__p_1                  | theo khoản 2 Điều này       | khoản 2 Điều này      | ''""")
    void a_document_speaks_of_its_own_parts(String paragraph, String text, String raw, String addresses) {
        List<SelfReference> found =
                CitationFinder.selfReferences(List.of(new Paragraph(new EId(paragraph), text)), "Nghị định");
        assertEquals(List.of(raw), found.stream().map(SelfReference::raw).toList());
        assertEquals(raw, text.substring(found.get(0).start(), found.get(0).end()));
        assertEquals(addresses, addresses(found.get(0).pinpoints()));
    }

    @Test
    void endless_lists_are_cut() {
        String points = "điểm " + "a, ".repeat(2000) + "b khoản " + "1, ".repeat(2000) + "2 Điều "
                + "3, ".repeat(2000) + "4 ";
        assertTrue(citation(points + DOCUMENT).pinpoints().size() <= 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5/", "12345", "5A", "../5"})
    void a_part_has_a_proper_number(String number) {
        assertThrows(IllegalArgumentException.class, () -> new Pinpoint(number, null, null));
        assertThrows(IllegalArgumentException.class, () -> new Pinpoint("5", number, null));
    }
}
