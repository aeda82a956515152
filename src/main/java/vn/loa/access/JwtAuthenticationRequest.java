package vn.loa.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A token (RFC 7519) that was shown. */
class JwtAuthenticationRequest extends BaseAuthenticationRequest {

    private final Jwt token;

    JwtAuthenticationRequest(Jwt token) {
        this.token = token;
    }

    Jwt token() {
        return token;
    }
}
