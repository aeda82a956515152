package vn.loa.imports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A stretch of a channel as a stream. Several slices of one channel can be read by turns. */
final class ChannelSlice extends InputStream {

    private final SeekableByteChannel channel;
    private final long end;
    private long position;

    ChannelSlice(SeekableByteChannel channel, long start, long end) {
        this.channel = channel;
        this.position = start;
        this.end = end;
    }

    /** @return so many bytes, or those up to the channel's end */
    static byte[] read(SeekableByteChannel channel, long start, int length) throws IOException {
        return new ChannelSlice(channel, start, Math.min(channel.size(), start + length)).readAllBytes();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (position >= end) {
            return -1;
        }
        try {
            channel.position(position);
            int read = channel.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, end - position)));
            position += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            // Unchecked, so that it is not taken for a fault of the archive.
            throw new UncheckedIOException(e);
        }
    }
}
