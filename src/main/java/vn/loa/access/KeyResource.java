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
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.StrictJsonReader;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.SqlReader;

/** Makes, lists and revokes API keys. */
@Path(ApiPaths.V1 + "/keys")
@RolesAllowed(Roles.ADMIN)
@Transactional
public class KeyResource {

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
    public RestResponse<Page<KeyView>> list(@BeanParam PageParameters paging, UriInfo uri) {
        PageQuery query = paging.of(uri, ApiKeyRepository.NEWEST_FIRST);
        rows.readOneMoment();
        return query.page(repository.newest(query).stream().map(KeyView::of).toList(), repository::count,
                key -> List.of(key.createdAt(), key.id())).answer(uri);
    }

    @GET
    @Path("/{id}")
    public KeyView get(
            @PathParam("id") UUID id) {
        return repository.findByIdOptional(id).map(KeyView::of).orElseThrow(Keys::notFound);
    }

    @DELETE
    @Path("/{id}")
    public void revoke(
            @PathParam("id") UUID id) {
        keys.revoke(id);
    }
}
