package vn.loa.directive.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.directive.SectionView;

/**
 * The differences between two texts of a directive, as parts of a JSON response.
 *
 * @param sections the sections that differ, in the order of the later text; a removed section at its former place
 */
public record DiffView(Counts counts, List<SectionChange> sections) {

    /** The numbers of added, removed, changed and moved sections. */
    @Schema(name = "SectionDiffCounts", description = "How many sections differ. One that was both moved and changed "
            + "counts in both.")
    public record Counts(
            @Schema(required = true) int added,
            @Schema(required = true) int removed,
            @Schema(required = true) int changed,
            @Schema(required = true) int moved) {
    }

    /** A section that differs. */
    @Schema(name = "SectionChange", description = "A section that differs.")
    public record SectionChange(
            @Schema(description = "The section's address, by which it is recognised.", examples = "sec_3",
                    required = true)
            String eId,
            @Schema(description = "What happened to it: `added` or `removed`; or `moved` (to another place among the "
                    + "sections beside it, or into another section), `changed` (in its words, its number or its kind), "
                    + "or both.", enumeration = {"added", "removed", "moved", "changed"}, required = true)
            List<String> changes,
            @Schema(description = "What it was; null when it was added.", nullable = true, required = true)
            Label before,
            @Schema(description = "What it is; null when it was removed.", nullable = true, required = true)
            Label after,
            @Schema(description = "Its heading, where that differs.")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<WordView> heading,
            @Schema(description = "Its paragraphs that differ, in the order of the later text.", required = true)
            List<ParagraphChange> paragraphs) {
    }

    /** The marker and heading of a section, and its place in the tree. */
    @Schema(name = "SectionLabel", description = "What a section is called and what it is part of.")
    public record Label(
            @Schema(description = "The section it is part of; null at the top.", nullable = true, required = true)
            String parentEId,
            @Schema(description = "What kind of part it is.", required = true)
            String kind,
            @Schema(description = "Its number, without punctuation.", examples = "3", required = true)
            String number,
            @Schema(description = "Its number as the document prints it.", examples = "3.", required = true)
            String marker) {

        static Label of(SectionView section) {
            return section == null ? null
                    : new Label(section.parentEId(), section.kind(), section.number(), section.marker());
        }
    }

    /** A paragraph that differs. */
    @Schema(name = "ParagraphChange", description = "A paragraph that differs. Paragraphs are recognised by their "
            + "words: one that only has another address, because another was added before it, does not differ.")
    public record ParagraphChange(
            @Schema(description = "What happened to it.", enumeration = {"added", "removed", "changed"},
                    required = true)
            String change,
            @Schema(description = "Its address in the earlier text; null when it was added.", examples = "sec_3__p_1",
                    nullable = true, required = true)
            String beforeEId,
            @Schema(description = "Its address in the later text; null when it was removed.", examples = "sec_3__p_2",
                    nullable = true, required = true)
            String afterEId,
            @Schema(description = "Its words.", required = true)
            List<WordView> words) {
    }
}
