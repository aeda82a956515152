package vn.loa.imports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * An entry in the directory of a zip (PKWARE's APPNOTE, 4.3.12).
 *
 * @param packed its bytes in the archive
 * @param size its bytes when they are unpacked
 * @param offset of the entry's own header, as it is written
 * @param mode the file's mode on Unix; 0 when it has none
 */
record ZipHeader(byte[] rawName, String name, int flags, int method, long crc, long packed, long size, long offset, int mode) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int LENGTH = 46;
    private static final int SIGNATURE = 0x02014b50;
    private static final int UNIX = 3;
    private static final int FLAG_ENCRYPTED = 1 | 1 << 13;
    private static final int FLAG_SIZES_FOLLOW = 1 << 3;
    private static final int FLAG_UTF8 = 1 << 11;
    private static final int EXTRA_64 = 0x0001;
    private static final int EXTRA_NAME = 0x7075;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    /**
     * Reads the next header.
     *
     * @return null at the directory's end
     */
    static ZipHeader read(InputStream directory) throws ArchiveFault, IOException {
        byte[] fixed = directory.readNBytes(LENGTH);
        if (fixed.length == 0) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
        if (fixed.length < LENGTH || header.getInt(0) != SIGNATURE) {
            // Only a signature of the directory may stand behind its entries (4.3.13).
            if (fixed.length >= 4 && header.getInt(0) == 0x05054b50) {
                return null;
            }
            throw new ArchiveFault(ArchiveFault.Reason.DAMAGED, "its directory cannot be read");
        }
        byte[] name = directory.readNBytes(header.getShort(28) & 0xFFFF);
        byte[] extra = directory.readNBytes(header.getShort(30) & 0xFFFF);
        directory.skipNBytes(header.getShort(32) & 0xFFFF);
        return of(header, name, ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN));
    }

    private static ZipHeader of(ByteBuffer header, byte[] rawName, ByteBuffer extra) {
        long size = header.getInt(24) & IN_EXTRA;
        long packed = header.getInt(20) & IN_EXTRA;
        long offset = header.getInt(42) & IN_EXTRA;
        int flags = header.getShort(8) & 0xFFFF;
        String name = (flags & FLAG_UTF8) != 0 ? EntryNames.utf8(rawName).orElseGet(() -> EntryNames.decode(rawName))
                : EntryNames.decode(rawName);
        while (extra.remaining() >= 4) {
            int kind = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            ByteBuffer field = extra.slice().order(ByteOrder.LITTLE_ENDIAN).limit(length);
            if (kind == EXTRA_64) {
                size = size == IN_EXTRA && field.remaining() >= 8 ? field.getLong() : size;
                packed = packed == IN_EXTRA && field.remaining() >= 8 ? field.getLong() : packed;
                offset = offset == IN_EXTRA && field.remaining() >= 8 ? field.getLong() : offset;
            } else if (kind == EXTRA_NAME) {
                name = unicodeName(field, rawName, name);
            }
            extra.position(extra.position() + length);
        }
        int mode = (header.getShort(4) >> 8 & 0xFF) == UNIX ? header.getInt(38) >>> 16 : 0;
        return new ZipHeader(rawName, name, flags, header.getShort(10) & 0xFFFF, header.getInt(16) & IN_EXTRA, packed, size, offset, mode);
    }

    /** The name in UTF-8 that stands beside the raw one, unless the raw one was changed since (4.6.9). */
    private static String unicodeName(ByteBuffer field, byte[] rawName, String otherwise) {
        if (field.remaining() <= 5 || field.get() != 1) {
            return otherwise;
        }
        CRC32 crc = new CRC32();
        crc.update(rawName);
        return (field.getInt() & IN_EXTRA) == crc.getValue() ? StandardCharsets.UTF_8.decode(field).toString() : otherwise;
    }

    boolean isFolder() {
        return name.endsWith("/") || name.endsWith("\\");
    }

    /** What rules the entry out by its marks; null for nothing. */
    EntryFault fault() {
        if ((flags & FLAG_ENCRYPTED) != 0) {
            return EntryFault.ENCRYPTED;
        }
        if (method != STORED && method != DEFLATED) {
            return EntryFault.UNKNOWN_METHOD;
        }
        return UnixMode.fault(mode);
    }

    /** Whether the sizes of the entry's own header stand behind its bytes. */
    boolean sizesFollow() {
        return (flags & FLAG_SIZES_FOLLOW) != 0;
    }
}
