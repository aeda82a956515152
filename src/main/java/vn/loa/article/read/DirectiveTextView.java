package vn.loa.article.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.State;
import vn.loa.directive.BodyParts;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionView;
import vn.loa.directive.force.ForceView;
import vn.loa.http.CacheTagged;

/** A directive's text in JSON. */
record DirectiveTextView(
        UUID articleId,
        int revision,
        State state,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ArticleView.Withdrawal withdrawal,
        DirectiveView directive,
        ForceView force,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String body,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String bodyBefore,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String bodyAfter,
        List<SectionView> sections) implements CacheTagged {

    /** @param body null for a range of the sections */
    static DirectiveTextView of(ArticleView article, String body, List<SectionView> sections) {
        BodyParts parts = body == null ? null : BodyParts.of(body);
        return new DirectiveTextView(article.id(), article.revision(), article.state(), article.withdrawal(), article.directive(), article.force(),
                body, parts == null ? null : parts.before(), parts == null ? null : parts.after(), sections);
    }

    /** The article's tag, and the tags of the citations in its sections. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(CacheTagged.ofArticle(articleId));
        tags.addAll(CacheTagged.ofAll(sections));
        return tags;
    }
}
