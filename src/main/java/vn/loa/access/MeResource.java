package vn.loa.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.http.ApiPaths;

/** Tells the caller who it is and what it may do. */
@Path(ApiPaths.V1 + "/me")
@Tag(name = "access")
@Authenticated
public class MeResource {

    private final SecurityIdentity caller;

    MeResource(SecurityIdentity caller) {
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who the caller is",
            description = "Any key or token will do: try a new one here.")
    @APIResponse(responseCode = "200", description = "The caller.")
    public MeView get() {
        return MeView.of(caller);
    }
}
