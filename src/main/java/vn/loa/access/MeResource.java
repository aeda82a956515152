package vn.loa.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import vn.loa.http.ApiPaths;

/** Tells the caller who it is and what it may do. */
@Path(ApiPaths.V1 + "/me")
@Authenticated
public class MeResource {

    private final SecurityIdentity caller;

    MeResource(SecurityIdentity caller) {
        this.caller = caller;
    }

    @GET
    public MeView get() {
        return MeView.of(caller);
    }
}
