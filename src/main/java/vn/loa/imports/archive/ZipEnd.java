package vn.loa.imports.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Where the directory of a zip stands, by the record at its end (PKWARE's APPNOTE, 4.3.14 to 4.3.16).
 *
 * @param start of the directory
 * @param end of the directory
 * @param entries that it announces
 * @param shift bytes in front of the archive that its offsets do not count
 * @param split whether it is one of several volumes
 */
record ZipEnd(long start, long end, long entries, long shift, boolean split) {

    private static final int RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR = 20;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int RECORD_64 = 56;
    private static final int SIGNATURE_64 = 0x06064b50;

    /** Null when there is no such record. */
    static ZipEnd find(SeekableByteChannel archive) throws IOException {
        long tailStart = Math.max(0, archive.size() - RECORD - LONGEST_COMMENT);
        ByteBuffer tail = at(archive, tailStart, RECORD + LONGEST_COMMENT);
        for (int i = tail.limit() - RECORD; i >= 0; i--) {
            if (tail.getInt(i) == SIGNATURE && i + RECORD + (tail.getShort(i + 20) & 0xFFFF) <= tail.limit()) {
                return of(archive, tailStart + i, tail, i);
            }
        }
        return null;
    }

    private static ZipEnd of(SeekableByteChannel archive, long where, ByteBuffer tail, int i) throws IOException {
        boolean split = tail.getInt(i + 4) != 0 && tail.getInt(i + 4) != -1;
        long entries = tail.getShort(i + 10) & 0xFFFF;
        long size = tail.getInt(i + 12) & 0xFFFFFFFFL;
        long offset = tail.getInt(i + 16) & 0xFFFFFFFFL;
        // It may stand there although the numbers would fit here; then the directory ends before it.
        ZipEnd large = large(archive, where);
        if (large != null) {
            return large;
        }
        return new ZipEnd(where - size, where, entries, where - size - offset, split);
    }

    /** By the record of zip64; null when there is none, and the numbers are what they seem. */
    private static ZipEnd large(SeekableByteChannel archive, long where) throws IOException {
        ByteBuffer locator = where < LOCATOR ? ByteBuffer.allocate(0) : at(archive, where - LOCATOR, LOCATOR);
        if (locator.limit() < LOCATOR || locator.getInt(0) != LOCATOR_SIGNATURE) {
            return null;
        }
        // With bytes in front of the archive, the record stands just before its locator all the same.
        for (long start : new long[] {locator.getLong(8), where - LOCATOR - RECORD_64}) {
            ByteBuffer found = start < 0 || start > where - LOCATOR - RECORD_64 ? ByteBuffer.allocate(0) : at(archive, start, RECORD_64);
            if (found.limit() == RECORD_64 && found.getInt(0) == SIGNATURE_64) {
                long size = found.getLong(40);
                return new ZipEnd(start - size, start, found.getLong(32), start - size - found.getLong(48),
                        found.getInt(16) != 0 || found.getInt(20) != 0);
            }
        }
        return null;
    }

    private static ByteBuffer at(SeekableByteChannel archive, long start, int length) throws IOException {
        return ByteBuffer.wrap(ChannelSlice.read(archive, start, length)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
