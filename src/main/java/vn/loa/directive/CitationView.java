package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.http.CacheTagged;

/** A citation in JSON. */
@Schema(name = "Citation", description = "A place in the text that names an official document.")
public record CitationView(
        @Schema(description = "The paragraph it stands in. `preamble__p_…` and `body__p_…` are the ids of paragraphs "
                + "in the article's `body`.", examples = "sec_3__p_2", required = true)
        String paragraphEId,
        @Schema(description = "Where `raw` begins in the paragraph's text, in UTF-16 code units.", required = true)
        int start,
        @Schema(description = "Where `raw` ends, exclusive.", required = true)
        int end,
        @Schema(description = "The words that name the document, as they stand in the text.",
                examples = "Nghị quyết số 05-NQ/TU, ngày 01 tháng 6 năm 2022", required = true)
        String raw,
        @Schema(description = "`subject`: the directive that this article carries. `reference`: another document, by "
                + "its number. `unnumbered`: another document, by its name.",
                enumeration = {"subject", "reference", "unnumbered"}, required = true)
        String role,
        @Schema(description = "The document's type as the text calls it.", examples = "Nghị quyết",
                nullable = true, required = true)
        String type,
        @Schema(description = "Its number in the canonical form.", examples = "05-NQ/TU", nullable = true, required = true)
        String number,
        @Schema(description = "Its date of issue, where the text gives it.", nullable = true, required = true)
        LocalDate issuedOn,
        @Schema(description = "Who issued it, where the text says so.", nullable = true, required = true)
        String issuer,
        @Schema(description = "Its title, where the text gives it.", nullable = true, required = true)
        String title,
        @Schema(description = "Which parts of the document are meant; absent where the text names none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<PinpointView> pinpoints,
        @Schema(description = "Whether the document is published here: `resolved` to one article, `ambiguous` between "
                + "several, or `unresolved`.", enumeration = {"resolved", "ambiguous", "unresolved"}, required = true)
        String status,
        @Schema(description = "The article that carries the document, when resolved.", nullable = true, required = true)
        Target target,
        @Schema(description = "The articles it may be, when ambiguous: the latest issued first, at most ten.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Target> candidates,
        @Schema(hidden = true) @JsonIgnore String numberKey) implements CacheTagged {

    /**
     * The tags of the articles to which it leads, and of its document number, to which other articles may come to
     * belong.
     */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        if (numberKey != null) {
            tags.add(NumberTag.of(numberKey));
        }
        if (target != null) {
            tags.add(CacheTagged.ofArticle(target.articleId()));
        }
        candidates.forEach(candidate -> tags.add(CacheTagged.ofArticle(candidate.articleId())));
        return tags;
    }

    /** An article that carries a cited document. */
    @Schema(name = "CitationTarget", description = "An article here that carries the cited document.")
    public record Target(
            @Schema(required = true) UUID articleId,
            @Schema(required = true) String slug,
            @Schema(description = "The document's title.", required = true) String title) {
    }
}
