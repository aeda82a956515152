package vn.loa.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that was shown. A type of its own: tokens are shown in the same header and are another provider's. */
class KeyAuthenticationRequest extends BaseAuthenticationRequest {

    private final String secret;

    KeyAuthenticationRequest(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
