package vn.loa.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.http.Roles;

/** The caller, as JSON. */
@Schema(name = "Me", description = "Who the caller is, and what it may do.")
record MeView(
        @Schema(description = "The key's name, or the token's subject.", examples = "newsroom", required = true)
        String name,
        @Schema(description = "What it may do, with all that its roles include.", required = true)
        List<String> roles,
        @Schema(required = true)
        Caller.CredentialKind kind,
        @Schema(description = "When what was shown ceases to be valid; null: never.", nullable = true, required = true)
        Instant expiresAt) {

    static MeView of(SecurityIdentity identity) {
        Caller caller = Caller.of(identity);
        return new MeView(caller.name(), Roles.including(identity.getRoles()), caller.kind(), caller.expiresAt());
    }
}
