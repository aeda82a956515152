package vn.loa.article.edit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Action;
import vn.loa.article.ArticleAddresses;
import vn.loa.article.ArticleContent;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Draft;
import vn.loa.article.read.ArticleViews;
import vn.loa.article.revision.RevisionRepository;
import vn.loa.article.schedule.ScheduleRepository;
import vn.loa.article.schedule.ScheduleView;
import vn.loa.http.IfMatch;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.problem.ProblemException;
import vn.loa.text.structure.Warning;

/** Drafts as the editors' addresses find and show them. Joins the caller's transaction. */
@ApplicationScoped
public class Drafts {

    private final DraftRepository drafts;
    private final ArticleRepository articles;
    private final ArticleViews views;
    private final ScheduleRepository schedules;
    private final RevisionRepository revisions;
    private final AnswerBudget budget;

    Drafts(DraftRepository drafts, ArticleRepository articles, ArticleViews views, ScheduleRepository schedules,
            RevisionRepository revisions, AnswerBudget budget) {
        this.drafts = drafts;
        this.articles = articles;
        this.revisions = revisions;
        this.budget = budget;
        this.views = views;
        this.schedules = schedules;
    }

    /** @throws ProblemException 404 when there is no such article, public or not */
    Draft find(UUID id) {
        return drafts.find(id).orElseThrow(ArticleAddresses::notFound);
    }

    /** A draft as its editor sees it before it is changed. */
    record DraftRead(DraftView view, EntityTag etag) {
    }

    /**
     * For the time in which an editor's change is read: the article is not locked.
     *
     * @param withSections whether the sections and citations are read, too
     * @throws ProblemException 404, 409 when the draft cannot be edited now, 412, 428
     */
    DraftRead forReading(UUID id, HttpHeaders headers, boolean withSections) {
        Draft draft = find(id);
        IfMatch.of(headers).requireFor(draft.etag());
        draft.require(Action.EDIT);
        return new DraftRead(withSections ? view(draft, null) : DraftView.of(draft, views.viewHead(draft), null, null),
                draft.etag());
    }

    /**
     * For a change of the working copy that was read before the article was locked.
     *
     * @throws ProblemException 412 when the draft has changed since then
     */
    Draft lockIfUnchanged(UUID id, EntityTag read) {
        Draft draft = drafts.lock(id).orElseThrow(ArticleAddresses::notFound);
        IfMatch.of(read).requireFor(draft.etag());
        return draft;
    }

    /**
     * For a change of the working copy.
     *
     * @throws ProblemException 404, 428 without {@code If-Match}, 412 when the draft is not what the caller has read
     */
    public Draft lockForChange(UUID id, HttpHeaders headers) {
        Draft draft = drafts.lock(id).orElseThrow(ArticleAddresses::notFound);
        IfMatch.of(headers).requireFor(draft.etag());
        return draft;
    }

    /**
     * For a step in the article's life, which needs no {@code If-Match}.
     *
     * @throws ProblemException 404, 412 when the draft is not what the caller says it has read
     */
    public Draft lockForTransition(UUID id, HttpHeaders headers) {
        Draft draft = drafts.lock(id).orElseThrow(ArticleAddresses::notFound);
        IfMatch.of(headers).honourFor(draft.etag());
        return draft;
    }

    /** @param warnings about parts of the request that were removed; null when the request had no text */
    DraftView view(Draft draft, List<Warning> warnings) {
        // Sections and citations are read by SQL: what was just changed must be in the database.
        articles.flush();
        return DraftView.of(draft, views.viewDraft(draft),
                schedules.pending(draft.article().id()).stream().map(ScheduleView::of).toList(), warnings);
    }

    /** Not in a transaction: the request may wait for memory for its answer, and holds no connection meanwhile. */
    RestResponse<DraftView> read(UUID id) {
        reserve(id);
        return QuarkusTransaction.requiringNew().call(() ->
                builder(RestResponse.Status.OK, find(id), null).build());
    }

    /** See {@link #read}. */
    public void reserve(UUID id) {
        budget.reserve(revisions.bytesOfDraft(id));
    }

    /**
     * Reserves the memory for the answer that shows this content, in place of what the request had reserved before.
     * Storing it takes memory of the same order. Called outside transactions, as {@link #read} is.
     */
    public void reserve(ArticleContent content) {
        if (!content.keepsText()) {
            budget.made(0);
            budget.reserve(content.size().all());
        }
    }

    /**
     * A step in the article's life, in a transaction of its own. The memory for its answer is reserved before the article
     * is locked.
     */
    public RestResponse<DraftView> step(UUID id, Supplier<RestResponse<DraftView>> step) {
        reserve(id);
        return QuarkusTransaction.requiringNew().call(step::get);
    }

    public RestResponse<DraftView> answer(Draft draft, List<Warning> warnings) {
        return answer(RestResponse.Status.OK, draft, warnings).build();
    }

    /** The answer to a change. Its memory has been reserved, as far as the text was known before it was locked. */
    public RestResponse.ResponseBuilder<DraftView> answer(RestResponse.Status status, Draft draft, List<Warning> warnings) {
        budget.reserveMoreAtOnce(draft.text().size().all());
        return builder(status, draft, warnings);
    }

    private RestResponse.ResponseBuilder<DraftView> builder(RestResponse.Status status, Draft draft, List<Warning> warnings) {
        return RestResponse.ResponseBuilder.<DraftView>create(status).entity(view(draft, warnings))
                .tag(new EntityTag(draft.etag().getValue()));
    }
}
