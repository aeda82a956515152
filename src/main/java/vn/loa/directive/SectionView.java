package vn.loa.directive;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.http.CacheTagged;

/** A section in JSON. */
@Schema(name = "Section", description = "A numbered part of a directive.")
public record SectionView(
        @Schema(description = "Its address inside the article (Akoma Ntoso naming, never ASCII-folded).",
                examples = "sec_3", required = true)
        String eId,
        @Schema(description = "The section it is part of; null at the top.", nullable = true, required = true)
        String parentEId,
        @Schema(description = "Its depth in the tree, from 1.", required = true)
        int level,
        @Schema(description = "What kind of part it is.", required = true,
                enumeration = {"part", "chapter", "section", "subsection", "article", "clause", "point", "annex"})
        String kind,
        @Schema(description = "Its number, without punctuation.", examples = "3", required = true)
        String number,
        @Schema(description = "Its number as the document prints it.", examples = "3.", required = true)
        String marker,
        @Schema(description = "Its heading, where it has one.", nullable = true, required = true)
        String heading,
        @Schema(description = "Its paragraphs in order, without the number and the heading.", required = true)
        List<ParagraphView> paragraphs,
        @Schema(description = "The documents its paragraphs cite, in the order of the text.", required = true)
        List<CitationView> citations) implements CacheTagged {

    /** The tags of the citations. */
    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(citations);
    }
}
