package vn.loa.imports.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** An archive that is stored in parts, as one channel. It holds two parts in memory: that of the directory and that of an entry. */
public final class ArchiveParts implements SeekableByteChannel {

    private static final int HELD = 2;

    /** Reads a part, counted from 0. */
    @FunctionalInterface
    public interface PartReader {
        byte[] read(int part) throws IOException;
    }

    private final long[] ends;
    private final PartReader reader;
    private final Map<Integer, byte[]> held = new LinkedHashMap<>(HELD, 1, true);
    private long position;
    private boolean closed;

    /** @param sizes of the parts, in bytes */
    public ArchiveParts(long[] sizes, PartReader reader) {
        this.ends = sizes.clone();
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        this.reader = reader;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (position >= size()) {
            return -1;
        }
        int part = partAt(position);
        byte[] bytes = part(part);
        int from = (int) (position - (part == 0 ? 0 : ends[part - 1]));
        int length = Math.min(target.remaining(), bytes.length - from);
        target.put(bytes, from, length);
        position += length;
        return length;
    }

    /** The first part that ends behind the position. */
    private int partAt(long where) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > where) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private byte[] part(int part) throws IOException {
        byte[] known = held.get(part);
        if (known != null) {
            return known;
        }
        byte[] bytes = reader.read(part);
        long expected = ends[part] - (part == 0 ? 0 : ends[part - 1]);
        if (bytes == null || bytes.length != expected) {
            throw new IOException("part " + part + " of the archive is not stored as it was announced");
        }
        if (held.size() == HELD) {
            held.remove(held.keySet().iterator().next());
        }
        held.put(part, bytes);
        return bytes;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        held.clear();
    }
}
