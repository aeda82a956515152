package vn.loa.changes.chunk;

import java.util.List;

/**
 * A page of chunks in JSON.
 *
 * @param removed to be applied before the items
 * @param nextCursor of the next page; null on the last one
 * @param since where later changes begin, once all pages were read
 * @param more whether more can be read now: another page, or changes after {@code since}
 */
record ChunksView(
        List<ChunkView> items,
        List<RemovedChunkView> removed,
        String nextCursor,
        String since,
        boolean more) {
}
