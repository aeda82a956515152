package vn.loa.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a request with a key has to know of it.
 *
 * @param expiresAt null for a key that does not expire
 * @param lastUsedAt accurate to {@link LastUse#PRECISION}; null for a key that was not used yet
 */
record UsedKey(UUID id, String name, List<String> roles, Instant expiresAt, Instant lastUsedAt) {
}
