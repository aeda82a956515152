package vn.loa.text.consolidate;

import java.time.LocalDate;
import java.util.List;
import vn.loa.text.structure.Section;

/**
 * What a text may read on a day. It is no official text. Each instruction is in exactly one of {@code changes} and
 * {@code notApplied}.
 *
 * @param sections in document order; those that no instruction touched are as they were
 * @param changes in the order in which they were made
 */
public record Proposal(LocalDate on, List<Section> sections, List<AppliedChange> changes, List<NotApplied> notApplied) {
    public Proposal {
        sections = List.copyOf(sections);
        changes = List.copyOf(changes);
        notApplied = List.copyOf(notApplied);
    }
}
