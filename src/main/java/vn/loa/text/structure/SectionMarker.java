package vn.loa.text.structure;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.RaisedFigures;
import vn.loa.text.fold.Words;
import vn.loa.text.number.DocumentNumberScanner;

/**
 * The marker of a list item at the start of a paragraph: 1. 1) 1- 1/ and I. I) I- I/ and a) a. a- a/.
 *
 * @param value the item's position by its number, from 1; for an inserted item the position of the item before it
 * @param inserted whether an amendment added the item: 2a. behind 2., b1) behind b)
 * @param number as written: "3", "II", "đ", "2a"
 * @param raw number and sign: "3."
 * @param style the common style of the markers of one list: "1." for Arabic digits with a full stop
 * @param textStart offset of the item's own words in the paragraph
 * @param repealed whether a consolidated text has nothing but "(được bãi bỏ)" there
 */
record SectionMarker(int value, boolean inserted, String number, String raw, String style, int textStart, boolean repealed) {
    static final char ARABIC_STYLE = '1';
    static final char ROMAN_STYLE = 'I';
    static final char LETTER_STYLE = 'a';

    /** Up to four digits, so that a year also matches and is reported as a number out of sequence. */
    private static final Pattern ARABIC = Pattern.compile("([0-9]{1,4}+)([a-zđ]?)([.)/-])");
    /** Roman numerals up to XXXIX. L and C are left out because they usually begin a name (C. Mác). */
    private static final Pattern ROMAN = Pattern.compile("(X{0,3}+(?:IX|IV|V?I{0,3}+))([.)/-])");
    private static final Pattern LETTER = Pattern.compile("([a-zđ])([0-9]{0,2}+)([.)/-])");
    /** A footnote's mark and the start of the text behind the marker of a point: "b)5 Trường hợp". */
    private static final Pattern NOTE = Pattern.compile("([0-9]{1,3}+) [\\p{Lu}(]");
    private static final String REPEALED = "(được bãi bỏ";
    private static final BitSet NO_NOTES = new BitSet();
    /** The letters of points, in order (Nghị định 34/2016/NĐ-CP, art. 62). */
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";
    /**
     * Letters outside that list that some texts use all the same; {@link #BEFORE_FOREIGN} has the predecessor of each.
     */
    private static final String FOREIGN = "fjwz";
    private static final String BEFORE_FOREIGN = "eivy";

    /** The marker at the start of a normalised line, in a text without footnotes. */
    static Optional<SectionMarker> at(String line) {
        return at(line, NO_NOTES);
    }

