package vn.loa.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import vn.loa.settings.Allowed;

/** Whose tokens are accepted. Nobody's, while there is no issuer. */
@ConfigMapping(prefix = "loa.jwt")
public interface JwtConfig {

    /** The OpenID Connect issuer, as the {@code iss} of its tokens has it. */
    @Allowed(pattern = "https?://\\S+", words = "an absolute address, such as https://id.example.vn", needs = "loa.jwt.audience")
    Optional<String> issuer();

    /** Whom tokens must be made for ({@code aud}): any of these. Needed with an issuer. */
    @Allowed(pattern = "\\S+", words = "names without spaces, with commas", needs = "loa.jwt.issuer")
    Optional<Set<String>> audience();

    /** Where the issuer's keys are (a JWK set). When it is not set, the issuer's discovery document says it. */
    @Allowed(pattern = "https?://\\S+", words = "an absolute address, such as https://id.example.vn/keys", needs = "loa.jwt.issuer")
    Optional<URI> keys();

    /** The claim that has the roles; a path, where it is inside others: {@code realm_access/roles}. */
    @WithDefault("groups")
    @Allowed(pattern = "\\S+", words = "the name of a claim or a path to it, such as realm_access/roles")
    String roles();
}
