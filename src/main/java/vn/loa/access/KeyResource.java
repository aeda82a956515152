package vn.loa.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.StrictJsonReader;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.SqlReader;

/** Makes, lists and revokes API keys. */
@Path(ApiPaths.V1 + "/keys")
@Tag(name = "access")
@RolesAllowed(Roles.ADMIN)
@Transactional
public class KeyResource {

    private static final String ID = "The key's id.";

    private final Keys keys;
    private final ApiKeyRepository repository;
    private final SecurityIdentity caller;
    private final StrictJsonReader bodies;
    private final Idempotency idempotency;
    private final SqlReader rows;

    KeyResource(Keys keys, ApiKeyRepository repository, SecurityIdentity caller, StrictJsonReader bodies, Idempotency idempotency,
            SqlReader rows) {
        this.rows = rows;
        this.keys = keys;
        this.repository = repository;
        this.caller = caller;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createKey", summary = "Makes a key",
            description = "The answer shows the key, this once: only a hash of it is stored.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = KeyRequest.class), examples = @ExampleObject(name = "example",
                    value = "{\"name\": \"newsroom\", \"roles\": [\"editor\"], "
                            + "\"expiresAt\": \"2027-01-01T00:00:00Z\"}")))
    @APIResponse(responseCode = "201", description = "The key, with itself in `key`.",
            headers = @Header(name = HttpHeaders.LOCATION, description = "The key's address.",
                    schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = KeyView.class)))
    @APIResponse(responseCode = "422", ref = "Problem422")
    public RestResponse<KeyView> create(JsonNode body) {
        return idempotency.once(() -> {
            FieldErrors errors = new FieldErrors();
            KeyRequest request = bodies.read(body, KeyRequest.class, errors);
            if (request == null) {
                errors.throwIfAny();
            }
            Keys.NewKey created = keys.create(request, errors, Caller.of(caller).actor());
            return RestResponse.ResponseBuilder.<KeyView>create(RestResponse.Status.CREATED)
                    .entity(KeyView.ofNew(created.key(), created.secret()))
                    .header(HttpHeaders.LOCATION, ApiPaths.V1 + "/keys/" + created.key().id()).build();
        });
    }

    @GET
    @Operation(operationId = "listKeys", summary = "Keys, newest first",
            description = "Those that have expired or were revoked included.")
    @APIResponse(responseCode = "200", description = "A page of keys.")
    public RestResponse<Page<KeyView>> list(@BeanParam PageRequest paging, UriInfo uri) {
        rows.readOneMoment();
        List<KeyView> items = repository.newest(paging).stream().map(KeyView::of).toList();
        return Page.of(items, repository.count(), paging).answer(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getKey", summary = "One key",
            description = "Without the key itself, which is stored nowhere.")
    @APIResponse(responseCode = "200", description = "The key.")
    public KeyView get(
            @Parameter(description = ID, example = "01a206d2-563a-7e8e-8a6a-736bf594a430") @PathParam("id") UUID id) {
        return repository.findByIdOptional(id).map(KeyView::of).orElseThrow(Keys::notFound);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeKey", summary = "Revokes a key",
            description = "From now on it opens nothing, and never will again. It stays in the list, for the record, "
                    + "and its name is free. Revoking it again changes nothing. The last usable key with the role `admin` "
                    + "is not revoked: 409.")
    @APIResponse(responseCode = "204", description = "The key is revoked.")
    @APIResponse(responseCode = "409", ref = "Problem409")
    public void revoke(
            @Parameter(description = ID, example = "01a206d2-563a-7e8e-8a6a-736bf594a430") @PathParam("id") UUID id) {
        keys.revoke(id);
    }
}
