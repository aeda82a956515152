package vn.loa.imports.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.imports.legacy.OldAddressRepository.Recorded;
import vn.loa.json.StrictJsonReader;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.FieldErrors;

/** Lists, records and forgets old addresses. They decide where readers are sent: so that takes a publisher. */
@Path(ApiPaths.V1 + "/old-addresses")
@RolesAllowed(Roles.PUBLISHER)
@Transactional
public class OldAddressResource {

    private final OldAddressRepository repository;
    private final OldAddresses addresses;
    private final NewAddresses pages;
    private final StrictJsonReader bodies;

    OldAddressResource(OldAddressRepository repository, OldAddresses addresses, NewAddresses pages, StrictJsonReader bodies) {
        this.repository = repository;
        this.addresses = addresses;
        this.pages = pages;
        this.bodies = bodies;
    }

    @GET
    public RestResponse<Page<OldAddressView>> list(
            @QueryParam("target") UUID target,
            @BeanParam PageParameters paging, UriInfo uri) {
        Page<Recorded> page = repository.list(paging.of(uri, OldAddressRepository.NEWEST_FIRST), target);
        return page.withItems(page.items().stream().map(this::view).toList()).answer(uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @LargeBody(LargeBody.Kind.DOCUMENT)
    public OldAddressReport record(JsonNode body) {
        FieldErrors errors = new FieldErrors();
        OldAddressRequest request = bodies.read(body, OldAddressRequest.class, errors);
        errors.throwIfAny();
        return addresses.record(request.items(), errors);
    }

    @DELETE
    @Path("/{id}")
    public void forget(@PathParam("id") UUID id) {
        addresses.forget(id);
    }

    private OldAddressView view(Recorded recorded) {
        return new OldAddressView(recorded.id(), recorded.address(), recorded.place().articleSlug(), recorded.place().categorySlug(),
                recorded.place().file(), pages.of(recorded.place()), recorded.at());
    }
}
