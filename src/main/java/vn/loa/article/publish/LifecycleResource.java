package vn.loa.article.publish;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Action;
import vn.loa.article.ArticleAddress;
import vn.loa.article.ArticleAddresses;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Draft;
import vn.loa.article.PublicationDates;
import vn.loa.article.Revision;
import vn.loa.article.edit.DiscardDraft;
import vn.loa.article.edit.DraftView;
import vn.loa.article.edit.Drafts;
import vn.loa.article.edit.GivenDates;
import vn.loa.article.edit.RestoreRevision;
import vn.loa.article.read.PublicArticles;
import vn.loa.http.ApiPaths;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** The steps in an article's life. Each answers with the draft as it is afterwards. */
@Path(ApiPaths.ARTICLES + "/{article}")
@RolesAllowed(Roles.PUBLISHER)
public class LifecycleResource {

    private final ArticleAddresses addresses;
    private final Drafts drafts;
    private final Publish publish;
    private final Withdraw withdraw;
    private final Remove remove;
    private final DiscardDraft discardDraft;
    private final RestoreRevision restoreRevision;
    private final ArticleRepository articles;
    private final PublicArticles published;
    private final GivenDates dates;
    private final StrictJsonReader bodies;

    LifecycleResource(ArticleAddresses addresses, Drafts drafts, Publish publish, Withdraw withdraw, Remove remove,
            DiscardDraft discardDraft, RestoreRevision restoreRevision, ArticleRepository articles, PublicArticles published,
            GivenDates dates, StrictJsonReader bodies) {
        this.addresses = addresses;
        this.drafts = drafts;
        this.publish = publish;
        this.withdraw = withdraw;
        this.remove = remove;
        this.discardDraft = discardDraft;
        this.restoreRevision = restoreRevision;
        this.articles = articles;
        this.published = published;
        this.dates = dates;
        this.bodies = bodies;
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<DraftView> publish(
            @PathParam("article") ArticleAddress address,
            JsonNode body, HttpHeaders headers) {
        PublishRequest request = bodies.readOrEmpty(body, PublishRequest.class);
        UUID id = addresses.id(address);
        return drafts.step(id, () -> {
            Draft draft = drafts.lockForTransition(id, headers);
            FieldErrors errors = new FieldErrors();
            PublicationDates given = dates.check(request.firstPublishedAt(), request.publicUpdatedAt(), draft.article(), errors);
            errors.throwIfAny();
            return drafts.answer(publish.publish(draft, request.note(), given, null), null);
        });
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<DraftView> withdraw(
            @PathParam("article") ArticleAddress address,
            JsonNode body, HttpHeaders headers) {
        WithdrawRequest request = bodies.read(body, WithdrawRequest.class);
        UUID id = addresses.id(address);
        return drafts.step(id, () ->
                drafts.answer(withdraw.withdraw(drafts.lockForTransition(id, headers), request.explanation(), null), null));
    }

    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<DraftView> remove(
            @PathParam("article") ArticleAddress address,
            JsonNode body, HttpHeaders headers) {
        UUID id = addresses.id(address);
        FieldErrors errors = new FieldErrors();
        RemoveRequest request = bodies.read(body, RemoveRequest.class, errors);
        UUID redirect = request == null ? null : request.redirectTo();
        if (redirect != null && (redirect.equals(id) || !published.isPublic(redirect))) {
            errors.add("/redirectTo", "not-found", "must be another article that is published");
        }
        errors.throwIfAny();
        return drafts.step(id, () -> drafts.answer(
                remove.remove(drafts.lockForTransition(id, headers), request.explanation(), redirect), null));
    }

    @POST
    @Path("/discard-draft")
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    public void discard(
            @PathParam("article") ArticleAddress address, HttpHeaders headers) {
        discardDraft.discard(drafts.lockForChange(addresses.id(address), headers));
    }

    @POST
    @Path("/restore")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<DraftView> restore(
            @PathParam("article") ArticleAddress address,
            JsonNode body, HttpHeaders headers) {
        RestoreRequest request = bodies.read(body, RestoreRequest.class);
        UUID id = addresses.id(address);
        return drafts.step(id, () -> restore(id, request, headers));
    }

    private RestResponse<DraftView> restore(UUID id, RestoreRequest request, HttpHeaders headers) {
        Draft draft = drafts.lockForChange(id, headers);
        draft.require(Action.RESTORE);
        Revision revision = articles.revision(id, request.revision()).orElseThrow(() ->
                Problem.of(ProblemType.INVALID_CONTENT, "The article has no revision " + request.revision() + ".")
                        .withError(new Problem.FieldError("/revision", null, "not-found", "is no revision of this article"))
                        .asException());
        return drafts.answer(restoreRevision.restore(draft, revision), null);
    }
}
