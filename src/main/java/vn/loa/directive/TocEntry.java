package vn.loa.directive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.text.fold.VietnameseText;

/** A section in a table of contents. Its eId, marker and heading are separate, so that a frontend can lay them out. */
@Schema(description = "A section in the table of contents.")
public record TocEntry(
        @Schema(description = "The section's address.", examples = "sec_3", required = true)
        String eId,
        @Schema(description = "What kind of part it is.", required = true)
        String kind,
        @Schema(description = "Its number, without punctuation.", examples = "3", required = true)
        String number,
        @Schema(description = "Its number as the document prints it.", examples = "3.", required = true)
        String marker,
        @Schema(description = "Its heading, where it has one.", nullable = true, required = true)
        String heading,
        @Schema(description = "The first words of its text: what to show when there is no heading.", required = true)
        String excerpt,
        @Schema(description = "The sections that are part of it.", required = true)
        List<TocEntry> children) {

    private static final int EXCERPT_LENGTH = 100;

    private static TocEntry of(SectionView section) {
        String text = section.paragraphs().isEmpty() ? "" : section.paragraphs().get(0).text();
        return new TocEntry(section.eId(), section.kind(), section.number(), section.marker(), section.heading(),
                VietnameseText.excerpt(text, EXCERPT_LENGTH), new ArrayList<>());
    }

    /** Makes a tree of sections that are in document order, parents before their children. */
    static List<TocEntry> nest(List<SectionView> sections) {
        Map<String, TocEntry> byEId = new HashMap<>();
        List<TocEntry> top = new ArrayList<>();
        for (SectionView section : sections) {
            TocEntry entry = of(section);
            byEId.put(entry.eId, entry);
            (section.parentEId() == null ? top : byEId.get(section.parentEId()).children).add(entry);
        }
        return top;
    }
}
