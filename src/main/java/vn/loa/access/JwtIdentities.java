package vn.loa.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Set;

/** Authenticates a token. Its roles are those that the claim names; names that are not roles have no effect. */
@ApplicationScoped
class JwtIdentities implements IdentityProvider<JwtAuthenticationRequest> {

    /** By how much the issuer's clock may differ from ours. */
    private static final int SKEW_SECONDS = 60;
    /** The longest subject: OpenID Connect Core 1.0, section 2. */
    private static final int SUBJECT_LENGTH = 255;
    /** The end of the year 9999: RFC 3339 cannot write a later date. */
    private static final long LATEST_EXPIRY = 253_402_300_799L;
    private static final Set<SignatureAlgorithm> RSA = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512, SignatureAlgorithm.PS256, SignatureAlgorithm.PS384, SignatureAlgorithm.PS512);
    private static final Set<SignatureAlgorithm> EC =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384, SignatureAlgorithm.ES512);

    private final JwtConfig config;
    private final IssuerKeys keys;

    JwtIdentities(JwtConfig config, IssuerKeys keys) {
        this.config = config;
        this.keys = keys;
    }

    @Override
    public Class<JwtAuthenticationRequest> getRequestType() {
        return JwtAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(JwtAuthenticationRequest request, AuthenticationRequestContext context) {
        return config.issuer().isEmpty()
                ? Uni.createFrom().failure(new AuthenticationFailedException("no issuer is configured"))
                : context.runBlocking(() -> identify(request.token()));
    }

    private SecurityIdentity identify(Jwt token) {
        String keyId = token.header("kid");
        if (keyId == null) {
            throw new AuthenticationFailedException("the token does not say who signed it");
        }
        verify(token, keys.find(keyId).orElseThrow(() ->
                new AuthenticationFailedException("the issuer has no such key")));
        JsonNode claims = token.claims();
        String subject = claims.path("sub").asText("");
        long expiry = claims.path("exp").asLong();
        if (expiry > LATEST_EXPIRY) {
            throw new AuthenticationFailedException("the token expires after the year 9999");
        }
        if (subject.isBlank() || subject.length() > SUBJECT_LENGTH || !KeyRequest.isVisible(subject)) {
            throw new AuthenticationFailedException("the token does not say whose it is");
        }
        return new Caller(Caller.CredentialKind.TOKEN, subject, Instant.ofEpochSecond(expiry))
                .withRoles(token.words(config.roles()));
    }

    /** The key determines which algorithms are accepted, never the token. {@code none} and HMAC belong to no key. */
    private void verify(Jwt token, PublicKey key) {
        JWTAuthContextInfo rules = new JWTAuthContextInfo(key, config.issuer().orElseThrow());
        rules.setSignatureAlgorithm(key instanceof RSAPublicKey ? RSA
                : key instanceof ECPublicKey ? EC : Set.of(SignatureAlgorithm.EDDSA));
        rules.setExpectedAudience(config.audience().orElseThrow());
        rules.setClockSkew(SKEW_SECONDS);
        // RFC 9068, section 2.2
        rules.setRequiredClaims(Set.of("iss", "sub", "aud", "exp", "iat"));
        try {
            new DefaultJWTParser(rules).parse(token.text());
        } catch (ParseException | RuntimeException e) {
            // The parser expects claims of certain types. An object in `groups` makes it throw a ClassCastException.
            throw new AuthenticationFailedException("the token is not valid", e);
        }
    }
}
