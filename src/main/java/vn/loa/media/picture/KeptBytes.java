package vn.loa.media.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file from which parts are removed, in place: files have up to 16 MB, and a copy of each would be memory that no limit counts.
 * The file is walked from its beginning to its end, and each part is kept, replaced by a shorter one, or passed over. Positions
 * are those of the file as it was.
 */
final class KeptBytes {

    private final byte[] file;
    private int kept;

    KeptBytes(byte[] file) {
        this.file = file;
    }

    int length() {
        return file.length;
    }

    /** Keeps the bytes from {@code from} to {@code to}, or to the end of the file. Everything before has been kept or passed over. */
    void keep(int from, int to) {
        int length = Math.min(to, file.length) - from;
        System.arraycopy(file, from, file, kept, length);
        kept += length;
    }

    /** Keeps other bytes in the place of these; these, when the others are longer. */
    void replace(int from, int to, byte[] others) {
        if (others.length > to - from) {
            keep(from, to);
        } else {
            System.arraycopy(others, 0, file, kept, others.length);
            kept += others.length;
        }
    }

    /** The position in what is kept so far. */
    int position() {
        return kept;
    }

    /** Changes a byte that was kept. */
    void set(int position, int value) {
        file[position] = (byte) value;
    }

    byte[] bytes() {
        return kept == file.length ? file : Arrays.copyOf(file, kept);
    }

    /** A byte that has been neither kept nor passed over; -1 behind the end of the file. */
    int at(int position) {
        return position < file.length ? file[position] & 0xFF : -1;
    }

    boolean has(int position, String latin1) {
        byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return position + expected.length <= file.length
                && Arrays.equals(file, position, position + expected.length, expected, 0, expected.length);
    }

    /** As much of these bytes as the file has. */
    byte[] copy(int from, int to) {
        int end = Math.min(to, file.length);
        return from < end ? Arrays.copyOfRange(file, from, end) : new byte[0];
    }

    /** Two bytes, the most significant first; -1 behind the end of the file. */
    int big16(int position) {
        return position + 2 > file.length ? -1 : at(position) << 8 | at(position + 1);
    }

    /** Four bytes, the most significant first, without a sign; -1 behind the end of the file. */
    long big32(int position) {
        return position + 4 > file.length ? -1 : (long) big16(position) << 16 | big16(position + 2);
    }

    /** Four bytes, the least significant first, without a sign; -1 behind the end of the file. */
    long little32(int position) {
        return position + 4 > file.length ? -1
                : Integer.toUnsignedLong(at(position) | at(position + 1) << 8 | at(position + 2) << 16 | at(position + 3) << 24);
    }
}
