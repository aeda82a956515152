package vn.loa.text;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a document's own text ends and its closing begins: who signed it and whom it is sent to. */
final class Closing {
    /** For whom somebody signs (Nghị định 30/2020/NĐ-CP, Phụ lục I): TM., KT., TL., TUQ., Q. */
    private static final Pattern SIGNED_FOR = Pattern.compile("(?:(?:TM|KT|TL|TUQ|Q)\\.|T/[ML]\\b\\.?) ?\\p{Lu}.*+");
    private static final Pattern OFFICE = Pattern.compile("(?:BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG"
            + "|PHÓ THỦ TƯỚNG|CHỦ NHIỆM|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|PHÓ BÍ THƯ|TỔNG BÍ THƯ|CHÁNH ÁN"
            + "|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|TRƯỞNG BAN|HIỆU TRƯỞNG)(?![\\p{L}0-9]).*+");
    private static final Pattern ADOPTED = Pattern.compile(
            "(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?(?:được|do) .{0,400}?thông qua (.*+)");
    private static final String END = "./.";

    private Closing() {}

    /** Whether a paragraph is one of those that stand behind a document's text. */
    static boolean isSignature(List<String> paragraphs, int i) {
        String line = paragraphs.get(i);
        return SIGNED_FOR.matcher(line).matches() && Capitals.only(line, 0) || line.startsWith("Nơi nhận")
                || Capitals.only(line, 0) && (OFFICE.matcher(line).matches() || i > 0 && isEnd(paragraphs.get(i - 1)));
    }

    /** Whether a paragraph ends a document's text: with the sign ./. or as a law's last sentence. */
    static boolean isEnd(String line) {
        return line.endsWith(END);
    }

    /** Where the closing begins among the first {@code end} paragraphs, which have sections; {@code end} for none. */
    static int start(List<String> paragraphs, BitSet quoted, int end) {
        int signature = signature(paragraphs, quoted, end);
        if (signature >= 0) {
            return signature;
        }
        int text = end;
        while (text > 0 && (quoted.get(text - 1) || !isNumbered(paragraphs.get(text - 1)))) {
            text--;
        }
        for (int i = Math.max(text, 1); i < end; i++) {
            if (!quoted.get(i) && (isSignature(paragraphs, i) || ADOPTED.matcher(paragraphs.get(i)).matches())) {
                return i;
            }
        }
        return end;
    }

    /**
     * The signature right behind the sign that ends a text, unless divisions follow: numbers there are a form's. -1 when
     * there is none.
     */
    private static int signature(List<String> paragraphs, BitSet quoted, int end) {
        for (int i = end - 1; i > 0; i--) {
            if (!quoted.get(i) && Division.at(paragraphs.get(i)).isPresent()) {
                return -1;
            }
            if (!quoted.get(i) && isEnd(paragraphs.get(i - 1)) && isSignature(paragraphs, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The day that a law's last sentence gives: "Luật này được Quốc hội … thông qua ngày …"; null when none does. */
    static LocalDate adoptedOn(List<String> paragraphs) {
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            Matcher adopted = ADOPTED.matcher(paragraphs.get(i));
            if (adopted.matches()) {
                return VietnameseDates.dateAt(adopted.group(1), 0).map(VietnameseDates.DateAt::date).orElse(null);
            }
        }
        return null;
    }

    private static boolean isNumbered(String line) {
        return SectionMarker.at(line).isPresent() || Division.at(line).isPresent();
    }
}
