package vn.loa.text.consolidate;

import java.util.List;
import java.util.Objects;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/**
 * The text that is amended.
 *
 * @param subject the document that it is the text of; of an official consolidated text, the document that it consolidates
 * @param sections in document order, annexes behind the text
 * @param contained the documents whose amendments the text contains already; empty unless it is a consolidated text
 */
public record BaseText(Subject subject, List<Section> sections, List<Subject> contained) {
    public BaseText {
        Objects.requireNonNull(subject, "subject");
        sections = List.copyOf(sections);
        contained = List.copyOf(contained);
    }

    public BaseText(Subject subject, List<Section> sections) {
        this(subject, sections, List.of());
    }
}
