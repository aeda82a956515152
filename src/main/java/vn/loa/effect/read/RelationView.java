package vn.loa.effect.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.loa.article.ArticleRef;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.http.CacheTagged;

/**
 * What one document is to another, in JSON.
 *
 * @param by the document that stands in the relation
 * @param target the document to which it stands
 * @param quote the words that say so; null for a relation that a title states
 * @param statedIn the article whose text says it
 */
record RelationView(
        String kind,
        Related by,
        Related target,
        EffectView.Words quote,
        ArticleRef statedIn,
        @JsonIgnore Set<String> waitsFor) implements CacheTagged {

    /** A document, and the article that carries it here; null when there is none, or there are several candidates. */
    public record Related(
            DirectiveView document,
            CitationView.Target article,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<CitationView.Target> candidates) {

        static Related of(DirectiveView document, List<CitationView.Target> articles) {
            return new Related(document, DocumentEnd.only(articles), DocumentEnd.candidates(articles));
        }
    }

    /** The tags of the articles that it shows, and of the documents that it names, which others may come to carry. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>(Set.of(CacheTagged.ofArticle(statedIn.id())));
        tags.addAll(DocumentEnd.tags(by.article, by.candidates));
        tags.addAll(DocumentEnd.tags(target.article, target.candidates));
        tags.addAll(waitsFor);
        return tags;
    }
}
