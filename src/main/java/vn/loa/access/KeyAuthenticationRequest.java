package vn.loa.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks Quarkus to authenticate an API key. It is a type of its own, because another provider authenticates tokens. */
class KeyAuthenticationRequest extends BaseAuthenticationRequest {

    private final String secret;

    KeyAuthenticationRequest(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
