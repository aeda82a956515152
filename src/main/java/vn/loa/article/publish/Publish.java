package vn.loa.article.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.ArticleAudit;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.PublicationDates;
import vn.loa.article.Revision;
import vn.loa.article.State;
import vn.loa.article.edit.Slugs;
import vn.loa.article.edit.WorkingCopies;
import vn.loa.article.schedule.ScheduleRepository;

/** Makes the working copy the text that the public reads. Joins the caller's transaction. */
@ApplicationScoped
public class Publish {

    private final WorkingCopies workingCopies;
    private final ScheduleRepository schedules;
    private final Slugs slugs;
    private final FollowUps followUps;
    private final ArticleAudit audit;
    private final Clock clock;

    Publish(WorkingCopies workingCopies, ScheduleRepository schedules, Slugs slugs, FollowUps followUps, ArticleAudit audit,
            Clock clock) {
        this.workingCopies = workingCopies;
        this.schedules = schedules;
        this.slugs = slugs;
        this.followUps = followUps;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes a working copy that was just created. */
    public void publish(Revision workingCopy) {
        publish(new Draft(workingCopy.article(), workingCopy, false), ChangeNote.NONE, null);
    }

    /**
     * @param draft whose article is locked
     * @param actor who wanted it; null: the caller of the present request
     * @throws vn.loa.problem.ProblemException 409 when there is nothing to publish
     */
    public Draft publish(Draft draft, ChangeNote note, String actor) {
        return publish(draft, note, PublicationDates.NONE, actor);
    }

    /**
     * Like {@link #publish(Draft, ChangeNote, String)}, of an article that appeared on an earlier site.
     *
     * @param dates that were checked; what is null follows from this publish
     */
    public Draft publish(Draft draft, ChangeNote note, PublicationDates dates, String actor) {
        draft.require(Action.PUBLISH);
        Article article = draft.article();
        Revision before = article.live();
        boolean wasPublic = article.state() == State.PUBLISHED || article.state() == State.WITHDRAWN;
        ChangeKind kind = article.state() == State.PUBLISHED ? ChangeKind.UPDATED : ChangeKind.PUBLISHED;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // A withdrawn article can be published again as it was.
        Revision text = draft.workingCopy() == null ? workingCopies.copy(before) : draft.workingCopy();

        if (wasPublic) {
            followUps.leaveCounts(article);
        }
        article.publish(text, note, dates, now);
        followUps.list(article);
        schedules.cancel(article.id(), Action.PUBLISH, "published before its time", now);
        followUps.enterCounts(article);
        followUps.showText(article);
        followUps.resolveCitations(article);
        followUps.index(article, wasPublic ? before : null);
        // After the index, which takes long: whoever wants the same slug waits from here on until the commit.
        slugs.publish(article.slug());
        audit.record("article.publish", article, before == null ? null : before.number(), text.number(), details(note), actor);
        followUps.logChange(kind, article, before);
        followUps.invalidate();
        return new Draft(article, null, false);
    }

    private static Map<String, Object> details(ChangeNote note) {
        return note.text() == null ? Map.of("minor", note.minor()) : Map.of("minor", note.minor(), "changeNote", note.text());
    }
}
