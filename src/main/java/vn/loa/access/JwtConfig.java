package vn.loa.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Whose tokens are accepted. Nobody's, while there is no issuer. */
@ConfigMapping(prefix = "loa.jwt")
interface JwtConfig {

    /** The OpenID Connect issuer, as the {@code iss} of its tokens has it. */
    Optional<String> issuer();

    /** Whom tokens must be made for ({@code aud}): any of these. Needed with an issuer. */
    Optional<Set<String>> audience();

    /** Where the issuer's keys are (a JWK set). When it is not set, the issuer's discovery document says it. */
    Optional<URI> keys();

    /** The claim that has the roles; a path, where it is inside others: {@code realm_access/roles}. */
    @WithDefault("groups")
    String roles();
}
