package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.ArticleContent;
import vn.loa.article.ArticleRepository;
import vn.loa.article.PublicationDates;
import vn.loa.article.Revision;
import vn.loa.article.schedule.ScheduleRepository;
import vn.loa.sql.KeptPlans;
import vn.loa.text.fold.Slug;

/** Makes an article with its first working copy. Joins the caller's transaction. */
@ApplicationScoped
public class CreateArticle {

    private final ArticleRepository articles;
    private final WorkingCopies workingCopies;
    private final DraftWords words;
    private final Slugs slugs;
    private final ScheduleRepository schedules;
    private final KeptPlans plans;
    private final ArticleAudit audit;
    private final Clock clock;

    CreateArticle(ArticleRepository articles, WorkingCopies workingCopies, DraftWords words, Slugs slugs,
            ScheduleRepository schedules, KeptPlans plans, ArticleAudit audit, Clock clock) {
        this.articles = articles;
        this.workingCopies = workingCopies;
        this.words = words;
        this.slugs = slugs;
        this.schedules = schedules;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param content with the slug that the article shall have; without one the slug is made of the title
     * @param firstPublishedAt when the article was first published elsewhere; null for one that was not
     * @throws vn.loa.problem.ProblemException 422 when the wanted slug is taken
     */
    public Revision create(ArticleContent content, Instant firstPublishedAt) {
        return create(UuidVersion7Strategy.INSTANCE.generateUuid(null), content, firstPublishedAt);
    }

    /** Like {@link #create(ArticleContent, Instant)}. */
    public Revision create(ArticleContent content, PublicationDates dates) {
        return create(UuidVersion7Strategy.INSTANCE.generateUuid(null), content, dates);
    }

    /** Like {@link #create(ArticleContent, Instant)}, with an id that is known beforehand. */
    public Revision create(UUID id, ArticleContent content, Instant firstPublishedAt) {
        return create(id, content, new PublicationDates(firstPublishedAt, null));
    }

    /** Like {@link #create(ArticleContent, Instant)}, with an id that is known beforehand. */
    public Revision create(UUID id, ArticleContent content, PublicationDates dates) {
        plans.keep();
        Article article = Article.draft(id, dates, clock.instant().truncatedTo(ChronoUnit.MICROS));
        articles.persist(article);
        schedules.begin(id);
        Revision workingCopy = workingCopies.begin(article, content);
        articles.flush();
        words.write(workingCopy, content);
        // The slug is claimed last: whoever wants the same one waits until this transaction ends.
        article.rename(content.slug() == null
                ? slugs.claimFree(Slug.of(content.title()), article.id())
                : slugs.claimWanted(content.slug(), article.id()));
        audit.record("article.create", article, Map.of("slug", article.slug()));
        return workingCopy;
    }
}
