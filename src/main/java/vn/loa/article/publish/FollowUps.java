package vn.loa.article.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import vn.loa.article.Article;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Revision;
import vn.loa.cache.PublicChange;

/**
 * What a step that the public sees has to do in rooms above this one, which observe events. Each method names the class
 * that does the work and says when.
 */
@ApplicationScoped
class FollowUps {

    private final ArticleRepository articles;
    private final Event<LiveTextChanged> texts;
    private final Event<ArticleChanged> changes;
    private final Event<PublicChange> publicChanges;

    FollowUps(ArticleRepository articles, Event<LiveTextChanged> texts, Event<ArticleChanged> changes,
            Event<PublicChange> publicChanges) {
        this.articles = articles;
        this.texts = texts;
        this.changes = changes;
        this.publicChanges = publicChanges;
    }

    /** {@code vn.loa.search.SearchIndex} replaces the article's entries, at once: 4 to 5 ms for each section. */
    void index(Article article) {
        articles.flush();
        texts.fire(new LiveTextChanged(article.id()));
    }

    /**
     * {@code vn.loa.changes.ChangeLog} appends to the log of changes and {@code vn.loa.cache.OtherInstances} sends the
     * NOTIFY, right before the commit: the log has a lock for which other publishes wait, so it is taken last.
     *
     * @param before the revision that was public before the step; null when there was none
     */
    void logChange(ChangeKind kind, Article article, Revision before) {
        changes.fire(ArticleChanged.of(kind, article, before));
    }

    /** {@code vn.loa.cache.PublicCache} drops the responses that this instance keeps, after the commit. */
    void invalidate() {
        publicChanges.fire(PublicChange.NOW);
    }
}
