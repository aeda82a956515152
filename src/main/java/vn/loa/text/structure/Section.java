package vn.loa.text.structure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A numbered part of a directive. A list of sections in document order is the tree: each section names its parent.
 *
 * @param parentEId null at the top
 * @param level 1 at the top
 * @param number the number alone: "3", "II", "đ"
 * @param marker the marker as written, with the mark of a footnote behind it: "3.", "II-", or "Điều 5.3" where footnote
 *     3 belongs to Điều 5; not part of any paragraph's text
 * @param notes what was done to it, in the order of the notes' numbers
 * @param heading null when the section has none; not part of any paragraph's text
 */
public record Section(EId eId, EId parentEId, int level, SectionKind kind, String number, String marker,
        String heading, List<Paragraph> paragraphs, List<SectionNote> notes) {

    /** A section without notes. */
    public Section(EId eId, EId parentEId, int level, SectionKind kind, String number, String marker, String heading,
            List<Paragraph> paragraphs) {
        this(eId, parentEId, level, kind, number, marker, heading, paragraphs, List.of());
    }

    public Section {
        Objects.requireNonNull(eId, "eId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(marker, "marker");
        if (level < 1 || (level == 1) != (parentEId == null)) {
            throw new IllegalArgumentException("level " + level + " with parent " + parentEId);
        }
        paragraphs = List.copyOf(paragraphs);
        notes = List.copyOf(notes);
    }

    Section with(List<SectionNote> hung) {
        return new Section(eId, parentEId, level, kind, number, marker, heading, paragraphs, hung);
    }

    /** Where citations stand in it: the heading, under the section's own eId, its paragraphs and those of its notes. */
    public List<Paragraph> citable() {
        return heading == null ? ownAndNotes() : Stream.concat(Stream.of(new Paragraph(eId, heading)), ownAndNotes().stream()).toList();
    }

    /** Its paragraphs and those of its notes. */
    public List<Paragraph> ownAndNotes() {
        return notes.isEmpty() ? paragraphs
                : Stream.concat(paragraphs.stream(), notes.stream().flatMap(note -> note.paragraphs().stream())).toList();
    }
}
