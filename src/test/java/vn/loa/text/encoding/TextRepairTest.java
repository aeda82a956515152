package vn.loa.text.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.loa.text.structure.Warning;

/** Text in an old or doubled encoding gets its letters back, and text that is right stays as it is, byte for byte. */
class TextRepairTest {

    private static final String TEXT = """
            Ngày 12 tháng 4 năm 2024, Ủy ban nhân dân tỉnh ban hành Quyết định số 41/QĐ-UBND về củng cố tổ hòa giải ở ấp, khu vực.
            Điều 1. Ủy ban nhân dân cấp xã rà soát từng tổ hòa giải; mỗi tổ có từ 05 đến 07 người, trong đó có ít nhất một hòa giải viên nữ.
            Điều 2. Sở Tư pháp biên soạn sổ tay tình huống, chú trọng tranh chấp đất đai, hôn nhân và gia đình, tiếng ồn trong khu dân cư.
            Những quỹ nghĩa tình giúp đỡ bà con khó khăn, những kỹ sư ở xưởng cưa, giữ gìn nếp sống văn hóa và quyền lợi người tiêu dùng.
            """;
    private static final String FRENCH = """
            L'été dernier, le préfet a signé l'arrêté n° 41 relatif à la médiation où siègent dès à présent dix-sept médiateurs,
            élus à l'unanimité. Ça n'a pas été aisé : « le thé, né là-bas, plaît déjà », a-t-il répété. Le coût s'élève à 3 500 €.
            """;
    private static final String OTHERS = """
            Die Bürger hören schön länger zu; Größe über alles, für später natürlich möglich, früher häufig übersät, völlig gelöst.
            El año próximo, la niña española soñará mañana con un señor pequeño; la cañería del baño, el otoño y la leña también.
            Ødegård på Færøerne så en blå båd; både ånd og ære, færre får og flere æbler, små grønne øer.
            """;
    private static final List<String> WORDS = List.of("Ủy ban ", "có ", "cá ", "là ", "bé ", "cô ", "bút ", "bóng ", "và ", "đ ", "500 đ ",
            "été ", "thé ", "né ", "où ", "dès ", "« oui » ", "naïve ", "café ", "© 2024 ", "5 µm ", "±2 ", "½ ", "² ", "§ 5 ", "® ",
            "ñandú ", "öl ", "Œuvre ", "Ÿ ", "\u00A0", "in\u00ADfor\u00ADma\u00ADtion ", "TP. ", "Điều 1. ", "the ", "law ", "\n", "\t",
            "“x” ", "… ", "– ", "€ ", "Tiê\u0301ng ", "\uFFFD", "中文 ", "😀 ");

    /** The character of each letter of the encoding, from the letter: the encodings are written by this alone. */
    private static String in(LegacyEncoding encoding, String text) {
        Map<String, String> characters = TEXT.chars().mapToObj(c -> String.valueOf((char) c)).distinct()
                .filter(letter -> letter.charAt(0) > 0x7F).collect(Collectors.toMap(letter -> letter, letter -> written(encoding, letter)));
        return text.chars().mapToObj(c -> String.valueOf((char) c)).map(c -> characters.getOrDefault(c, c)).collect(Collectors.joining());
    }

    /** TCVN3 has no capitals with tones: the small letter is set in a font of capitals. */
    private static String written(LegacyEncoding encoding, String letter) {
        for (String wanted : List.of(letter, letter.toLowerCase())) {
            for (String first : encoding == LegacyEncoding.TCVN3 ? List.of("") : List.of("a", "e", "i", "o", "u", "y", "ô", "ö", "A", "E", "O", "U", "Y", "Ô", "Ö", "")) {
                for (char c = 0xFF; c > 0xA0; c--) {
                    if (encoding.toUnicode(first + c).equals(wanted)) {
                        return first + c;
                    }
                }
            }
        }
        // VNI writes these as Latin-1 does.
        return letter;
    }

    @Example
    void tcvn3_is_known_by_its_look() {
        TextRepair repair = TextRepair.of(in(LegacyEncoding.TCVN3, TEXT));
        assertEquals(TEXT.replace("Ủ", "ủ"), repair.text().replace("Ủ", "ủ"));
        assertEquals(List.of("encoding-converted"), repair.warnings().stream().map(Warning::code).toList());
        assertTrue(repair.warnings().get(0).message().contains("TCVN3"), repair.warnings().get(0).message());
    }

