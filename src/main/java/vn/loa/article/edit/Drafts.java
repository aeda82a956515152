package vn.loa.article.edit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Action;
import vn.loa.article.Draft;
import vn.loa.article.publish.Publishing;
import vn.loa.article.read.ArticleViews;
import vn.loa.article.revision.RevisionRepository;
import vn.loa.article.schedule.ScheduleRepository;
import vn.loa.article.schedule.ScheduleView;
import vn.loa.http.IfMatch;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.structure.Warning;

/** Drafts as the editors' addresses find and show them. Joins the caller's transaction. */
@ApplicationScoped
public class Drafts {

    private final Publishing articles;
    private final ArticleViews views;
    private final ScheduleRepository schedules;
    private final RevisionRepository revisions;
    private final AnswerBudget budget;

    Drafts(Publishing articles, ArticleViews views, ScheduleRepository schedules, RevisionRepository revisions,
            AnswerBudget budget) {
        this.articles = articles;
        this.revisions = revisions;
        this.budget = budget;
        this.views = views;
        this.schedules = schedules;
    }

    /** @throws ProblemException 404 when there is no such article, public or not */
    Draft look(UUID id) {
        return articles.look(id).orElseThrow(Drafts::notFound);
    }

    /** A draft as its editor sees it before it is changed. */
    record Seen(DraftView view, EntityTag etag) {
    }

    /** Not locked: that the caller may change it, and from what. */
    Seen see(UUID id, HttpHeaders headers) {
        Draft draft = look(id);
        IfMatch.of(headers).requireFor(draft.etag());
        draft.require(Action.EDIT);
        return new Seen(view(draft, null), draft.etag());
    }

    /** Locked. @throws ProblemException 412 when it is not what was seen any more */
    Draft openUnchanged(UUID id, Seen seen) {
        Draft draft = articles.open(id).orElseThrow(Drafts::notFound);
        IfMatch.of(seen.etag()).requireFor(draft.etag());
        return draft;
    }

    /**
     * For a change of the working copy: locked, and what the caller has read.
     *
     * @throws ProblemException 404, 428 without {@code If-Match}, 412 when it is not what the caller has read
     */
    public Draft openForChange(UUID id, HttpHeaders headers) {
        Draft draft = articles.open(id).orElseThrow(Drafts::notFound);
        IfMatch.of(headers).requireFor(draft.etag());
        return draft;
    }

    /** For a step in the article's life: locked, and, if the caller says what it has read, that. */
    public Draft openForStep(UUID id, HttpHeaders headers) {
        Draft draft = articles.open(id).orElseThrow(Drafts::notFound);
        IfMatch.of(headers).honourFor(draft.etag());
        return draft;
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no article of this id.").asException();
    }

    /** @param warnings what was removed from what was sent; null when nothing was sent */
    DraftView view(Draft draft, List<Warning> warnings) {
        // What was just done must be in the database, because sections and citations are read from there.
        articles.flush();
        return DraftView.of(draft, views.viewDraft(draft),
                schedules.pending(draft.article().id()).stream().map(ScheduleView::of).toList(), warnings);
    }

    /** Not in a transaction: it may wait for its place in the memory for answers, and so holds no connection. */
    RestResponse<DraftView> read(UUID id) {
        reserve(id);
        return QuarkusTransaction.requiringNew().call(() ->
                builder(RestResponse.Status.OK, look(id), null).build());
    }

    /** See {@link #read}. */
    public void reserve(UUID id) {
        budget.reserve(revisions.bytesOfDraft(id));
    }

    public RestResponse<DraftView> answer(Draft draft, List<Warning> warnings) {
        return answer(RestResponse.Status.OK, draft, warnings).build();
    }

    /** The answer to a change: its transaction holds locks, and so it does not wait. */
    public RestResponse.ResponseBuilder<DraftView> answer(RestResponse.Status status, Draft draft, List<Warning> warnings) {
        budget.reserveAtOnce(draft.text().size().all());
        return builder(status, draft, warnings);
    }

    private RestResponse.ResponseBuilder<DraftView> builder(RestResponse.Status status, Draft draft, List<Warning> warnings) {
        return RestResponse.ResponseBuilder.<DraftView>create(status).entity(view(draft, warnings))
                .tag(new EntityTag(draft.etag().getValue()));
    }
}
