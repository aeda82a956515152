package vn.loa.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An API key, as JSON. */
record KeyView(
        UUID id,
        String name,
        String prefix,
        List<String> roles,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String key) {

    static KeyView of(ApiKey key) {
        return ofNew(key, null);
    }

    /** A new key with its secret, which is shown only now. */
    static KeyView ofNew(ApiKey key, String secret) {
        return new KeyView(key.id(), key.name(), key.prefix(), key.roles(), key.createdAt(), key.createdBy(),
                key.expiresAt(), key.revokedAt(), key.lastUsedAt(), secret);
    }
}
