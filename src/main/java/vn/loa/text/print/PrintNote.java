package vn.loa.text.print;

import java.util.List;

/**
 * A note at the foot of a page.
 *
 * @param page the first line of the page that opens the note
 * @param mark where its mark stands, as far as that is known from the page alone; else null
 * @param at the lines of the note
 * @param lines their words; the first one begins with the note's number
 */
public record PrintNote(int number, int page, NoteMarks.Place mark, List<Integer> at, List<String> lines) {

    /** The note with its mark at a place. */
    PrintNote at(NoteMarks.Place place) {
        return new PrintNote(number, page, place, at, lines);
    }

    /** Whether it says what was done to a provision, and is no note of a form. */
    boolean states() {
        return NoteOpening.says(lines);
    }

    /** Whether it has a quotation that is still open, or announces one. */
    boolean isQuoting() {
        String note = String.join(" ", lines);
        int depth = 0;
        int straight = 0;
        for (int i = 0; i < note.length(); i++) {
            char c = note.charAt(i);
            depth += c == '“' || c == '‟' ? 1 : c == '”' ? -1 : 0;
            straight += c == '"' ? 1 : 0;
        }
        return depth > 0 || straight % 2 == 1 || note.endsWith(":");
    }

    boolean isUnfinished() {
        String last = lines.get(lines.size() - 1);
        return ".;”\"".indexOf(last.charAt(last.length() - 1)) < 0;
    }
}
