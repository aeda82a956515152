package vn.loa.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.PinpointView;
import vn.loa.http.CacheTagged;

/** An article that cites a directive, in JSON. */
@Schema(name = "CitingArticle", description = "An article that cites the directive, with every place where it does.")
record CitingArticleView(
        @Schema(description = "The article that cites.", required = true)
        ArticleRef article,
        @Schema(description = "The directive that this article itself carries; null when it carries none.",
                nullable = true, required = true)
        DirectiveView directive,
        @Schema(description = "Where it cites, in the order of its text.", required = true)
        List<CitingPlace> places) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /** A place in the citing article's text. */
    @Schema(name = "CitingPlace", description = "A place in the text of an article that cites.")
    public record CitingPlace(
            @Schema(description = "The section it stands in; null outside the sections.", examples = "sec_3",
                    nullable = true, required = true)
            String sectionEId,
            @Schema(description = "The paragraph it stands in.", examples = "sec_3__p_2", required = true)
            String paragraphEId,
            @Schema(description = "Where `raw` begins in the paragraph's text, in UTF-16 code units.", required = true)
            int start,
            @Schema(description = "Where `raw` ends, exclusive.", required = true)
            int end,
            @Schema(description = "The words that name the directive.", examples = "Chỉ thị số 22-CT/TU",
                    required = true)
            String raw,
            @Schema(description = "`resolved` when they can mean this directive only; `ambiguous` when another "
                    + "one that is published here fits them, too.", enumeration = {"resolved", "ambiguous"}, required = true)
            String status,
            @Schema(description = "Which parts of the directive are meant; absent where none is named.")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<PinpointView> pinpoints) {
    }
}
