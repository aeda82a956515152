package vn.loa.text.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            30/2020/NĐ-CP        | 30    | 2020 | NĐ   | CP
            04/2017/QĐ-UBND      | 04    | 2017 | QĐ   | UBND
            12/CT-TTg            | 12    | -    | CT   | TTg
            80/2015/QH13         | 80    | 2015 | ''   | QH13
            03/2021/UBTVQH15     | 03    | 2021 | ''   | UBTVQH15
            66.25/2026/NQ-CP     | 66.25 | 2026 | NQ   | CP
            12a/2019/TT-BTC      | 12a   | 2019 | TT   | BTC
            01/2016/TTLT-BNV-BTC | 01    | 2016 | TTLT | BNV-BTC
            22-CT/TU             | 22    | -    | CT   | TU
            08-QĐi/TW            | 08    | -    | QĐi  | TW
            1972-QĐ/TU           | 1972  | -    | QĐ   | TU
            646/QĐ/QUTW          | 646   | -    | QĐ   | QUTW
            05/CT-VKSTC-TCKS     | 05    | -    | CT   | VKSTC-TCKS
            706/UBND-VP7         | 706   | -    | ''   | UBND-VP7
            84-QĐ/TWĐTN          | 84    | -    | QĐ   | TWĐTN
            87-CT                | 87    | -    | CT   | ''
            30-CP                | 30    | -    | ''   | CP
            285/CCTTHC           | 285   | -    | ''   | CCTTHC""")
    void every_form_is_read_into_its_parts_and_printed_again(String text, String number, Integer year, String symbol,
            String issuer) {
        DocumentNumber read = DocumentNumber.parse(text).orElseThrow();
        assertEquals(text, read.toString());
        assertEquals(number, read.number());
        assertEquals(Optional.ofNullable(year), read.year());
        assertEquals(symbol, read.symbol());
        assertEquals(issuer, read.issuer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '22- CT/TU'            | 22-CT/TU
            '100 - KL/TW'          | 100-KL/TW
            ' 05–NQ / TU '         | 05-NQ/TU
            '05/CT - VKSTC - TCKS' | 05/CT-VKSTC-TCKS
            '84 QĐ/TWĐTN'          | 84-QĐ/TWĐTN
            '22-ct/tu'             | 22-CT/TU
            '08-qđi/tw'            | 08-QĐi/TW
            '30/2020/nđ-cp'        | 30/2020/NĐ-CP
            '12/ct-ttg'            | 12/CT-TTg
            '706/ubnd-vp7'         | 706/UBND-VP7
            '1120-QÐ/TU'           | 1120-QĐ/TU
            '35/2017/TT- BLĐTBXH'  | 35/2017/TT-BLĐTBXH""")
    void stray_spaces_dashes_and_small_letters_do_not_matter(String typed, String canonical) {
        assertEquals(canonical, DocumentNumber.parse(typed).orElseThrow().toString());
        String decomposed = Normalizer.normalize(typed, Normalizer.Form.NFD);
        assertEquals(canonical, DocumentNumber.parse(decomposed).orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({"05-NQ/TU, 5-NQ/TU", "08-QĐi/TW, 8-QĐI/TW", "12/CT-TTg, 12/CT-TTG", "04/2017/QĐ-UBND, 4/2017/QĐ-UBND",
            "646/QĐ/QUTW, 646-QĐ/QUTW", "12a/2019/TT-BTC, 12A/2019/TT-BTC"})
    void the_key_has_capitals_no_leading_zeros_and_plain_hyphens(String text, String key) {
        assertEquals(key, DocumentNumber.parse(text).orElseThrow().key());
    }

    @Test
    void numbers_are_equal_by_their_key() {
        assertEquals(DocumentNumber.parse("05-NQ/TU"), DocumentNumber.parse("5 - nq/tu"));
        assertEquals(DocumentNumber.parse("05-NQ/TU").hashCode(), DocumentNumber.parse("5-NQ/TU").hashCode());
        assertNotEquals(DocumentNumber.parse("5-NQ/TU"), DocumentNumber.parse("5-NQ/TW"));
        assertNotEquals(DocumentNumber.parse("5-QĐ/TU"), DocumentNumber.parse("5-QĐi/TU"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2021 - 2025", "…/QĐ-UBND", "/QĐ-UBND", "27/7/2022", "29-5-2008", "24/7", "1/2",
            "00-CT/TU", "123456-CT/TU", "22-CT/TU.", "x 22-CT/TU", "22", "CT/TU", "5/xe", "22-CT/", "COVID-19",
            "22-\uD800/TU", "22-ct/" + "ßßßßßßßßßßßßßßßßßßß"})
    void what_is_no_number_is_refused(String text) {
        assertTrue(DocumentNumber.parse(text).isEmpty(), text);
    }

    @Test
    void null_and_endless_text_are_refused() {
        assertTrue(DocumentNumber.parse(null).isEmpty());
        assertTrue(DocumentNumber.parse("1".repeat(100_000)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NQ", "QĐ", "CT", "QC", "QyĐ", "QĐi", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC",
            "BB", "TTr", "HĐ", "CĐ", "KL", "TT", "NĐ", "TTLT", "VBHN", "L", "PL"})
    void every_symbol_is_known_in_both_forms_and_in_any_case(String symbol) {
        for (String form : new String[] {"7-%s/TU", "7/%s-UBND", "7/2020/%s-UBND"}) {
            String text = form.formatted(symbol);
            DocumentNumber number = DocumentNumber.parse(text.toLowerCase(Locale.ROOT)).orElseThrow();
            assertEquals(text, number.toString());
            assertEquals(symbol, number.symbol());
            assertEquals(text.endsWith("TU") ? "TU" : "UBND", number.issuer());
            assertTrue(DocumentTypes.usualTypeOf(symbol).isPresent(), symbol);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7-BC/TW", "7-BC/TU", "7-BC/HU", "7-BC/ĐU", "7-BC/VPTW", "7-BC/BTGTU", "7-BC/QUTW",
            "7/2020/TT-BTC", "7/2020/QĐ-TTg", "7/2020/NQ-HĐND", "7/2020/QH14", "7/2020/UBTVQH14", "7/2020/NĐ-CP"})
    void every_kind_of_office_is_read_and_printed_as_it_is(String text) {
        DocumentNumber number = DocumentNumber.parse(text.replace("/", "\u00A0/ ")).orElseThrow();
        assertEquals(text, number.toString());
        assertTrue(text.endsWith(number.issuer()) && !number.issuer().isEmpty(), number.issuer());
    }

    @Test
    void numbers_are_ordered_as_numbers_within_their_year() {
        List<String> ordered = List.of("9-CT/TU", "10-CT/TU", "10-NQ/TU", "9/2019/NĐ-CP", "2/2020/NĐ-CP",
                "12a/2020/TT-BTC", "66.3/2020/NQ-CP", "66.25/2020/NQ-CP", "100/2020/NĐ-CP");
        assertEquals(ordered, ordered.stream().sorted(Comparator.reverseOrder())
                .map(text -> DocumentNumber.parse(text).orElseThrow()).sorted().map(DocumentNumber::toString).toList());
        assertEquals(0, DocumentNumber.parse("05-NQ/TU").orElseThrow()
                .compareTo(DocumentNumber.parse("5-nq/tu").orElseThrow()));
    }
}
