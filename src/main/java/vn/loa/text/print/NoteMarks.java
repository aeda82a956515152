package vn.loa.text.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the marks of notes in a print, which stand directly behind a word, a number or a marker: "hỗ trợ2",
 * "Chương II2", "Mẫu số 14" (form 1, note 4), "năm 20205", "3.51 (được bãi bỏ)".
 */
public final class NoteMarks {
    /** A section's marker, behind which a mark may stand apart: "3. 13 (được bãi bỏ)", "5. 3Căn cứ". */
    private static final Pattern MARKER = Pattern.compile(
            "(?:[0-9]{1,3}[a-zđ]?[.)]|[a-zđ][.)]|(?:Điều|Chương|Mục|Phần) [0-9IVXLC]{1,6}[a-zđ]?[.:]?) ");

    private NoteMarks() {}

    /**
     * A mark in a line.
     *
     * @param offset where the figures stand
     * @param sure whether only a mark stands like this; figures behind figures may be one number
     */
    private record Place(int line, int offset, boolean sure) {}

    /** The place of each note's mark in the text. */
    public record Mark(int note, int line, int offset, int length) {}

    /**
     * Whether a line has figures that may be this mark.
     *
     * @param unsure whether figures behind figures count as well
     */
    static boolean mayHold(String line, String mark, boolean unsure) {
        for (int i = line.indexOf(mark, 1); i > 0; i = line.indexOf(mark, i + 1)) {
            if (isMark(line, i, mark.length()) && (unsure || isSure(line, i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The marks of the notes, each in the text of the page whose foot opens the note, in the order of the notes. A note
     * whose mark is not found has none.
     *
     * @param text for each line whether it is text, and not a note or a running head
     */
    public static List<Mark> of(List<PrintNote> notes, List<String> lines, boolean[] text) {
        List<Mark> marks = new ArrayList<>();
        int fromLine = 0;
        int fromOffset = 0;
        for (int n = 0; n < notes.size(); n++) {
            PrintNote note = notes.get(n);
            int end = note.at().get(0);
            String figures = String.valueOf(note.number());
            int start = Math.max(fromLine, note.page());
            Place place = place(figures, lines, text, start, start == fromLine ? fromOffset : 0, end);
            if (place == null) {
                // A long note may push the next one to the foot of the next page.
                place = place(figures, lines, text, fromLine, fromOffset, start);
            }
            if (place != null) {
                marks.add(new Mark(note.number(), place.line(), place.offset(), figures.length()));
                fromLine = place.line();
                fromOffset = place.offset() + figures.length();
            }
        }
        return marks;
    }

    /** The first sure place of a mark, or else the first possible one. */
    private static Place place(String mark, List<String> lines, boolean[] text, int from, int fromOffset, int end) {
        Place possible = null;
        for (int line = from; line < end || line == from; line++) {
            if (!text[line]) {
                continue;
            }
            String words = lines.get(line);
            for (int i = words.indexOf(mark, Math.max(1, line == from ? fromOffset : 1)); i > 0; i = words.indexOf(mark, i + 1)) {
                if (isMark(words, i, mark.length()) || line == from && i == fromOffset + 1 && isNextMark(words, i, mark.length())) {
                    Place place = new Place(line, i, isSure(words, i));
                    if (place.sure()) {
                        return place;
                    }
                    possible = possible == null ? place : possible;
                }
            }
        }
        return possible;
    }

    /** Whether the figures stand directly behind another mark, a space between them: "thi hành34 35". */
    private static boolean isNextMark(String line, int at, int length) {
        return line.charAt(at - 1) == ' ' && Character.isDigit(line.charAt(at - 2))
                && (at + length == line.length() || !Character.isLetterOrDigit(line.charAt(at + length)));
    }

    private static boolean isMark(String line, int at, int length) {
        int end = at + length;
        if (line.charAt(at - 1) == ' ') {
            return MARKER.matcher(line).region(0, at).matches() && end < line.length()
                    && (line.charAt(end) == ' ' || Character.isUpperCase(line.charAt(end)));
        }
        boolean whole = end == line.length() || !Character.isLetterOrDigit(line.charAt(end)) && line.charAt(end) != '/'
                && !(end + 1 < line.length() && ".,".indexOf(line.charAt(end)) >= 0 && Character.isDigit(line.charAt(end + 1)));
        return whole && line.charAt(at - 1) != '/' && line.charAt(at - 1) != '-' && !isNumberOfParliament(line, at);
    }

    /** Whether the figures follow a letter or a sign. Behind figures they are a mark if those are whole without them. */
    private static boolean isSure(String line, int at) {
        char before = line.charAt(at - 1);
        if (before == ' ') {
            return false;
        }
        if (!Character.isDigit(before)) {
            return !(before == '.' || before == ',') || !(at > 1 && Character.isDigit(line.charAt(at - 2))) || isClause(line, at);
        }
        int start = at;
        while (start > 0 && Character.isDigit(line.charAt(start - 1))) {
            start--;
        }
        return at - start == 4 && (line.startsWith("19", start) || line.startsWith("20", start));
    }

    /** Whether the figures stand behind the marker of a clause that opens the line: "3.51 (được bãi bỏ)". */
    private static boolean isClause(String line, int at) {
        for (int i = 0; i < at - 1; i++) {
            if (!Character.isDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the figures belong to a number as "45/2019/QH14" or "24/2022/UBTVQH15". */
    private static boolean isNumberOfParliament(String line, int at) {
        return line.startsWith("QH", at - 2) && at > 2 && (line.charAt(at - 3) == '/' || line.charAt(at - 3) == 'V');
    }
}
