package vn.loa.article.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.Draft;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.publish.Publish;
import vn.loa.article.publish.Withdraw;
import vn.loa.cache.PublicChange;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.DatabaseTrouble;

/**
 * Steps that happen at a time. Each is carried out in the transaction that ends it: once, by whichever instance comes
 * first, and after a restart that slept through its time.
 */
@ApplicationScoped
public class Schedules {

    private static final Logger LOG = Logger.getLogger(Schedules.class);

    private final ScheduleRepository schedules;
    private final DraftRepository drafts;
    private final Publish publish;
    private final Withdraw withdraw;
    private final ArticleAudit audit;
    private final Event<PublicChange> changes;
    private final Clock clock;
    private volatile boolean waiting;

    Schedules(ScheduleRepository schedules, DraftRepository drafts, Publish publish, Withdraw withdraw, ArticleAudit audit,
            Event<PublicChange> changes, Clock clock) {
        this.schedules = schedules;
        this.drafts = drafts;
        this.publish = publish;
        this.withdraw = withdraw;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** The step must be possible now, except that what is to be withdrawn may be waiting for its publish. */
    Schedule plan(Draft draft, ScheduleRequest.Plan plan, String createdBy) {
        Article article = draft.article();
        if (plan.action() == Action.PUBLISH || !draft.publishScheduled()) {
            draft.require(plan.action());
        }
        if (schedules.isPending(article.id(), plan.action())) {
            throw Problem.of(ProblemType.CONFLICT, "Another " + plan.action().word()
                    + " of this article is scheduled; cancel that first.").asException();
        }
        Schedule schedule = Schedule.of(article.id(), plan, createdBy, now());
        schedules.persist(schedule);
        schedules.forget(article.id());
        article.publishScheduled(draft.publishScheduled() || plan.action() == Action.PUBLISH);
        audit("schedule.create", article, schedule);
        changes.fire(PublicChange.PLANNED);
        return schedule;
    }

    /** @throws ProblemException 409 when it has ended */
    void cancel(Draft draft, Schedule schedule) {
        if (schedule.status() != Schedule.Status.PENDING) {
            throw Problem.of(ProblemType.CONFLICT, "The schedule is " + schedule.status().word() + ".").asException();
        }
        schedule.end(Schedule.Status.CANCELLED, "cancelled", now());
        draft.article().publishScheduled(draft.publishScheduled() && schedule.action() != Action.PUBLISH);
        audit("schedule.cancel", draft.article(), schedule);
        changes.fire(PublicChange.PLANNED);
    }

    private void audit(String action, Article article, Schedule schedule) {
        audit.record(action, article, null, null, Map.of("schedule", schedule.id().toString(),
                "action", schedule.action().word(), "at", schedule.at().toString()), null);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everySecond() {
        try {
            runDue();
            waiting = false;
        } catch (RuntimeException e) {
            // Any fault: nothing is lost, because the next second looks again. Logged once, not every second that the
            // database is away.
            if (!waiting) {
                LOG.warnf("What is scheduled cannot be looked at; it is tried again every second: %s", e);
            }
            waiting = true;
        }
    }

    /** Carries out everything that is due. A step that fails for no reason of its own is tried again the next time. */
    @ActivateRequestContext
    public void runDue() {
        for (UUID id : schedules.due(now())) {
            try {
                QuarkusTransaction.requiringNew().call(() -> run(id)).ifPresent(Schedules::log);
            } catch (RuntimeException e) {
                if (DatabaseTrouble.of(e).isPresent()) {
                    throw e;
                }
                // Any fault of one schedule: the others are due as well.
                LOG.errorf(e, "Schedule %s could not be carried out; it will be tried again", id);
            }
        }
    }

    /**
     * A schedule changes only under the lock of its article: it is read after the article is locked.
     *
     * @return the schedule, when it ended here
     */
    private Optional<Schedule> run(UUID id) {
        UUID article = schedules.articleOf(id);
        Draft draft = article == null ? null : drafts.lock(article).orElse(null);
        Schedule schedule = draft == null ? null : schedules.findById(id);
        if (schedule == null || schedule.status() != Schedule.Status.PENDING) {
            return Optional.empty();
        }
        run(draft, schedule);
        return Optional.of(schedule);
    }

    private void run(Draft draft, Schedule schedule) {
        try {
            if (schedule.action() == Action.PUBLISH) {
                draft.require(Action.PUBLISH);
                schedule.end(Schedule.Status.DONE, null, now());
                publish.publish(draft, schedule.note(), schedule.createdBy());
            } else {
                draft.require(Action.WITHDRAW);
                schedule.end(Schedule.Status.DONE, null, now());
                withdraw.withdraw(draft, schedule.explanation(), schedule.createdBy());
            }
        } catch (ProblemException notPossible) {
            schedule.end(Schedule.Status.FAILED, notPossible.problem().detail(), now());
            draft.article().publishScheduled(draft.publishScheduled() && schedule.action() != Action.PUBLISH);
            changes.fire(PublicChange.PLANNED);
        }
    }

    /** Said after the commit: whoever reads it finds the article as the schedule left it. */
    private static void log(Schedule ended) {
        if (ended.status() == Schedule.Status.DONE) {
            LOG.infof("Scheduled %s of article %s done", ended.action().word(), ended.articleId());
        } else {
            LOG.warnf("Scheduled %s of article %s failed: %s", ended.action().word(), ended.articleId(), ended.reason());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
