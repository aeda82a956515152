package vn.loa.http.answer;

import java.io.IOException;

/**
 * The body of a response that is never whole in memory: see {@link LongBodyWriter}.
 *
 * @param bytes reads a piece of what it is a part of; of fewer bytes only where they end
 * @param range of the bytes that are sent
 */
public record LongBody(Bytes bytes, ByteRange range) {

    /** Where the bytes are. */
    public interface Bytes {

        byte[] read(long offset, int length) throws IOException;
    }

    /** The range that remains after this many bytes were sent. */
    LongBody after(int length) {
        return new LongBody(bytes, new ByteRange(range.start() + length, range.length() - length));
    }
}
