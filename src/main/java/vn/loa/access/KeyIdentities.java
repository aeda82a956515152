package vn.loa.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;

/** Authenticates an API key. */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyAuthenticationRequest> {

    private final ApiKeyRepository keys;
    private final LastUse lastUse;
    private final Clock clock;

    KeyIdentities(ApiKeyRepository keys, LastUse lastUse, Clock clock) {
        this.keys = keys;
        this.lastUse = lastUse;
        this.clock = clock;
    }

    @Override
    public Class<KeyAuthenticationRequest> getRequestType() {
        return KeyAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request.secret()));
    }

    @ActivateRequestContext
    SecurityIdentity identify(String secret) {
        UsedKey key = keys.findUsable(secret, clock.instant())
                .orElseThrow(() -> new AuthenticationFailedException("no usable key"));
        lastUse.record(key);
        return new Caller(Caller.CredentialKind.KEY, key.name(), key.expiresAt()).withRoles(key.roles());
    }
}
