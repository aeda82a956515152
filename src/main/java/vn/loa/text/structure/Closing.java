package vn.loa.text.structure;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.print.Capitals;

/** Finds the closing of a document: the signatures and the list of recipients behind the text. */
final class Closing {
    /**
     * Abbreviations before a signature that name the represented office or person (Nghị định 30/2020/NĐ-CP, Phụ lục I):
     * TM., KT., TL., TUQ., Q.
     */
    private static final Pattern SIGNED_FOR = Pattern.compile("(?:(?:TM|KT|TL|TUQ|Q)\\.|T/[ML]\\b\\.?) ?\\p{Lu}.*+");
    private static final Pattern OFFICE = Pattern.compile("(?:BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|THỦ TƯỚNG"
            + "|PHÓ THỦ TƯỚNG|CHỦ NHIỆM|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|PHÓ BÍ THƯ|TỔNG BÍ THƯ|CHÁNH ÁN"
            + "|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|TRƯỞNG BAN|HIỆU TRƯỞNG)(?![\\p{L}0-9]).*+");
    private static final Pattern ADOPTED = Pattern.compile(
            "(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?(?:được|do) .{0,400}?thông qua (.*+)");
    private static final String END = "./.";

    private Closing() {}

    /** Whether a paragraph belongs to the signatures or recipients. */
    static boolean isSignature(List<String> paragraphs, int i) {
        String line = paragraphs.get(i);
        return SIGNED_FOR.matcher(line).matches() && Capitals.only(line, 0) || line.startsWith("Nơi nhận")
                || Capitals.only(line, 0) && (OFFICE.matcher(line).matches() || i > 0 && isEnd(paragraphs.get(i - 1)));
    }

    /** Whether a paragraph ends a document's text with the sign "./.". */
    static boolean isEnd(String line) {
        return line.endsWith(END);
    }

    /**
     * The index of the closing's first paragraph among the first {@code end} paragraphs; {@code end} when there is no
     * closing. These paragraphs must contain numbered sections.
     */
    static int start(List<String> paragraphs, BitSet quoted, int end) {
        int authentication = authentication(paragraphs, quoted, end);
        if (authentication >= 0) {
            return authentication;
        }
        int signature = signature(paragraphs, quoted, end);
        if (signature >= 0) {
            return signature;
        }
        int behind = behindEnd(paragraphs, quoted, end);
        if (behind >= 0) {
            return behind;
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
     * The index behind the last sign "./.", which ends the text, when no numbered paragraph follows it; -1 when there is
     * none. A page's links may follow instead of a signature.
     */
    private static int behindEnd(List<String> paragraphs, BitSet quoted, int end) {
        for (int i = end - 1; i >= 0 && (quoted.get(i) || !isNumbered(paragraphs.get(i)) || isEnd(paragraphs.get(i))); i--) {
            if (!quoted.get(i) && isEnd(paragraphs.get(i))) {
                return i + 1 < end ? i + 1 : -1;
            }
        }
        return -1;
    }

    /**
     * The index of the block that authenticates a consolidated text: its office and number stand above or below the line
     * "XÁC THỰC VĂN BẢN HỢP NHẤT"; -1 when there is none.
     */
    private static int authentication(List<String> paragraphs, BitSet quoted, int end) {
        for (int i = end - 1; i > 0; i--) {
            if (!quoted.get(i) && Letterhead.isAuthentication(paragraphs.get(i))) {
                int start = i;
                while (start > 1 && (Letterhead.isNumber(paragraphs.get(start - 1))
                        || Capitals.only(paragraphs.get(start - 1), 0) && !isNumbered(paragraphs.get(start - 1)))) {
                    start--;
                }
                return start;
            }
        }
        return -1;
    }

    /**
     * The index of the signature directly below the sign "./."; -1 when there is none. The search goes backwards and
     * stops at a division, because the numbers above a division are those of a form.
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

    /**
     * The date of adoption in the last sentence of a law: "Luật này được Quốc hội … thông qua ngày …"; null when there
     * is none.
     */
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
