package vn.loa.text.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * @param length how many they are
     * @param sure whether only a mark stands like this; figures behind figures may be one number
     */
    record Place(int line, int offset, int length, boolean sure) {
        boolean isBehindWord(List<String> lines) {
            String words = lines.get(line);
            return offset > 1 && Character.isLetter(words.charAt(offset - 1)) && Character.isLetter(words.charAt(offset - 2));
        }
    }

    /**
     * The place of a note's mark in the text. A note may have several: a table that goes on over pages repeats its head.
     *
     * @param note the index of the note
     */
    public record Mark(int note, int line, int offset, int length) {}

    /** Whether a line has figures that may be the mark of a note on a provision. */
    static boolean mayHold(String line, String mark) {
        for (int i = line.indexOf(mark, 1); i > 0; i = line.indexOf(mark, i + 1)) {
            if (isMark(line, i, mark.length())) {
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
        Place[] places = new Place[notes.size()];
        int fromLine = 0;
        int fromOffset = 0;
        for (int n = 0; n < notes.size(); n++) {
            PrintNote note = notes.get(n);
            int end = note.at().get(0);
            String figures = String.valueOf(note.number());
            boolean states = note.states();
            int start = Math.max(fromLine, note.page());
            Place place = note.mark();
            if (place == null) {
                place = place(figures, states, lines, text, start, start == fromLine ? fromOffset : 0, end);
            }
            if (place == null) {
                // A long note may push the next one to the foot of the next page.
                place = place(figures, states, lines, text, fromLine, fromOffset, start);
            }
            if (place != null) {
                places[n] = place;
                fromLine = place.line();
                fromOffset = place.offset() + place.length();
            }
        }
        List<Mark> marks = loose(places, notes, lines, text);
        addRepeated(marks, lines, text);
        return marks;
    }

    /** The marks at these places, and those of the other notes that stand apart from their words or in brackets. */
    private static List<Mark> loose(Place[] places, List<PrintNote> notes, List<String> lines, boolean[] text) {
        LooseMarks loose = new LooseMarks(lines, line -> text[line], false);
        List<Mark> marks = new ArrayList<>();
        for (int n = 0; n < places.length; n++) {
            PrintNote note = notes.get(n);
            int end = note.at().get(0);
            if (places[n] == null) {
                places[n] = loose.onPage(note.number(), n == 0 ? null : places[n - 1], n + 1 == places.length ? null : places[n + 1],
                        note.page(), end);
            }
            if (places[n] != null) {
                add(marks, n, places[n]);
                if (LooseMarks.isBracketed(lines.get(places[n].line()), places[n])) {
                    for (Place again : loose.again(places[n], end)) {
                        add(marks, n, again);
                    }
                }
            }
        }
        return marks;
    }

    private static void add(List<Mark> marks, int note, Place place) {
        marks.add(new Mark(note, place.line(), place.offset(), place.length()));
    }

    /** Adds the marks in lines that stand further on once more, as the head of a table does on each of its pages. */
    private static void addRepeated(List<Mark> marks, List<String> lines, boolean[] text) {
        Map<String, Mark> heads = new HashMap<>();
        BitSet marked = new BitSet();
        for (Mark mark : marks) {
            marked.set(mark.line());
            String head = lines.get(mark.line());
            int word = head.charAt(mark.offset() - 1) == ' ' ? mark.offset() - 2 : mark.offset() - 1;
            if (word >= 0 && Character.isLowerCase(head.charAt(word))) {
                heads.put(head, mark);
            }
        }
        int first = marked.isEmpty() ? text.length : marked.nextSetBit(0);
        for (int line = first; line < text.length; line++) {
            Mark head = text[line] && !marked.get(line) ? heads.get(lines.get(line)) : null;
            if (head != null && head.line() < line) {
                marks.add(new Mark(head.note(), line, head.offset(), head.length()));
            }
        }
    }

    /** The first sure place of a mark, or else the first possible one. */
    private static Place place(String mark, boolean states, List<String> lines, boolean[] text, int from, int fromOffset, int end) {
        Place possible = null;
        for (int line = from; line < end || line == from; line++) {
            if (!text[line]) {
                continue;
            }
            String words = lines.get(line);
            for (int i = words.indexOf(mark, Math.max(1, line == from ? fromOffset : 1)); i > 0; i = words.indexOf(mark, i + 1)) {
                if (!states && !isBehindWord(words, i) || words.startsWith("[") && i == 1) {
                    continue;
                }
                if (isMark(words, i, mark.length()) || line == from && i == fromOffset + 1 && isNextMark(words, i, mark.length())) {
                    int bracket = isInSquareBrackets(words, i, mark.length()) ? 1 : 0;
                    Place place = new Place(line, i - bracket, mark.length() + 2 * bracket, isSure(words, i));
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

    /** Whether a mark has brackets around it that belong to it: "hỗ trợ[7]". */
    static boolean isInSquareBrackets(String line, int at, int length) {
        return line.charAt(at - 1) == '[' && line.startsWith("]", at + length);
    }

    static boolean isMark(String line, int at, int length) {
        int end = at + length;
        if (line.charAt(at - 1) == ' ') {
            return MARKER.matcher(line).region(0, at).matches() && end < line.length()
                    && (line.charAt(end) == ' ' || Character.isUpperCase(line.charAt(end)));
        }
        boolean whole = end == line.length() || !Character.isLetterOrDigit(line.charAt(end)) && line.charAt(end) != '/'
                && !(end + 1 < line.length() && ".,".indexOf(line.charAt(end)) >= 0 && Character.isDigit(line.charAt(end + 1)));
        return whole && "(/-".indexOf(line.charAt(at - 1)) < 0 && !isNumberOfParliament(line, at);
    }

    /** Whether the figures follow a word, a year, a closing sign or dots, as "chủ đầu tư1", "năm 20161", "(Ký)1" and "tại.....1" do. */
    static boolean isBehindWord(String line, int at) {
        char before = line.charAt(at - 1);
        if (Character.isDigit(before)) {
            return isSure(line, at);
        }
        boolean longer = at > 1 && (Character.isLetter(before) ? Character.isLetter(line.charAt(at - 2)) : line.charAt(at - 2) == before);
        return Character.isLetter(before) || before == '.' ? longer : ")]”\"»:;_…".indexOf(before) >= 0;
    }

    /** Whether the figures follow a letter or a sign. Behind figures they are a mark if those are whole without them. */
    static boolean isSure(String line, int at) {
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