    @Example
    void vni_is_known_by_its_look() {
        TextRepair repair = TextRepair.of(in(LegacyEncoding.VNI, TEXT));
        assertEquals(TEXT, repair.text());
        assertTrue(repair.warnings().get(0).message().contains("VNI"), repair.warnings().get(0).message());
    }

    @Example
    void all_letters_of_the_encodings() {
        assertEquals("Tuyên truyền phòng cháy trước", LegacyEncoding.TCVN3.toUnicode("Tuyªn truyÒn phßng ch¸y tr\u00ADíc"));
        assertEquals("Cộng hòa xã hội chủ nghĩa Việt Nam, địa phương, kỹ sư, ý kiến, ở",
                LegacyEncoding.VNI.toUnicode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñòa phöông, kyõ sö, yù kieán, ôû"));
        assertEquals("ắằẳẵặ ỵ ƯỚC Đ", LegacyEncoding.VNI.toUnicode("aéaèaúaüaë î ÖÔÙC Ñ"));
    }

    @Example
    void a_font_says_the_encoding_while_its_text_agrees() {
        FontRepair repair = new FontRepair();
        repair.add(".VnTimeH", "uû ban nh\u00A9n d\u00A9n".replace("uû", "uñ"));
        repair.add("VNI-Times", "Ñoäc laäp");
        assertEquals("ỦY".substring(0, 1), repair.convert(".VnTimeH", "ñ"));
        assertEquals("Độc lập", repair.convert("VNI-Times", "Ñoäc laäp"));
        assertEquals(2, repair.warnings().size());
        assertEquals("thé", repair.convert("Times New Roman", "thé"));
        FontRepair stale = new FontRepair();
        stale.add(".VnTime", TEXT);
        assertEquals("có", stale.convert(".VnTime", "có"));
        assertEquals(List.of(), stale.warnings());
    }

    @Example
    void text_that_was_encoded_twice_is_decoded() {
        for (var wrong : List.of(StandardCharsets.ISO_8859_1, java.nio.charset.Charset.forName("windows-1252"))) {
            String text = "Tuyên “phòng cháy” – hòa giải, xã hội: 5 €.";
            String twice = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            String lenient = wrong.name().startsWith("ISO") ? twice : asWindows(twice);
            TextRepair repair = TextRepair.of(lenient);
            assertEquals(text, repair.text());
            assertEquals("encoded-twice", repair.warnings().get(0).code());
        }
    }

    /** As a browser reads the bytes 0x80 to 0x9F. */
    private static String asWindows(String latin) {
        StringBuilder out = new StringBuilder();
        for (char c : latin.toCharArray()) {
            String read = c > 0xFF ? "\uFFFD" : new String(new byte[] {(byte) c}, java.nio.charset.Charset.forName("windows-1252"));
            out.append(read.equals("\uFFFD") ? String.valueOf(c) : read);
        }
        return out.toString();
    }

    @Example
    void what_is_doubled_only_in_part_stays_with_a_warning() {
        String mixed = TEXT + "Ã¡ Ã© Ã³ Ã¡";
        TextRepair repair = TextRepair.of(mixed);
        assertEquals(mixed, repair.text());
        assertEquals("encoded-twice-in-part", repair.warnings().get(0).code());
    }

    @Example
    void control_characters_are_dropped_with_a_warning() {
        TextRepair repair = TextRepair.of("Nội\u0000 dung\u001B\u0085mới\u007F\tđây");
        assertEquals("Nội dung\u0085mới\tđây", repair.text());
        assertEquals(List.of("control-characters-dropped"), repair.warnings().stream().map(Warning::code).toList());
        assertTrue(TextRepair.isBinary("PK\u0003\u0004\u0000\u0000\u0008\u0000abc"));
        assertFalse(TextRepair.isBinary("Nội\u0000dung"));
    }

    @Example
    void text_that_is_right_stays_as_it_is() {
        for (String right : List.of(TEXT, FRENCH, OTHERS, TEXT + FRENCH, "Cô bé có cá, bé có bóng, cô có bút. Bé bé, cá cá, có có, tí xíu, tú, gà, bò, bê, dê.")) {
            assertEquals(new TextRepair(right, List.of()), TextRepair.of(right));
        }
    }

    @Property(tries = 2000)
    void no_text_in_unicode_is_changed(@ForAll("rightTexts") String right) {
        assertEquals(right, TextRepair.of(right).text());
    }

    @Provide
    Arbitrary<String> rightTexts() {
        return Arbitraries.of(WORDS).list().ofMaxSize(80).map(words -> String.join("", words));
    }
}
