package vn.loa.changes.chunk;

import java.util.UUID;
import vn.loa.listing.Cursor;

/**
 * Where a reader of chunks is.
 *
 * @param log the number of the change from which the reader goes on when this pass is done
 * @param changedAfter of a pass over changes: the number of the change before the first; null for a pass over everything
 * @param article the last article of which something was read
 * @param position of the last chunk that was read of it; -1 for none
 */
record ChunkCursor(long log, Long changedAfter, UUID article, long position) {

    static final UUID FIRST = new UUID(0, 0);
    private static final String EVERYTHING = "-";
    private static final int VALUES = 4;

    static ChunkCursor parse(String text) {
        Cursor cursor = Cursor.parse(text, VALUES);
        ChunkCursor read = new ChunkCursor(cursor.number(0),
                cursor.values().get(1).equals(EVERYTHING) ? null : Long.valueOf(cursor.number(1)), cursor.uuid(2), cursor.number(3));
        if (read.log < 0 || read.changedAfter != null && (read.changedAfter < 0 || read.changedAfter > read.log) || read.position < -1
                || read.position > Integer.MAX_VALUE) {
            throw Cursor.invalid();
        }
        return read;
    }

    ChunkCursor at(UUID nextArticle, long nextPosition) {
        return new ChunkCursor(log, changedAfter, nextArticle, nextPosition);
    }

    @Override
    public String toString() {
        return Cursor.of(log, changedAfter == null ? EVERYTHING : changedAfter, article, position).toString();
    }
}
