package vn.loa.article.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.State;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionView;
import vn.loa.http.CacheTagged;

/** A directive's text in JSON. */
@Schema(name = "DirectiveText", description = "The text of the directive that an article carries, or a range of its "
        + "sections.")
record DirectiveTextView(
        @Schema(description = "The article that carries it.", required = true)
        UUID articleId,
        @Schema(description = "The revision whose text it is.", required = true)
        int revision,
        @Schema(description = "Whether the article is withdrawn.", required = true)
        State state,
        @Schema(description = "The notice on a withdrawn article. Absent from all others.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ArticleView.Withdrawal withdrawal,
        @Schema(description = "What the document is called.", required = true)
        DirectiveView directive,
        @Schema(description = "HTML of what stands before and around the sections. Absent from a range.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String body,
        @Schema(description = "The sections in document order: `parentEId` and `level` give the tree.", required = true)
        List<SectionView> sections) implements CacheTagged {

    /** The article's tag, and the tags of the citations in its sections. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(CacheTagged.ofArticle(articleId));
        tags.addAll(CacheTagged.ofAll(sections));
        return tags;
    }
}
