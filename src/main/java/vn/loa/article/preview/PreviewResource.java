package vn.loa.article.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.access.AuditEvent;
import vn.loa.article.Draft;
import vn.loa.article.Revision;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.edit.Drafts;
import vn.loa.article.read.ArticleView;
import vn.loa.article.read.ArticleViews;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** Preview links, which show one working copy for a limited time to a person without a key. */
@Path(ApiPaths.V1 + "/previews")
@Transactional
public class PreviewResource {

    private static final int DEFAULT_MINUTES = 24 * 60;
    /** {@link PreviewLinks#MAX_VALIDITY} in minutes. */
    private static final int MAX_MINUTES = 30 * 24 * 60;

    /** The working copy to show, and the validity of the link. */
    public record Request(
            @NotNull(message = "must be given")
            UUID articleId,
            @Min(value = 1, message = "must be at least {value}")
            @Max(value = MAX_MINUTES, message = "must be at most {value}")
            Integer minutes) {
    }

    /** A preview link. */
    public record Link(
            String url,
            Instant expiresAt) {
    }

    private final PreviewLinks links;
    private final DraftRepository articles;
    private final ArticleViews views;
    private final Drafts drafts;
    private final StrictJsonReader bodies;
    private final Idempotency idempotency;
    private final Event<AuditEvent> audit;
    private final SecurityIdentity caller;
    private final Clock clock;

    PreviewResource(PreviewLinks links, DraftRepository articles, ArticleViews views, Drafts drafts, StrictJsonReader bodies,
            Idempotency idempotency, Event<AuditEvent> audit, SecurityIdentity caller, Clock clock) {
        this.links = links;
        this.articles = articles;
        this.views = views;
        this.drafts = drafts;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Link> create(JsonNode body) {
        return idempotency.once(() -> {
            Request request = bodies.read(body, Request.class);
            links.holdKey(caller.getPrincipal().getName());
            Revision workingCopy = articles.find(request.articleId()).map(Draft::workingCopy)
                    .orElseThrow(PreviewResource::nothingToShow);
            int minutes = request.minutes() == null ? DEFAULT_MINUTES : request.minutes();
            Instant expiresAt = clock.instant().plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
            String address = ApiPaths.V1 + "/previews/" + links.token(new PreviewLinks.Preview(request.articleId(),
                    workingCopy.createdAt(), expiresAt, links.now(), PreviewLinks.creatorId(caller.getPrincipal().getName())));
            audit.fire(new AuditEvent("preview.create", "article", request.articleId(), null, null,
                    Map.of("expiresAt", expiresAt.toString()), null));
            return RestResponse.ResponseBuilder.<Link>create(RestResponse.Status.CREATED)
                    .entity(new Link(address, expiresAt))
                    .header(HttpHeaders.LOCATION, address).build();
        });
    }

    private static ProblemException nothingToShow() {
        return Problem.of(ProblemType.INVALID_CONTENT, "The field /articleId names no article with a working copy.")
                .withError(new Problem.FieldError("/articleId", null, "not-found", "is no article with a working copy"))
                .asException();
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    public RestResponse<Void> delete(
            @QueryParam("articleId") UUID articleId) {
        if (articleId == null) {
            throw Problem.of(ProblemType.INVALID_PARAMETER, "The parameter articleId must be given.")
                    .withError(new Problem.FieldError(null, "articleId", "required", "must be given")).asException();
        }
        if (articles.find(articleId).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND, "There is no such article.").asException();
        }
        links.revokeAllOf(articleId);
        audit.fire(new AuditEvent("preview.delete", "article", articleId, null, null, Map.of(), null));
        return RestResponse.noContent();
    }

    @GET
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Path("/{token}")
    public RestResponse<ArticleView> get(
            @PathParam("token") String token) {
        Optional<PreviewLinks.Preview> preview =
                QuarkusTransaction.requiringNew().call(() -> links.read(token, clock.instant()));
        // Before any database connection is taken, because the reservation may wait.
        preview.ifPresent(link -> drafts.reserve(link.article()));
        return RestResponse.ResponseBuilder
                .ok(QuarkusTransaction.requiringNew().call(() -> views.viewDraft(shown(preview)).withBodyParts()))
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE)
                .header("X-Robots-Tag", "noindex").build();
    }

    private Draft shown(Optional<PreviewLinks.Preview> preview) {
        return preview.flatMap(link -> articles.find(link.article()))
                .filter(found -> found.workingCopy() != null
                        && found.workingCopy().createdAt().equals(preview.get().workingCopyCreatedAt()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND,
                        "This preview has ended, or there never was one.").asException());
    }
}
