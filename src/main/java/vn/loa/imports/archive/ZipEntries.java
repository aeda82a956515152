package vn.loa.imports.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Reads a zip by its directory, twice: first to see that the whole is sound, then entry by entry. Libraries keep the directory
 * in memory, some 800 bytes for each entry, and believe it where the entries' own headers say otherwise.
 */
final class ZipEntries {

    private static final int BUFFER = 65_536;
    private static final int LOCAL_HEADER = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;

    private final SeekableByteChannel archive;
    private final ZipEnd end;

    private ZipEntries(SeekableByteChannel archive, ZipEnd end) {
        this.archive = archive;
        this.end = end;
    }

    static void read(SeekableByteChannel archive, ArchiveLimits limits, SafeSink sink) throws ArchiveFault, IOException {
        ZipEnd end = ZipEnd.find(archive);
        if (end == null) {
            throw new ArchiveFault(ArchiveFault.Reason.TRUNCATED, "its directory, which stands at the end, is missing");
        }
        if (end.split()) {
            throw new ArchiveFault(ArchiveFault.Reason.SPLIT, null);
        }
        if (end.start() < 0 || end.start() > end.end() || end.shift() < 0) {
            throw new ArchiveFault(ArchiveFault.Reason.DAMAGED, "its directory is not where it is announced");
        }
        limits.checkEntries(end.entries() < 0 ? Long.MAX_VALUE : end.entries());
        ZipEntries zip = new ZipEntries(archive, end);
        zip.check(limits);
        zip.each(sink);
    }

    private InputStream directory() {
        return new BufferedInputStream(new ChannelSlice(archive, end.start(), end.end()), BUFFER);
    }

    private void check(ArchiveLimits limits) throws ArchiveFault, IOException {
        Extents extents = new Extents();
        long unpacked = 0;
        long count = 0;
        try (InputStream directory = directory()) {
            for (ZipHeader header = header(directory); header != null; header = header(directory)) {
                limits.checkEntries(++count);
                if (header.size() < 0 || header.packed() < 0 || header.offset() < 0) {
                    throw new ArchiveFault(ArchiveFault.Reason.DAMAGED, "sizes in its directory are negative");
                }
                unpacked += header.size();
                limits.check(unpacked, archive.size());
                extents.add(header.offset() + end.shift(), header.packed() + LOCAL_HEADER + header.rawName().length);
            }
        }
        if (count != end.entries()) {
            throw new ArchiveFault(ArchiveFault.Reason.DAMAGED, "its directory announces " + end.entries() + " entries and has " + count);
        }
        extents.check(end.start());
    }

    private static ZipHeader header(InputStream directory) throws ArchiveFault, IOException {
        try {
            return ZipHeader.read(directory);
        } catch (EOFException e) {
            throw new ArchiveFault(ArchiveFault.Reason.DAMAGED, "its directory ends too early");
        }
    }

    private void each(SafeSink sink) throws ArchiveFault, IOException {
        try (InputStream directory = directory()) {
            for (ZipHeader header = header(directory); header != null; header = header(directory)) {
                if (!header.isFolder()) {
                    ZipHeader each = header;
                    sink.file(header.name(), header.size(), header.fault(), () -> open(each), true);
                }
            }
        }
    }

    private InputStream open(ZipHeader header) throws IOException {
        long start = header.offset() + end.shift();
        ByteBuffer local = ByteBuffer.wrap(ChannelSlice.read(archive, start, LOCAL_HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        if (local.limit() < LOCAL_HEADER || local.getInt(0) != LOCAL_SIGNATURE) {
            throw new EntryException(EntryFault.HEADERS_DISAGREE);
        }
        int nameLength = local.getShort(26) & 0xFFFF;
        byte[] name = ChannelSlice.read(archive, start + LOCAL_HEADER, nameLength);
        long size = local.getInt(22) & 0xFFFFFFFFL;
        boolean sizeDiffers = !header.sizesFollow() && size != 0xFFFFFFFFL && size != header.size();
        if (!Arrays.equals(name, header.rawName()) || (local.getShort(8) & 0xFFFF) != header.method() || sizeDiffers) {
            throw new EntryException(EntryFault.HEADERS_DISAGREE);
        }
        long data = start + LOCAL_HEADER + nameLength + (local.getShort(28) & 0xFFFF);
        if (data + header.packed() > end.start()) {
            throw new EntryException(EntryFault.DAMAGED);
        }
        return ZipContent.of(new ChannelSlice(archive, data, data + header.packed()), header);
    }

    /** Where entries stand. They may not overlap: bombs repeat the same bytes in many entries. */
    private static final class Extents {

        private long[] starts = new long[1024];
        private long[] lengths = new long[1024];
        private int count;

        void add(long start, long length) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            starts[count] = start;
            lengths[count] = length;
            count++;
        }

        void check(long directory) throws ArchiveFault {
            long[] sorted = Arrays.copyOf(starts, count);
            Arrays.sort(sorted);
            for (int i = 0; i < count; i++) {
                int place = Arrays.binarySearch(sorted, starts[i]);
                boolean twice = place > 0 && sorted[place - 1] == starts[i] || place + 1 < count && sorted[place + 1] == starts[i];
                long next = place + 1 < count ? sorted[place + 1] : directory;
                if (starts[i] < 0 || starts[i] >= directory) {
                    throw new ArchiveFault(ArchiveFault.Reason.DAMAGED, "an entry is not where the directory says");
                }
                if (twice || lengths[i] < 0 || lengths[i] > next - starts[i]) {
                    throw new ArchiveFault(ArchiveFault.Reason.OVERLAPPING, null);
                }
            }
        }
    }
}
