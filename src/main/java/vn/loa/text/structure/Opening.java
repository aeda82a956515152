package vn.loa.text.structure;

import java.util.BitSet;
import java.util.regex.Pattern;
import vn.loa.text.print.HeadParts;
import vn.loa.text.print.LabelLines;

/**
 * How a line of a print begins. It is read once, although both the line and the one below it ask.
 *
 * @param division null when it opens none
 * @param marker of a list item; null when there is none, and with a number above 999, which is a year
 * @param annex whether it is the heading of an annex
 * @param alone whether it stands alone in official documents, as a motto or a signature does
 * @param label see {@link LabelLines}
 */
record Opening(String text, Division division, SectionMarker marker, boolean annex, boolean alone, boolean label) {
    private static final Pattern SIGNED_FOR = Pattern.compile("(?:(?:TM|KT|TL|TUQ|Q)\\.|T/[ML]\\b\\.?) ?\\p{Lu}.*+");
    private static final Pattern AMENDED_BY = Pattern.compile(
            "được (?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^.:;]{0,60} (?:theo|bởi)(?: (?:các )?(?:văn bản|Thông tư|Nghị định|Luật|Quyết định))?(?: sau(?: đây)?)? ?:$");
    private static final int LONGEST_NUMBER = 100;
    private static final int FIRST_YEAR = 1000;

    /** @param notes the footnotes of the text */
    static Opening of(String line, BitSet notes) {
        return new Opening(line, Division.at(line).orElse(null),
                SectionMarker.at(line, notes).filter(marker -> marker.value() < FIRST_YEAR).orElse(null), Annexes.isHeading(line),
                isSignedFor(line) || Letterhead.isMotto(line) || Letterhead.isAuthentication(line) || isOwnNumber(line)
                        || HeadParts.isPlaceAndDate(line),
                LabelLines.isLabel(line));
    }

    boolean isMarked() {
        return division != null || marker != null || annex;
    }

    /** Where the words behind its division or marker begin; -1 when it has neither. */
    int textStart() {
        return division != null ? division.textStart() : marker != null ? marker.textStart() : -1;
    }

    /** Whether a line announces the list of what amended a consolidated text, which stands above its Điều. */
    static boolean announcesAmendingTexts(String line) {
        return line.endsWith(":") && AMENDED_BY.matcher(line).find();
    }

    private static boolean isOwnNumber(String line) {
        return line.length() <= LONGEST_NUMBER && (line.startsWith("Số") || line.contains(" số:")) && Letterhead.isNumber(line);
    }

    private static boolean isSignedFor(String line) {
        return "TKQ".indexOf(line.charAt(0)) >= 0 && SIGNED_FOR.matcher(line).matches();
    }
}
