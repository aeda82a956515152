package vn.loa.text.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.fold.Words;

/**
 * The types of official documents, and the symbols that usually stand for them in document numbers (Nghị định
 * 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn 36-HD/VPTW). A document's type comes from the word: 1120-QĐ/TU is a Quy định
 * although QĐ usually means Quyết định.
 */
public final class DocumentTypes {
    private static final List<String> ALL = List.of("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Sắc lệnh",
            "Nghị quyết", "Nghị quyết liên tịch", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư",
            "Thông tư liên tịch", "Thông tri", "Thông báo", "Thông cáo", "Quy định", "Quy chế", "Quy trình", "Điều lệ",
            "Kết luận", "Kế hoạch", "Hướng dẫn", "Đề án", "Dự án", "Phương án", "Chương trình", "Báo cáo", "Tờ trình",
            "Biên bản", "Hợp đồng", "Công điện", "Công văn", "Văn bản", "Văn bản hợp nhất");

    private static final Map<String, String> BY_FOLDED =
            ALL.stream().collect(Collectors.toUnmodifiableMap(VietnameseText::fold, type -> type));

    /** Symbol, colon, usual type. */
    private static final Map<String, String> USUAL = symbols("NQ:Nghị quyết", "NQLT:Nghị quyết liên tịch",
            "NĐ:Nghị định", "QĐ:Quyết định", "CT:Chỉ thị", "QC:Quy chế", "QyĐ:Quy định", "QĐi:Quy định",
            "TC:Thông cáo", "TB:Thông báo", "HD:Hướng dẫn", "CTr:Chương trình", "KH:Kế hoạch",
            "PA:Phương án", "ĐA:Đề án", "DA:Dự án", "BC:Báo cáo", "BB:Biên bản", "TTr:Tờ trình", "HĐ:Hợp đồng",
            "CĐ:Công điện", "KL:Kết luận", "TT:Thông tư", "TTLT:Thông tư liên tịch", "TTLB:Thông tư liên tịch",
            "VBHN:Văn bản hợp nhất", "L:Luật", "PL:Pháp lệnh", "LCT:Lệnh", "SL:Sắc lệnh", "CV:Công văn",
            "ĐL:Điều lệ", "QT:Quy trình", "CTPH:Chương trình", "QCPH:Quy chế");

    private static final Map<String, String> WRITTEN =
            USUAL.keySet().stream()
                    .collect(Collectors.toUnmodifiableMap(symbol -> symbol.toUpperCase(Locale.ROOT), symbol -> symbol));

    private static final Set<String> LAWS = Set.of("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh");

    /** Type words by their first letter, in both cases, the longest first; null for a letter that begins no type. */
    private static final String[][] BY_LETTER = new String['đ' + 1][];

    static {
        ALL.stream().sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.groupingBy(type -> type.charAt(0))).forEach((letter, types) -> {
                    BY_LETTER[letter] = types.toArray(String[]::new);
                    BY_LETTER[Character.toLowerCase(letter)] = BY_LETTER[letter];
                });
    }

    private DocumentTypes() {}

    /** Every known type word, as it is written in running text. */
    public static List<String> all() {
        return ALL;
    }

    /** The type word in its usual spelling, whatever the case and accents: "CHI THI" gives "Chỉ thị". */
    public static Optional<String> canonical(String word) {
        return Optional.ofNullable(BY_FOLDED.get(VietnameseText.fold(VietnameseText.oneLine(word))));
    }

    /**
     * The type that a number's symbol usually stands for, as a hint where a text gives no type word. TT gives Thông tư,
     * although Party bodies use it for Thông tri.
     */
    public static Optional<String> usualTypeOf(String symbol) {
        return writtenSymbol(symbol).map(USUAL::get);
    }

    /** A known symbol in its usual spelling, whatever the case: "qđi" gives "QĐi". Empty for an unknown one. */
    static Optional<String> writtenSymbol(String symbol) {
        return Optional.ofNullable(WRITTEN.get(symbol.toUpperCase(Locale.ROOT)));
    }

    /** Whether documents of this type have names: Luật Đất đai. */
    public static boolean isLaw(String type) {
        return LAWS.contains(type);
    }

    /** A type word in a text; capital tells whether it begins with a capital letter there. */
    public record TypeWord(int start, int end, String type, boolean capital) {}

    /** The type words in a normalised line, in order. */
    public static List<TypeWord> scan(String text) {
        List<TypeWord> found = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            String type = typeAt(text, i);
            if (type != null) {
                boolean capital = Character.isUpperCase(text.charAt(i));
                // "pháp luật" (law in general) and "kỷ luật" (discipline) are no documents. A "luật" in small letters
                // is the subject matter.
                if (!isLaw(type) || capital && !text.startsWith("PHÁP ", i - 5)) {
                    found.add(new TypeWord(i, i + type.length(), type, capital));
                }
                i += type.length() - 1;
            }
        }
        return found;
    }

    /** The longest type word at this offset, in any case; null for none. */
    private static String typeAt(String text, int at) {
        char letter = text.charAt(at);
        if (letter >= BY_LETTER.length || BY_LETTER[letter] == null || !Words.isStart(text, at)) {
            return null;
        }
        char second = at + 1 < text.length() ? Character.toLowerCase(text.charAt(at + 1)) : ' ';
        for (String type : BY_LETTER[letter]) {
            if (second == type.charAt(1) && text.regionMatches(true, at, type, 0, type.length()) && !Words.goesOn(text, at + type.length())) {
                return type;
            }
        }
        return null;
    }

    private static Map<String, String> symbols(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (String pair : pairs) {
            int colon = pair.indexOf(':');
            map.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return Map.copyOf(map);
    }
}
