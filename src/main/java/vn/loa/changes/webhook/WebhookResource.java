package vn.loa.changes.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.changes.webhook.WebhookRepository.Found;
import vn.loa.http.ApiPaths;
import vn.loa.http.IfMatch;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.MergePatch;
import vn.loa.json.StrictJsonReader;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.FieldErrors;

/** Webhooks. Whoever makes one lets Loa call an address: so that takes an admin. */
@Path(WebhookResource.PATH)
@RolesAllowed(Roles.ADMIN)
@Transactional
public class WebhookResource {

    static final String PATH = ApiPaths.V1 + "/webhooks";

    private final WebhookRepository shown;
    private final Webhooks webhooks;
    private final StrictJsonReader bodies;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    WebhookResource(WebhookRepository shown, Webhooks webhooks, StrictJsonReader bodies, Idempotency idempotency, ObjectMapper json) {
        this.shown = shown;
        this.webhooks = webhooks;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.json = json;
    }

    @GET
    public RestResponse<Page<WebhookView>> list(@BeanParam PageParameters paging, UriInfo uri) {
        return shown.list(paging.of(uri, WebhookRepository.NEWEST_FIRST)).answer(uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<WebhookView> create(JsonNode body) {
        return idempotency.once(() -> {
            WebhookView made = read(body, WebhookRequest.class, webhooks::create);
            return RestResponse.ResponseBuilder.<WebhookView>create(RestResponse.Status.CREATED).entity(made)
                    .header(HttpHeaders.LOCATION, PATH + "/" + made.id()).tag(Webhooks.etag(1)).build();
        });
    }

    @GET
    @Path("/{id}")
    public RestResponse<WebhookView> get(@PathParam("id") UUID id) {
        return answer(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @MayBeMinimal
    public RestResponse<WebhookView> change(@PathParam("id") UUID id, JsonNode patch, HttpHeaders headers) {
        Found before = webhooks.lockForChange(id, IfMatch.of(headers));
        JsonNode after = MergePatch.apply(json.valueToTree(WebhookRequest.of(before.view())), patch);
        return read(after, WebhookRequest.class, (request, errors) -> {
            webhooks.change(before, request, errors);
            return answer(id);
        });
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id, HttpHeaders headers) {
        webhooks.delete(webhooks.lockForChange(id, IfMatch.of(headers)));
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<WebhookView> rotateSecret(@PathParam("id") UUID id, JsonNode body) {
        return idempotency.once(() -> RestResponse.ok(webhooks.rotate(id, bodies.readOrEmpty(body, RotationRequest.class).hours())));
    }

    @POST
    @Path("/{id}/resume")
    public RestResponse<WebhookView> resume(@PathParam("id") UUID id) {
        webhooks.resume(id);
        return answer(id);
    }

    @POST
    @Path("/{id}/test")
    public TestView test(@PathParam("id") UUID id) {
        return new TestView(webhooks.test(id));
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<WebhookView> replay(@PathParam("id") UUID id, JsonNode body) {
        return read(body, ReplayRequest.class, (request, errors) -> {
            Long after = ReplayRequest.number(request.after(), "/after", errors);
            Long upTo = ReplayRequest.number(request.upTo(), "/upTo", errors);
            errors.throwIfAny();
            webhooks.replay(id, after, upTo, errors);
            return answer(id);
        });
    }

    @GET
    @Path("/{id}/deliveries")
    public RestResponse<Page<DeliveryView>> deliveries(@PathParam("id") UUID id, @BeanParam PageParameters paging, UriInfo uri) {
        return shown.deliveries(id, paging.of(uri, WebhookRepository.LATEST_FIRST)).answer(uri);
    }

    /** Reads a body for a step that may find more errors in it. */
    private <B, A> A read(JsonNode body, Class<B> type, BiFunction<B, FieldErrors, A> step) {
        FieldErrors errors = new FieldErrors();
        B request = bodies.read(body, type, errors);
        if (request == null) {
            errors.throwIfAny();
        }
        return step.apply(request, errors);
    }

    private RestResponse<WebhookView> answer(UUID id) {
        Found found = shown.get(id);
        return RestResponse.ResponseBuilder.ok(found.view()).tag(Webhooks.etag(found.version())).build();
    }
}
