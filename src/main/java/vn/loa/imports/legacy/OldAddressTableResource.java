package vn.loa.imports.legacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.problem.FieldErrors;

/** Old addresses as a table, in and out. */
@Path(ApiPaths.V1 + "/old-address-table")
@RolesAllowed(Roles.PUBLISHER)
public class OldAddressTableResource {

    private final OldAddresses addresses;
    private final AddressParts parts;

    OldAddressTableResource(OldAddresses addresses, AddressParts parts) {
        this.addresses = addresses;
        this.parts = parts;
    }

    @GET
    @Produces(OldAddressTable.MEDIA_TYPE)
    public RestResponse<String> get(@QueryParam("after") UUID after, UriInfo uri) {
        return parts.answer(after, uri, OldAddressTable.MEDIA_TYPE, OldAddressTable::write);
    }

    @POST
    @Transactional
    @Consumes(OldAddressTable.MEDIA_TYPE)
    @LargeBody(LargeBody.Kind.DOCUMENT)
    public OldAddressReport record(String table) {
        return addresses.record(OldAddressTable.read(table), new FieldErrors());
    }
}
