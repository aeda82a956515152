package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Draft;
import vn.loa.article.schedule.ScheduleRepository;
import vn.loa.sql.KeptPlans;

/** Articles with their working copies, by the article's id. */
@ApplicationScoped
public class DraftRepository {

    private final ArticleRepository articles;
    private final ScheduleRepository schedules;
    private final KeptPlans plans;

    DraftRepository(ArticleRepository articles, ScheduleRepository schedules, KeptPlans plans) {
        this.articles = articles;
        this.schedules = schedules;
        this.plans = plans;
    }

    public Optional<Draft> find(UUID id) {
        return articles.findByIdOptional(id).map(this::draft);
    }

    /** The article is locked until the transaction ends. */
    public Optional<Draft> lock(UUID id) {
        plans.keep();
        Optional<Article> locked = articles.lock(id);
        schedules.forget(id);
        return locked.map(this::draft);
    }

    private Draft draft(Article article) {
        return new Draft(article, articles.workingCopy(article.id()).orElse(null),
                schedules.isPending(article.id(), Action.PUBLISH));
    }
}
