package vn.loa.changes.chunk;

import java.util.UUID;

/**
 * A chunk that is there no longer, in JSON.
 *
 * @param id of the chunk; of the article for all its chunks
 * @param eId null for the body, and for the whole article
 */
record RemovedChunkView(
        String id,
        UUID articleId,
        String eId) {
}
