package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * A note of a consolidated text, with the place of its mark. A note says what was done to the provision at its mark, and
 * "Điều này" in it is that provision; it is never a paragraph of the text.
 *
 * @param number as printed: "7"
 * @param paragraphs the note's words, without its number
 * @param section the section at whose words the mark stands; null for the preamble, the closing, and a mark that was not
 *     found
 * @param part what the mark stands in; null when it was not found
 * @param at the eId of the paragraph, or of the section for a heading or marker; null when the mark was not found
 * @param offset the mark's place in the paragraph or heading, in UTF-16 code units; 0 for a marker
 */
public record Note(String number, List<String> paragraphs, EId section, Part part, EId at, int offset) {

    /** What a mark stands in. */
    public enum Part { MARKER, HEADING, TEXT }

    public Note {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The note's paragraphs with their eIds. */
    List<Paragraph> paragraphs(EId eId) {
        List<Paragraph> all = new ArrayList<>();
        paragraphs.forEach(text -> all.add(new Paragraph(eId.paragraph(all.size() + 1), text)));
        return all;
    }
}
