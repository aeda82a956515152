package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.citation.SelfReference;
import vn.loa.text.citation.SubjectFinder;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.fold.Slug;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/** Properties that hold for every string, well-formed or not. */
class TextPropertiesTest {
    private static final String[] PIECES = {"Luật ", "Nghị quyết ", "Chỉ thị ", "này ", "số ", "22- CT/TU",
            "30/2020/NĐ-CP", " ngày ", "27/7/2022", "01 tháng 6 năm 2022", "năm 2013", "của ", "Chính phủ ", "về ",
            "Về ", "“", "”", "\"", "; ", ". ", ", ", "và ", "Đại hội ", "lần thứ XIII ", "khóa XIV", "ban hành ",
            "sửa đổi ", "TP. ", "(", ")", "1. ", "2. ", "3. ", "I. ", "II- ", "a) ", "b) ", "\n1. ", "\n2. ", "\na) ",
            "\nb) ", "\n- Xã", "\nPhần thứ nhất\n", "\nChương I\n", "\nChương II\n", "\nMục 1\n", "\nĐiều 1. ",
            "\nĐiều 2. ", "\nĐiều 2a. ", "\nĐiều 3. “", "\nCÔNG BÁO/Số 5/Ngày 01-02-2030\n", "\n12\n", "\n______\n",
            "\nKý bởi: A\nNgày ký: 1\n", "./.\n", "\nTM. ỦY BAN\n", "\nNơi nhận:\n", "\nPhụ lục\n",
            "\nPhụ lục II\n", "\nMẫu số 01\n", "\nLUẬT\n", "\nNGHỊ ĐỊNH\n", "1.[2] ", "\n2.7 Cây ", "\n7 Khoản này được a\n",
            "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "\nXÁC THỰC VĂN BẢN HỢP NHẤT\n", "như sau:\n“", "”.\n", "\"\n",
            "\n(Xem tiếp Công báo số 1 + 2)\n", "\n8 CÔNG BÁO/Số 5/Ngày 01-02-2030\n", "\n-----\n", "\nT/M BAN THƯỜNG VỤ\n",
            "STT\nTên cây\n1\nCây to\n", "\t", "   \n", "\n(1) Cây ", "\n1.2. Cây ", "\nQUY CHẾ\n(kèm theo A)\n",
            "\n", "\n\n", "\r\n", "\u00A0", "\u0000", "\uD800", "\u0301", "Ð",
            "ð", "08:44 ", "GMT+7", "Hôm nay: 5\n", "./."};

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(PIECES);
        Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(4);
        Arbitrary<String> mixed = Arbitraries.frequencyOf(Tuple.of(6, piece), Tuple.of(1, noise));
        Arbitrary<String> text = mixed.list().ofMaxSize(40).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(text, text.map(t -> Normalizer.normalize(t, Normalizer.Form.NFD)),
                Arbitraries.strings().all().ofMaxLength(60));
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> number = Arbitraries.of("1", "05", "22", "1972", "66.25", "12a");
        Arbitrary<String> symbol = Arbitraries.of("CT", "NQ", "QĐ", "QĐi", "ctr", "nđ", "XYZ", "UBND", "L");
        Arbitrary<String> office = Arbitraries.of("TU", "tw", "CP", "TTg", "UBND", "TWĐTN", "BNV-BTC", "VP7");
        Arbitrary<String> form = Arbitraries.of("%s-%s/%s", "%s/%s-%s", "%s/2020/%s-%s", "%s/%s/%s", "%s %s/%s",
                "%s - %s/ %s");
        return Combinators.combine(form, number, symbol, office).as(String::format);
    }

    @Property(seed = "20220713")
    void normalising_folding_and_slugs_are_idempotent(@ForAll("texts") String text) {
        String normal = VietnameseText.normalise(text);
        assertEquals(normal, VietnameseText.normalise(normal));
        assertTrue(Normalizer.isNormalized(normal, Normalizer.Form.NFC));
        assertEquals(VietnameseText.oneLine(text), VietnameseText.oneLine(VietnameseText.oneLine(text)));
        assertEquals(VietnameseText.fold(text), VietnameseText.fold(VietnameseText.fold(text)));
        assertEquals(Slug.of(text), Slug.of(Slug.of(text).value()));
        assertTrue(VietnameseText.excerpt(text, 10).length() <= 10);
    }

    @Property(seed = "20220713")
    void a_number_is_read_as_it_was_printed(@ForAll("numbers") String text) {
        DocumentNumber.parse(text).ifPresent(number -> {
            DocumentNumber again = DocumentNumber.parse(number.toString()).orElseThrow();
            assertEquals(number, again);
            assertEquals(number.toString(), again.toString());
            assertEquals(number.symbol() + "|" + number.issuer(), again.symbol() + "|" + again.issuer());
        });
    }

    @Property(seed = "20220713")
    void every_function_has_an_answer_for_every_string(@ForAll("texts") String text) {
        VietnameseDates.date(text);
        VietnameseDates.findStamp(text).ifPresent(
                stamp -> assertTrue(stamp.start() < stamp.end() && stamp.end() <= text.length()));
        DocumentNumber.parse(text).ifPresent(
                number -> assertEquals(number, DocumentNumber.parse(number.toString()).orElseThrow()));
        EId.parse(text).ifPresent(eId -> assertEquals(eId, EId.parse(eId.value()).orElseThrow()));
        Slug.parse(text).ifPresent(slug -> assertEquals(text, slug.value()));
        DocumentTypes.canonical(text);
        DocumentTypes.usualTypeOf(text);
        DirectiveText.parse(List.of(text, text));
        Letterhead.find(TextBlocks.paragraphs(text));
        SubjectFinder.find(List.of(text));
    }

    @Property(seed = "20220713")
    void splitting_and_parsing_keep_every_word_in_order(@ForAll("texts") String text) {
        TextWords.assertKept(text);
    }

    @Property(seed = "20220713")
    void every_paragraph_has_an_address_of_its_own_and_citations_point_exactly(@ForAll("texts") String text) {
        DirectiveText parsed = DirectiveText.parse(TextBlocks.paragraphs(text));
        TextWords.assertAddressesAreUnique(parsed);
        for (Paragraph paragraph : parsed.allParagraphs()) {
            int end = 0;
            for (Citation citation : CitationFinder.citations(List.of(paragraph), null)) {
                assertTrue(citation.start() >= end);
                end = citation.end();
                assertEquals(citation.raw(), paragraph.text().substring(citation.start(), end));
            }
            for (SelfReference self : CitationFinder.selfReferences(List.of(paragraph), "Chỉ thị")) {
                assertEquals(self.raw(), paragraph.text().substring(self.start(), self.end()));
            }
        }
    }
}
