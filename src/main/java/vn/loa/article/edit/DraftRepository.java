package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Draft;
import vn.loa.article.schedule.ScheduleRepository;

/** Articles with their working copies, by the article's id. */
@ApplicationScoped
public class DraftRepository {

    private final ArticleRepository articles;
    private final ScheduleRepository schedules;

    DraftRepository(ArticleRepository articles, ScheduleRepository schedules) {
        this.articles = articles;
        this.schedules = schedules;
    }

    public Optional<Draft> find(UUID id) {
        return articles.findByIdOptional(id).map(this::draft);
    }

    /** The article is locked until the transaction ends. */
    public Optional<Draft> lock(UUID id) {
        return articles.lock(id).map(this::draft);
    }

    private Draft draft(Article article) {
        return new Draft(article, articles.workingCopy(article.id()).orElse(null),
                schedules.isPending(article.id(), Action.PUBLISH));
    }
}
