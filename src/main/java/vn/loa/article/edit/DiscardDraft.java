package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.Set;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Draft;

/** Throws a working copy away, and with it an article that was never published. Joins the caller's transaction. */
@ApplicationScoped
public class DiscardDraft {

    private final ArticleRepository articles;
    private final WorkingCopies workingCopies;
    private final DraftWords words;
    private final Slugs slugs;
    private final ArticleAudit audit;
    private final Event<ArticleDiscarded> discarded;

    DiscardDraft(ArticleRepository articles, WorkingCopies workingCopies, DraftWords words, Slugs slugs, ArticleAudit audit,
            Event<ArticleDiscarded> discarded) {
        this.articles = articles;
        this.workingCopies = workingCopies;
        this.words = words;
        this.slugs = slugs;
        this.audit = audit;
        this.discarded = discarded;
    }

    /**
     * @param draft whose article is locked
     * @throws vn.loa.problem.ProblemException 409 when there is no working copy, or its publish is scheduled
     */
    public void discard(Draft draft) {
        draft.require(Action.DISCARD_DRAFT);
        Article article = draft.article();
        audit.record("draft.discard", article, Map.of());
        workingCopies.delete(draft.workingCopy());
        if (article.live() == null) {
            // The imported views of the article go, too.
            discarded.fire(new ArticleDiscarded(article.id()));
            articles.delete(article);
        } else {
            words.write(article.live());
            slugs.releaseAllBut(article.id(), Set.of(article.slug()));
            article.changed();
        }
    }
}
