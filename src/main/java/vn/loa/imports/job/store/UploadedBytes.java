package vn.loa.imports.job.store;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The parts of an upload as one stream, of which one piece is in memory. */
public final class UploadedBytes extends InputStream {

    private final ImportUploads uploads;
    private final UUID job;
    private final List<ImportUploads.Part> parts;
    private int part;
    private int piece;
    private byte[] bytes = {};
    private int read;

    public UploadedBytes(ImportUploads uploads, UUID job) {
        this.uploads = uploads;
        this.job = job;
        this.parts = uploads.parts(job);
    }

    @Override
    public int read() {
        return hasMore() ? bytes[read++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int some = Math.min(length, bytes.length - read);
        System.arraycopy(bytes, read, into, offset, some);
        read += some;
        return some;
    }

    private boolean hasMore() {
        while (read == bytes.length) {
            if (part == parts.size()) {
                return false;
            }
            if (piece == uploads.pieces(parts.get(part))) {
                part++;
                piece = 0;
            } else {
                bytes = uploads.piece(job, parts.get(part).number(), piece++);
                read = 0;
            }
        }
        return true;
    }
}
