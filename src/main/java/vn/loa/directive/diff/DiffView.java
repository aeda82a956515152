package vn.loa.directive.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.loa.directive.SectionView;

/**
 * The differences between two texts of a directive, as parts of a JSON response.
 *
 * @param sections the sections that differ, in the order of the later text; a removed section at its former place
 */
public record DiffView(Counts counts, List<SectionChange> sections) {

    /** The numbers of added, removed, changed and moved sections. */
    public record Counts(
            int added,
            int removed,
            int changed,
            int moved) {
    }

    /** A section that differs. */
    public record SectionChange(
            String eId,
            List<String> changes,
            Label before,
            Label after,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<WordView> heading,
            List<ParagraphChange> paragraphs) {
    }

    /** The marker and heading of a section, and its place in the tree. */
    public record Label(
            String parentEId,
            String kind,
            String number,
            String marker) {

        static Label of(SectionView section) {
            return section == null ? null
                    : new Label(section.parentEId(), section.kind(), section.number(), section.marker());
        }
    }

    /** A paragraph that differs. */
    public record ParagraphChange(
            String change,
            String beforeEId,
            String afterEId,
            List<WordView> words) {
    }
}
