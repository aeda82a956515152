package vn.loa.text.structure;

import java.util.List;
import java.util.Objects;

/**
 * A note that hangs on a section: what was done to it, by which document, since when. Its paragraphs are no paragraphs of
 * the section.
 *
 * @param eId art_5__note_3; art_5__note_3_2 for a second note of that number, in another form
 * @param number as printed: "3"
 * @param part what its mark stands in
 * @param at the eId of the paragraph that has the mark, or of the section for a heading or marker
 * @param offset the mark's place in the paragraph or heading, in UTF-16 code units; 0 for a marker
 */
public record SectionNote(EId eId, String number, Note.Part part, EId at, int offset, List<Paragraph> paragraphs) {
    public SectionNote {
        Objects.requireNonNull(eId, "eId");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(at, "at");
        paragraphs = List.copyOf(paragraphs);
    }

    /** @param before how many notes of the section before it have its number */
    static SectionNote of(Note note, int before) {
        EId eId = note.section().child("note", before == 0 ? note.number() : note.number() + "_" + (before + 1));
        return new SectionNote(eId, note.number(), note.part(), note.at(), note.offset(), note.paragraphs(eId));
    }
}
