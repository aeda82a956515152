package vn.loa.article.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.Draft;
import vn.loa.article.schedule.ScheduleRepository;

/** Takes an article away from its readers, who are told why or sent to another article. Joins the caller's transaction. */
@ApplicationScoped
public class Remove {

    private final ScheduleRepository schedules;
    private final FollowUps followUps;
    private final ArticleAudit audit;
    private final Clock clock;

    Remove(ScheduleRepository schedules, FollowUps followUps, ArticleAudit audit, Clock clock) {
        this.schedules = schedules;
        this.followUps = followUps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param draft whose article is locked
     * @param explanation what readers who look for the article are told
     * @param replacement the article that readers are sent to; may be null
     * @throws vn.loa.problem.ProblemException 409 when the article is neither published nor withdrawn
     */
    public Draft remove(Draft draft, String explanation, UUID replacement) {
        draft.require(Action.REMOVE);
        Article article = draft.article();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);

        followUps.leaveCounts(article);
        article.remove(explanation, replacement, now);
        followUps.list(article);
        schedules.cancel(article.id(), Action.PUBLISH, "the article was removed", now);
        schedules.cancel(article.id(), Action.WITHDRAW, "the article was removed", now);
        followUps.resolveCitations(article);
        followUps.index(article, article.live());
        audit.record("article.remove", article, article.liveNumber(), null, details(explanation, replacement), null);
        followUps.logChange(ChangeKind.REMOVED, article, article.live());
        followUps.invalidate();
        return new Draft(article, draft.workingCopy(), false);
    }

    private static Map<String, Object> details(String explanation, UUID replacement) {
        return replacement == null ? Map.of("explanation", explanation)
                : Map.of("explanation", explanation, "redirectTo", replacement.toString());
    }
}
