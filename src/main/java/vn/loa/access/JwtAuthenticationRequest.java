package vn.loa.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks Quarkus to authenticate a token (RFC 7519). */
class JwtAuthenticationRequest extends BaseAuthenticationRequest {

    private final Jwt token;

    JwtAuthenticationRequest(Jwt token) {
        this.token = token;
    }

    Jwt token() {
        return token;
    }
}
