package vn.loa.text.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.EId;

class DocumentQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            22-CT/TU | 22 ct tu | 22 | - | - | - | 22 ct tu | ''
            chi thi so 022 - ct / tu | 22 ct tu | 22 | Chỉ thị | - | - | chi thi 22 ct tu | ''
            số22-CT/TU ngày 13/7/2022 | 22 ct tu | 22 | - | 2022-07-13 | - | 22 ct tu | ''
            22-CT/TU ngày 13 tháng 7 năm 2022 | 22 ct tu | 22 | - | 2022-07-13 | - | 22 ct tu | ''
            22-CT/TU ngay 13 thang 7 nam 2022 | 22 ct tu | 22 | - | 2022-07-13 | - | 22 ct tu | ''
            22-CT/TU năm 2022 | 22 ct tu | 22 | - | - | 2022 | 22 ct tu | ''
            NĐ 30/2020 | 30 2020 | 30 | - | - | 2020 | nd 30 | ''
            nghị định 30 | - | 30 | Nghị định | - | - | nghi dinh 30 | ''
            30/2020/NĐ-CP điều 5 khoản 2 | 30 2020 nd cp | 30 | - | - | - | 30 2020 nd cp | art_5__para_2 art_5
            điểm Đ khoản 2a Điều 5 NĐ 30/2020 | 30 2020 | 30 | - | - | 2020 | nd 30 | art_5__para_2a__point_đ art_5__para_2a art_5
            22-CT/TU mục 3 | 22 ct tu | 22 | - | - | - | 22 ct tu | sec_3
            22-CT/TU khoản 3 điểm a | 22 ct tu | 22 | - | - | - | 22 ct tu | sec_3__point_a sec_3
            66.25/2026/NQ-CP | 66 25 2026 nq cp | 66 | - | - | - | 66 25 2026 nq cp | ''
            Luật Đất đai 2013 | - | 2013 | Luật | - | 2013 | luat dat dai | ''
            kế hoạch phối hợp số 5/KH-UBND | 5 kh ubnd | 5 | Kế hoạch | - | - | ke hoach phoi hop 5 kh ubnd | ''
            22-CT/TU ngày 31/2/2022 | 22 ct tu | 22 | - | - | 2022 | 22 ct tu 31 2 | ''
            ?! () | - | - | - | - | - | '' | ''""")
    void what_is_typed_is_read_into_its_parts(String typed, String number, String start, String type, String issuedOn,
            Integer year, String words, String sections) {
        for (String form : new String[] {typed, Normalizer.normalize(typed, Normalizer.Form.NFD)}) {
            DocumentQuery query = DocumentQuery.parse(form);
            assertTrue(number == null ? query.numbers().isEmpty() : query.numbers().contains(number), query.toString());
            assertEquals(start, query.numberStart());
            assertEquals(type, query.type());
            assertEquals(issuedOn, query.issuedOn() == null ? null : query.issuedOn().toString());
            assertEquals(year, query.year());
            assertEquals(words, query.words());
            assertEquals(sections, query.sections().stream().map(EId::value).collect(Collectors.joining(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chương II Nghị định 121/2026/NĐ-CP | chp_II
            121/2026/nd-cp chuong ii muc 1 | chp_II__sec_1 chp_II
            Mục 1 Chương II 121/2026/NĐ-CP | chp_II__sec_1 chp_II
            tiểu mục 2 mục 1 chương 3 121/2026/NĐ-CP | chp_3__sec_1__subsec_2 chp_3__sec_1 chp_3
            Chương I Phần 2 121/2026/NĐ-CP | part_2__chp_I part_2
            Điều 5 Mục 1 Chương II 121/2026/NĐ-CP | art_5
            mục I Điều 1 121/2026/NĐ-CP | art_1__sec_I art_1
            khoản 1 mục II Điều 1 121/2026/NĐ-CP | art_1__sec_II__para_1 art_1__para_1 art_1__sec_II art_1
            khoản 99 điều 5 121/2026/NĐ-CP | art_5__para_99 art_5
            Phụ lục 121/2026/NĐ-CP | annex_1
            Phụ lục Nghị định 121/2026/NĐ-CP | annex_1
            121/2026/NĐ-CP phụ lục | annex_1
            phu luc iii nghi dinh 121/2026/nd-cp | annex_III
            Phụ lục số 02 ban hành kèm theo 121/2026/NĐ-CP | annex_02
            mục 3 Phụ lục II 121/2026/NĐ-CP | annex_II__sec_3 annex_II
            điểm a khoản 3 Phụ lục 1b 121/2026/NĐ-CP | annex_1B__sec_3__point_a annex_1B__sec_3 annex_1B
            sửa đổi phụ lục của Nghị định 121/2026/NĐ-CP | ''
            chương trình mục tiêu phần mềm mức lương 121/2026/NĐ-CP | ''
            """)
    void a_part_may_have_these_addresses(String typed, String sections) {
        for (String form : new String[] {typed, Normalizer.normalize(typed, Normalizer.Form.NFD)}) {
            DocumentQuery query = DocumentQuery.parse(form);
            assertTrue(query.numbers().contains("121 2026 nd cp"), query.toString());
            assertEquals(sections, query.sections().stream().map(EId::value).collect(Collectors.joining(" ")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"22-CT/TU", "05 - NQ/TU", "30/2020/NĐ-CP", "12/CT-TTg", "80/2015/QH13", "66.25/2026/NQ-CP",
            "646/QĐ/QUTW", "84 QĐ/TWĐTN", "87-CT", "285/CCTTHC", "12a/2019/TT-BTC"})
    void a_number_is_looked_up_by_what_its_key_is_kept_as(String number) {
        assertEquals(DocumentQuery.foldedNumber(DocumentNumber.parse(number).orElseThrow().key()),
                DocumentQuery.foldedNumber(number));
    }
}
