package vn.loa.imports.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads at most so many bytes, and fails instead of reading more. */
final class BoundedInput extends FilterInputStream {

    private long left;

    BoundedInput(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    boolean isUsedUp() {
        return left <= 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (isUsedUp()) {
            throw new EOFException("more than it may be");
        }
        int read = super.read(bytes, from, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
