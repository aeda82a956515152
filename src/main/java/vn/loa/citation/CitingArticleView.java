package vn.loa.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.PinpointView;
import vn.loa.directive.force.ForceView;
import vn.loa.http.CacheTagged;

/** An article that cites a directive, in JSON. */
record CitingArticleView(
        ArticleRef article,
        DirectiveView directive,
        ForceView force,
        List<CitingPlace> places) implements CacheTagged {

    CitingArticleView with(ForceView theForce) {
        return new CitingArticleView(article, directive, theForce, places);
    }

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /** A place in the citing article's text. */
    public record CitingPlace(
            String sectionEId,
            String paragraphEId,
            int start,
            int end,
            String raw,
            String status,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<PinpointView> pinpoints,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<String> divisions) {
    }
}
