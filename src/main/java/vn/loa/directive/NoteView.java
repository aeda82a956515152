package vn.loa.directive;

import java.util.List;
import java.util.Locale;
import vn.loa.text.structure.SectionNote;

/** A note of a section in JSON, also in the stored JSON of its section. */
public record NoteView(
        String eId,
        String number,
        String part,
        String at,
        int offset,
        List<ParagraphView> paragraphs) {

    public static NoteView of(SectionNote note) {
        return new NoteView(note.eId().value(), note.number(), note.part().name().toLowerCase(Locale.ROOT), note.at().value(),
                note.offset(), note.paragraphs().stream().map(ParagraphView::of).toList());
    }
}
