package vn.loa.article.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.Draft;
import vn.loa.article.schedule.ScheduleRepository;

/** Puts a notice on an article that stays readable. Joins the caller's transaction. */
@ApplicationScoped
public class Withdraw {

    private final ScheduleRepository schedules;
    private final FollowUps followUps;
    private final ArticleAudit audit;
    private final Clock clock;

    Withdraw(ScheduleRepository schedules, FollowUps followUps, ArticleAudit audit, Clock clock) {
        this.schedules = schedules;
        this.followUps = followUps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param draft whose article is locked
     * @param explanation the notice that readers see
     * @param actor who wanted it; null: the caller of the present request
     * @throws vn.loa.problem.ProblemException 409 when the article is not published
     */
    public Draft withdraw(Draft draft, String explanation, String actor) {
        draft.require(Action.WITHDRAW);
        Article article = draft.article();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);

        followUps.leaveCounts(article);
        article.withdraw(explanation, now);
        followUps.list(article);
        followUps.enterCounts(article);
        schedules.cancel(article.id(), Action.WITHDRAW, "withdrawn before its time", now);
        audit.record("article.withdraw", article, article.liveNumber(), article.liveNumber(),
                Map.of("explanation", explanation), actor);
        // The text stays what it was, and so do its entries of the search.
        followUps.logChange(ChangeKind.WITHDRAWN, article, article.live());
        followUps.invalidate();
        return draft;
    }
}
