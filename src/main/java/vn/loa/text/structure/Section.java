package vn.loa.text.structure;

import java.util.List;
import java.util.Objects;

/**
 * A numbered part of a directive. A list of sections in document order is the tree: each section names its parent.
 *
 * @param parentEId null at the top
 * @param level 1 at the top
 * @param number the number alone: "3", "II", "đ"
 * @param marker the marker as written, with the mark of a footnote behind it: "3.", "II-", or "Điều 5.3" where footnote
 *     3 belongs to Điều 5; not part of any paragraph's text
 * @param heading null when the section has none; not part of any paragraph's text
 */
public record Section(EId eId, EId parentEId, int level, SectionKind kind, String number, String marker,
        String heading, List<Paragraph> paragraphs) {
    public Section {
        Objects.requireNonNull(eId, "eId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(marker, "marker");
        if (level < 1 || (level == 1) != (parentEId == null)) {
            throw new IllegalArgumentException("level " + level + " with parent " + parentEId);
        }
        paragraphs = List.copyOf(paragraphs);
    }
}
