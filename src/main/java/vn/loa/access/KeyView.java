package vn.loa.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API key, as JSON. */
@Schema(name = "Key", description = "A key that callers show, without the key itself.")
record KeyView(
        @Schema(required = true)
        UUID id,
        @Schema(description = "What people call it.", examples = "newsroom", required = true)
        String name,
        @Schema(description = "Its first characters, by which its owner recognises it; null where the operator chose "
                + "it.", examples = "loa_Rk3xQ9", nullable = true, required = true)
        String prefix,
        @Schema(description = "What it allows: `editor`, `publisher`, `admin`, each of which includes the ones before it; "
                + "`frontend` stands beside them.",
                required = true)
        List<String> roles,
        @Schema(required = true)
        Instant createdAt,
        @Schema(description = "Who made it, as in the audit log.", examples = "key:admin", required = true)
        String createdBy,
        @Schema(description = "When it ceases to open anything; null: never.", nullable = true, required = true)
        Instant expiresAt,
        @Schema(description = "Since when it opens nothing; null while it is not revoked.",
                nullable = true, required = true)
        Instant revokedAt,
        @Schema(description = "When it was last shown, to the minute; null: not yet.", nullable = true, required = true)
        Instant lastUsedAt,
        @Schema(description = "The key. Only in the answer that made it; it is stored nowhere.",
                examples = "loa_Rk3xQ9vT2bN7mW5cY8dF1gH4jK6lP0sA")
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
