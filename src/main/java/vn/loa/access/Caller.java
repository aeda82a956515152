package vn.loa.access;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.http.Roles;

/**
 * Who sends a request.
 *
 * @param name the key's name or the token's subject
 * @param expiresAt when what was shown ceases to be valid; null: never
 */
record Caller(Kind kind, String name, Instant expiresAt) implements Principal {

    /** What was shown. */
    @Schema(name = "CallerKind", enumeration = {"key", "token"}, description = "What a caller shows.")
    public enum Kind {
        KEY, TOKEN;

        /** As it is written in JSON and in the audit log. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The caller of an operation that refuses anonymous ones. */
    static Caller of(SecurityIdentity identity) {
        return (Caller) identity.getPrincipal();
    }

    /** With these roles and all that they include. */
    SecurityIdentity with(Collection<String> roles) {
        return QuarkusSecurityIdentity.builder().setPrincipal(this)
                .addRoles(Set.copyOf(Roles.including(roles))).build();
    }

    /** As the audit log has it: {@code key:newsroom}. */
    String actor() {
        return kind.word() + ":" + name;
    }

    /** A key and a token of the same name are two callers. */
    @Override
    public String getName() {
        return actor();
    }
}
