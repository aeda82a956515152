package vn.loa.access;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import vn.loa.http.Roles;

/**
 * The authenticated sender of a request.
 *
 * @param name the key's name or the token's subject
 * @param expiresAt when the key or token expires; null for never
 */
record Caller(CredentialKind kind, String name, Instant expiresAt) implements Principal {

    /** Whether the caller has shown a key or a token. */
    public enum CredentialKind {
        KEY, TOKEN;

        /** The word in JSON and in the audit log. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The caller of an operation that refuses anonymous ones. */
    static Caller of(SecurityIdentity identity) {
        return (Caller) identity.getPrincipal();
    }

    /** The caller's identity, with these roles and all that they include. */
    SecurityIdentity withRoles(Collection<String> roles) {
        return QuarkusSecurityIdentity.builder().setPrincipal(this)
                .addRoles(Set.copyOf(Roles.including(roles))).build();
    }

    /** The caller's name in the audit log, for example {@code key:newsroom}. */
    String actor() {
        return kind.word() + ":" + name;
    }

    /** Tells a key from a token of the same name. */
    @Override
    public String getName() {
        return actor();
    }
}
