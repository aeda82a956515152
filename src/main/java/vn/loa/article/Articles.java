package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.loa.directive.DirectiveRepository;
import vn.loa.text.Slug;

/** What editors do with articles. Each step joins the caller's transaction. */
@ApplicationScoped
public class Articles {

    private final ArticleRepository articles;
    private final DirectiveRepository directives;
    private final Clock clock;

    Articles(ArticleRepository articles, DirectiveRepository directives, Clock clock) {
        this.articles = articles;
        this.directives = directives;
        this.clock = clock;
    }

    /**
     * A new article with this content as its working copy, under the title's slug.
     *
     * @param firstPublishedAt when it was first published elsewhere; null for one that was not
     */
    public Revision create(ArticleContent content, Instant firstPublishedAt) {
        Instant now = now();
        Article article = Article.draft(firstPublishedAt, now);
        articles.persist(article);
        Revision workingCopy = Revision.workingCopy(article, content, now);
        articles.getEntityManager().persist(workingCopy);
        directives.store(workingCopy.id(), content.sections(), content.citations());
        // Last, because others wait for their slugs until this transaction ends.
        article.rename(articles.freeSlug(Slug.of(content.title())));
        return workingCopy;
    }

    /** Makes a working copy the text that the public reads. */
    public void publish(Revision workingCopy) {
        workingCopy.article().publish(workingCopy, now());
    }

    /** Sends what was done so far to the database, for plain SQL that builds on it. */
    public void flush() {
        articles.flush();
    }

    /** As precise as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
