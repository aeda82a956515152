package vn.loa.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import vn.loa.settings.Allowed;

/** Settings of the token issuer. Without an issuer, no token is accepted. */
@ConfigMapping(prefix = "loa.jwt")
public interface JwtConfig {

    /** The OpenID Connect issuer, exactly as in the {@code iss} claim of its tokens. */
    @Allowed(pattern = "https?://\\S+", words = "an absolute address, such as https://id.example.vn", needs = "loa.jwt.audience")
    Optional<String> issuer();

    /** The audiences of which a token must have one ({@code aud}). Required with an issuer. */
    @Allowed(pattern = "\\S+", words = "names without spaces, with commas", needs = "loa.jwt.issuer")
    Optional<Set<String>> audience();

    /** The address of the issuer's JWK set. If it is not set, the discovery document names it. */
    @Allowed(pattern = "https?://\\S+", words = "an absolute address, such as https://id.example.vn/keys", needs = "loa.jwt.issuer")
    Optional<URI> keys();

    /** The claim with the roles, or the path to a nested claim: {@code realm_access/roles}. */
    @WithDefault("groups")
    @Allowed(pattern = "\\S+", words = "the name of a claim or a path to it, such as realm_access/roles")
    String roles();
}
