package vn.loa.article.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.loa.article.Article;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Revision;
import vn.loa.article.State;
import vn.loa.article.edit.DraftWords;

/**
 * What follows when an article was written by something else than a step: when another portal was merged into this one. Joins the
 * caller's transaction.
 */
@ApplicationScoped
public class MergedArticle {

    private final ArticleRepository articles;
    private final FollowUps followUps;
    private final DraftWords words;

    MergedArticle(ArticleRepository articles, FollowUps followUps, DraftWords words) {
        this.articles = articles;
        this.followUps = followUps;
        this.words = words;
    }

    /** Lists show the slug that it has now. */
    public void relist(UUID id) {
        followUps.list(articles.findById(id));
        forget();
    }

    /**
     * The article has another text or state than before. It has left the counts already.
     *
     * @param publicBefore the number of the revision that the public read before; null when it read none
     * @param hasOtherWords whether the words by which editors find it are not those of its text
     */
    public void changed(UUID id, Integer publicBefore, boolean hasOtherWords) {
        Article article = articles.findById(id);
        Revision before = publicBefore == null ? null : articles.revision(id, publicBefore).orElseThrow();
        followUps.list(article);
        followUps.enterCounts(article);
        followUps.resolveCitations(article);
        followUps.index(article, before);
        if (hasOtherWords) {
            words.write(article.live());
        }
        if (before != null || article.state() != State.GONE) {
            followUps.logChange(kind(article, before), article, before);
        }
        forget();
    }

    /** Otherwise every article of a merge would stay in memory, and Hibernate would look at all of them again and again. */
    private void forget() {
        articles.flush();
        articles.getEntityManager().clear();
    }

    private static ChangeKind kind(Article article, Revision before) {
        return switch (article.state()) {
            case GONE -> ChangeKind.REMOVED;
            case WITHDRAWN -> ChangeKind.WITHDRAWN;
            default -> before == null ? ChangeKind.PUBLISHED : ChangeKind.UPDATED;
        };
    }
}
