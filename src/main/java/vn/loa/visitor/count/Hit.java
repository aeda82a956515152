package vn.loa.visitor.count;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A hit that waits for being stored.
 *
 * @param article null: none
 * @param id what the client calls it, so that it may ask again; null: nothing. Kept as its hash, because there are
 *     UUIDs that name the machine on which they were made
 * @param at when it came, in seconds since the epoch: what a second holds is counted together
 * @param answer completed when the hit is stored, and else with the problem that says why not
 */
public record Hit(Visitor visitor, UUID article, UUID id, long at, CompletableFuture<Void> answer) {

    public Hit {
        id = id == null ? null : hash(id);
    }

    private static UUID hash(UUID id) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(id.toString().getBytes(StandardCharsets.US_ASCII)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public Hit(Visitor visitor, UUID article, UUID id, long at) {
        this(visitor, article, id, at, new CompletableFuture<>());
    }
}
