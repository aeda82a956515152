package vn.loa.text.structure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.RaisedFigures;
import vn.loa.text.fold.Words;
import vn.loa.text.number.SpelledNumber;
import vn.loa.text.print.Capitals;

/**
 * A division of a document that names its kind at the start of a paragraph: Phần thứ nhất, Chương II, Mục 1, Tiểu mục
 * 2, Điều 7a.
 *
 * @param value the number as an integer; 0 when the number is not readable
 * @param inserted whether an amendment added the division behind another one, as Điều 7a behind Điều 7
 * @param number the number as the eId has it: "II", "7a"; "1" for "Phần thứ nhất"
 * @param raw the marker as written: "Điều 5."
 * @param textStart offset of the division's own words in the paragraph
 */
record Division(SectionKind kind, int value, boolean inserted, String number, String raw, int textStart) {
    private static final String NUMBER = "(?:[0-9]{1,4}+|[IVXLC]{1,9}+)[a-zđ]?(?![\\p{L}0-9])";
    private static final Pattern OPENING = Pattern.compile("(?:(Phần|PHẦN)|(Chương|CHƯƠNG)|(Mục|MỤC)"
            + "|(Tiểu mục|Tiểu Mục|TIỂU MỤC)|(Điều|ĐIỀU)) (?:(" + NUMBER + ")|(?iu:(thứ )?(" + SpelledNumber.PATTERN + "))(?![\\p{L}\\p{M}]))");
    private static final List<SectionKind> KINDS = List.of(SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION,
            SectionKind.SUBSECTION, SectionKind.ARTICLE);
    private static final int WRITTEN = 6;
    private static final int ORDINAL = 7;
    private static final int SPELLED = 8;
    /** A line longer than this is a sentence that begins with a reference. */
    private static final int MAX_TITLE = 400;

    /**
     * The division that a normalised line opens. Empty when a sentence goes on behind the number: the line then refers
     * to a division.
     */
    static Optional<Division> at(String line) {
        if (line.isEmpty() || "PCMTĐ".indexOf(line.charAt(0)) < 0 || !hasNumber(line)) {
            return Optional.empty();
        }
        Matcher opening = OPENING.matcher(line);
        if (!opening.lookingAt()) {
            return Optional.empty();
        }
        SectionKind kind = KINDS.get(0);
        for (int group = 1; group <= KINDS.size(); group++) {
            kind = opening.group(group) != null ? KINDS.get(group - 1) : kind;
        }
        String written = opening.group(WRITTEN);
        int end = endOfMarker(line, RaisedFigures.behindMark(line, opening.end()), kind == SectionKind.ARTICLE);
        if (end < 0 || written == null && opening.group(ORDINAL) == null && !isWhole(line, end, kind)) {
            return Optional.empty();
        }
        String number = written == null ? Integer.toString(SpelledNumber.value(opening.group(SPELLED))) : written;
        boolean inserted = Character.isLowerCase(number.charAt(number.length() - 1));
        return Optional.of(new Division(kind, value(number, inserted), inserted, number, line.substring(0, end),
                Words.skipSpaces(line, end)));
    }

    /** Whether a number in words without "thứ" is one: "Chương hai" alone on its line. */
    private static boolean isWhole(String line, int end, SectionKind kind) {
        boolean large = kind == SectionKind.PART || kind == SectionKind.CHAPTER;
        return large && (end == line.length() || ".:".indexOf(line.charAt(end - 1)) >= 0);
    }

    /** Whether the other division may stand below this one, as Chương below Phần. */
    boolean contains(Division other) {
        return kind.compareTo(other.kind) < 0;
    }

    /** Whether a number may stand behind the kind. This cheap check rejects most lines before the pattern runs. */
    private static boolean hasNumber(String line) {
        int space = line.indexOf(' ');
        return space >= 3 && space <= 6 && space + 1 < line.length();
    }

    /** Whether a full stop or colon stands behind the number. A reference inside a sentence has none there. */
    boolean isPunctuated() {
        return raw.endsWith(".") || raw.endsWith(":");
    }

    private static int value(String number, boolean inserted) {
        String figures = inserted ? number.substring(0, number.length() - 1) : number;
        return Character.isDigit(figures.charAt(0)) ? Integer.parseInt(figures) : SectionMarker.romanValue(figures);
    }

    /**
     * The offset behind the number and its sign; -1 when a sentence goes on behind the number. "Điều 5" needs a sign or
     * the end of the line. The other kinds stand above their titles and may also have a title in capitals behind the
     * number.
     */
    private static int endOfMarker(String line, int number, boolean article) {
        int sign = Words.skipSpaces(line, number);
        if (sign == line.length()) {
            return number;
        }
        char c = line.charAt(sign);
        boolean adjacent = sign == number;
        if (c == ':' || c == '.' && (adjacent || line.startsWith(". ", sign)) || (c == '-' || c == '–') && Words.skipSpaces(line, sign + 1) > sign + 1) {
            return sign + 1;
        }
        return !article && !adjacent && line.length() <= MAX_TITLE && Capitals.only(line, sign) ? number : -1;
    }
}
