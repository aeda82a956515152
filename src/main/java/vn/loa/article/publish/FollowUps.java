package vn.loa.article.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import vn.loa.article.Article;
import vn.loa.article.ArticleRepository;
import vn.loa.article.PublicCounts;
import vn.loa.article.Revision;
import vn.loa.article.State;
import vn.loa.article.read.ListedArticles;
import vn.loa.cache.PublicChange;
import vn.loa.directive.Documents;
import vn.loa.directive.ShownTexts;

/**
 * What a step that the public sees has to do in rooms above this one, which observe events. Each method names the class
 * that does the work and says when.
 */
@ApplicationScoped
class FollowUps {

    private final ArticleRepository articles;
    private final ListedArticles listed;
    private final Documents documents;
    private final ShownTexts shownTexts;
    private final PublicCounts counts;
    private final Event<LiveTextChanged> texts;
    private final Event<ArticleChanged> changes;
    private final Event<PublicChange> publicChanges;

    FollowUps(ArticleRepository articles, ListedArticles listed, Documents documents, ShownTexts shownTexts, PublicCounts counts,
            Event<LiveTextChanged> texts, Event<ArticleChanged> changes, Event<PublicChange> publicChanges) {
        this.articles = articles;
        this.listed = listed;
        this.documents = documents;
        this.shownTexts = shownTexts;
        this.counts = counts;
        this.texts = texts;
        this.changes = changes;
        this.publicChanges = publicChanges;
    }

    /** Lists show the article as it is after the step. */
    void list(Article article) {
        article.list(article.state() == State.GONE ? null : listed.json(article));
    }

    /** Takes the article out of the counts of public lists, as it was before the step. The step has changed nothing yet. */
    void leaveCounts(Article article) {
        if (article.live() != null) {
            counts.leave(article.id());
        }
    }

    /** Counts the article as it is after the step. */
    void enterCounts(Article article) {
        articles.flush();
        counts.enter(article.id());
    }

    /** The article is read with the sections of its live text from now on. */
    void showText(Article article) {
        articles.flush();
        shownTexts.publish(article.id(), article.live().id());
    }

    /** Citations of the article's document lead to it from now on, or no longer. */
    void resolveCitations(Article article) {
        articles.flush();
        if (article.state() == State.GONE) {
            documents.remove(article.id());
        } else {
            documents.publish(article.id(), article.slug(), article.live().directive(), article.live().title());
        }
    }

    /**
     * At once: {@code vn.loa.search.index.SearchIndex} writes the entries of what is new, less than 1 ms for each section;
     * {@code vn.loa.citation.CitingPlaces} those of the documents that it cites.
     *
     * @param before the text that the public read before the step; null for none
     */
    void index(Article article, Revision before) {
        articles.flush();
        texts.fire(LiveTextChanged.of(article, before));
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
