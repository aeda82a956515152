package vn.loa.text.structure;

import java.util.List;

/**
 * A note and where its mark stood in the paragraphs of a print.
 *
 * @param paragraphs the note's words, without its number
 * @param paragraph the index of the paragraph; -1 when the mark was not found
 * @param offset in the paragraph, from which the mark was taken
 */
public record PlacedNote(int number, List<String> paragraphs, int paragraph, int offset) {
    public PlacedNote {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The note when so many paragraphs above the text are left out. */
    public PlacedNote without(int above) {
        return new PlacedNote(number, paragraphs, Math.max(paragraph - above, -1), offset);
    }
}
