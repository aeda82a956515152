package vn.loa.imports.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The unpacked bytes of a tar. Names and attributes before an entry are bounded, because they are read into memory. */
final class TarStream extends FilterInputStream {

    /** In bytes. */
    private static final int LONGEST_HEADER = 1 << 20;
    /** In bytes: a tar ends with two blocks of zeros (POSIX, pax); some programs write one. */
    private static final int END = 512;

    private long count;
    private long allowed = Long.MAX_VALUE;
    private long zerosAtEnd;

    TarStream(InputStream unpacked) {
        super(unpacked);
    }

    void readHeader() {
        allowed = LONGEST_HEADER;
    }

    void readContent() {
        allowed = Long.MAX_VALUE;
    }

    /** The bytes that have been read. */
    long count() {
        return count;
    }

    boolean endsAsTarsDo() {
        return zerosAtEnd >= END;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (allowed <= 0) {
            throw new IOException("a header is too long");
        }
        int read = super.read(bytes, from, (int) Math.min(length, allowed));
        if (read > 0) {
            count += read;
            allowed -= read;
            countZeros(bytes, from, read);
        }
        return read;
    }

    private void countZeros(byte[] bytes, int from, int read) {
        int zeros = 0;
        while (zeros < read && bytes[from + read - 1 - zeros] == 0) {
            zeros++;
        }
        zerosAtEnd = zeros == read ? zerosAtEnd + zeros : zeros;
    }

    @Override
    public long skip(long length) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(length, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
