package vn.loa.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.List;
import vn.loa.http.Roles;

/** The caller, as JSON. */
record MeView(
        String name,
        List<String> roles,
        Caller.CredentialKind kind,
        Instant expiresAt) {

    static MeView of(SecurityIdentity identity) {
        Caller caller = Caller.of(identity);
        return new MeView(caller.name(), Roles.including(identity.getRoles()), caller.kind(), caller.expiresAt());
    }
}