    /**
     * The marker at the start of a line in a text with these {@code Footnotes}. If there is a footnote 7, "2.7 Trường
     * hợp" is item 2.
     */
    static Optional<SectionMarker> at(String line, BitSet notes) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        if (first >= '0' && first <= '9') {
            return arabic(line, notes);
        }
        if (first == 'I' || first == 'V' || first == 'X') {
            return roman(line);
        }
        boolean letter = first >= 'a' && first <= 'z' || first == 'đ';
        return letter && line.length() > 1 && !Character.isLetter(line.charAt(1)) ? letter(line) : Optional.empty();
    }

    /** The numerals of the style: '1', 'I' or 'a'. */
    char numerals() {
        return style.charAt(0);
    }

    /** The kind of a section with this marker inside a section of another kind; null for the top. */
    SectionKind kind(SectionKind inside) {
        return switch (numerals()) {
            case ROMAN_STYLE -> SectionKind.SECTION;
            case LETTER_STYLE -> inside == null ? SectionKind.SECTION : SectionKind.POINT;
            default -> inside == null ? SectionKind.SECTION
                    : inside == SectionKind.CLAUSE || inside == SectionKind.POINT ? SectionKind.POINT
                    : SectionKind.CLAUSE;
        };
    }

    private static Optional<SectionMarker> arabic(String line, BitSet notes) {
        Matcher marker = ARABIC.matcher(line);
        if (!marker.lookingAt()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(marker.group(1));
        boolean mayBeDocument = marker.group(3).equals("-") || marker.group(3).equals("/");
        boolean opens = value > 0 && (opensText(line, RaisedFigures.behindMark(line, marker.end()), true) || isNoted(line, marker.end(), notes))
                && !(mayBeDocument && DocumentNumberScanner.at(line, 0).isPresent());
        return opens ? Optional.of(of(line, marker.end(), value, !marker.group(2).isEmpty(), ARABIC_STYLE))
                : Optional.empty();
    }

    private static Optional<SectionMarker> roman(String line) {
        Matcher marker = ROMAN.matcher(line);
        boolean opens = marker.lookingAt() && !marker.group(1).isEmpty() && opensText(line, marker.end(), false);
        return opens ? Optional.of(of(line, marker.end(), romanValue(marker.group(1)), false, ROMAN_STYLE))
                : Optional.empty();
    }

    private static Optional<SectionMarker> letter(String line) {
        Matcher marker = LETTER.matcher(line);
        if (!marker.lookingAt() || !opensPoint(line, RaisedFigures.behindMark(line, marker.end()))) {
            return Optional.empty();
        }
        int foreign = FOREIGN.indexOf(marker.group(1));
        char letter = foreign < 0 ? marker.group(1).charAt(0) : BEFORE_FOREIGN.charAt(foreign);
        boolean inserted = foreign >= 0 || !marker.group(2).isEmpty();
        return Optional.of(of(line, marker.end(), POINTS.indexOf(letter) + 1, inserted, LETTER_STYLE));
    }

    private static SectionMarker of(String line, int end, int value, boolean inserted, char numerals) {
        int textStart = Words.skipSpaces(line, end);
        return new SectionMarker(value, inserted, line.substring(0, end - 1), line.substring(0, end),
                "" + numerals + line.charAt(end - 1), textStart, line.startsWith(REPEALED, textStart));
    }

    /**
     * Whether the item's text begins behind the sign: a space, the end of the line, or directly, as in "1.Nâng cao", a
     * capital, an opening quotation mark or a footnote's mark [7]. A digit there makes the number a decimal, a date or
     * a fraction.
     */
    private static boolean opensText(String line, int at, boolean arabic) {
        if (at == line.length() || line.charAt(at) == ' ') {
            return true;
        }
        char next = line.charAt(at);
        if (next == '[') {
            return at + 1 < line.length() && Character.isDigit(line.charAt(at + 1));
        }
        // "I.V." is a pair of initials. Behind a hyphen, a word in capitals may follow directly: "I-MỤC ĐÍCH".
        return (arabic || line.charAt(at - 1) == '-') && (Character.isUpperCase(next) || next == '“' || next == '"');
    }

    private static boolean isNoted(String line, int at, BitSet notes) {
        Matcher note = NOTE.matcher(line).region(at, line.length());
        return !notes.isEmpty() && note.lookingAt() && notes.get(Integer.parseInt(note.group(1)));
    }

    private static boolean opensPoint(String line, int at) {
        if (at == line.length() || line.charAt(at) == ' ') {
            return true;
        }
        return line.charAt(at - 1) == ')' && (opensText(line, at, true)
                || NOTE.matcher(line).region(at, line.length()).lookingAt());
    }

    /** The value of a Roman numeral. Other characters at its end do not count: "VIIa" is 7. */
    static int romanValue(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number.charAt(i));
            boolean before = i + 1 < number.length() && digit < digit(number.charAt(i + 1));
            sum += before ? -digit : digit;
        }
        return sum;
    }

    private static int digit(char c) {
        return switch (c) {
            case 'C' -> 100;
            case 'L' -> 50;
            case 'X' -> 10;
            case 'V' -> 5;
            case 'I' -> 1;
            default -> 0;
        };
    }
}
