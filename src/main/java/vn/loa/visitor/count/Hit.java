package vn.loa.visitor.count;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.visitor.DropReason;

/**
 * A reported page view that waits to be stored.
 *
 * @param article null when the page shows no article
 * @param id the client's hitId, by which a repeated hit is recognised, or null. Only its hash is kept, because UUIDs of some
 *     versions name the machine on which they were made
 * @param at when the hit came, in seconds since the epoch; hits of one second are counted together
 * @param outcome completes when the hit is stored: with null, or with the reason why it was not counted. Completes with a
 *     problem when the hit is refused
 */
public record Hit(Visitor visitor, UUID article, UUID id, long at, CompletableFuture<DropReason> outcome) {

    public Hit {
        id = id == null ? null : hash(id);
    }

    private static UUID hash(UUID id) {
        ByteBuffer hash = ByteBuffer.wrap(DigestUtils.sha256(id.toString()));
        return new UUID(hash.getLong(), hash.getLong());
    }

    public Hit(Visitor visitor, UUID article, UUID id, long at) {
        this(visitor, article, id, at, new CompletableFuture<>());
    }
}
