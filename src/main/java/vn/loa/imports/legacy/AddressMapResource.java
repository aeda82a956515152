package vn.loa.imports.legacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.problem.Problem;

/** Old addresses for a server that sends readers on by itself. */
@Path(ApiPaths.V1 + "/old-address-map")
@RolesAllowed(Roles.PUBLISHER)
public class AddressMapResource {

    private static final String SERVER = "server";

    private final AddressParts parts;
    private final NewAddresses pages;

    AddressMapResource(AddressParts parts, NewAddresses pages) {
        this.parts = parts;
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public RestResponse<String> get(
            @QueryParam(SERVER) String server,
            @QueryParam("after") UUID after,
            UriInfo uri) {
        AddressMap map = Arrays.stream(AddressMap.values()).filter(each -> each.wireName().equals(server)).findFirst()
                .orElseThrow(() -> Problem.invalidParameter(SERVER, server == null ? "required" : "unknown-value",
                        "must be nginx or apache").asException());
        return parts.answer(after, uri, MediaType.TEXT_PLAIN,
                part -> map.lines(part, address -> pages.of(address.recorded().place())));
    }
}
