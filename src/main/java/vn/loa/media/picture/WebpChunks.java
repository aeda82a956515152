package vn.loa.media.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** WebP (RFC 9649, section 2): a RIFF file of chunks of a type of four letters, a length and data of an even length. */
final class WebpChunks {

    private static final int FIRST_CHUNK = 12;
    private static final int OVERHEAD = 8;
    private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final String EXIF = "EXIF";
    /** Flags of VP8X. */
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;

    private WebpChunks() {
    }

    static CleanImage clean(byte[] webp) {
        KeptBytes file = new KeptBytes(webp);
        int flagsAt = file.has(FIRST_CHUNK, "VP8X") ? FIRST_CHUNK + OVERHEAD : -1;
        int flags = flagsAt < 0 ? 0 : file.at(flagsAt);
        int orientation = ExifOrientation.UPRIGHT;
        int at = FIRST_CHUNK;
        file.keep(0, FIRST_CHUNK);
        while (at + OVERHEAD <= file.length()) {
            String type = new String(file.copy(at, at + 4), StandardCharsets.ISO_8859_1);
            int end = endOfChunk(file, at);
            if (type.equals(EXIF)) {
                orientation = ExifOrientation.of(tiff(file, at + OVERHEAD, end));
                if (orientation != ExifOrientation.UPRIGHT) {
                    file.replace(at, end, exif(orientation));
                }
            } else if (KEPT.contains(type)) {
                file.keep(at, end);
            }
            at = end;
        }
        if (flagsAt >= 0) {
            file.set(flagsAt, flags & ~HAS_XMP & ~(orientation == ExifOrientation.UPRIGHT ? HAS_EXIF : 0));
        }
        int size = file.position() - OVERHEAD;
        for (int i = 0; i < 4; i++) {
            file.set(4 + i, size >> 8 * i);
        }
        return new CleanImage(file.bytes(), orientation);
    }

    /** The pixels of the largest image in the file: what is shown may be said to be smaller. */
    static long pixels(byte[] webp) {
        KeptBytes file = new KeptBytes(webp);
        long most = 0;
        for (int at = FIRST_CHUNK; at + OVERHEAD <= file.length(); at = endOfChunk(file, at)) {
            int data = at + OVERHEAD;
            if (file.has(at, "VP8 ")) {
                most = Math.max(most, (file.little32(data + 6) & 0x3FFF) * (file.little32(data + 8) & 0x3FFF));
            } else if (file.has(at, "VP8L")) {
                long sizes = file.little32(data + 1);
                most = Math.max(most, ((sizes & 0x3FFF) + 1) * ((sizes >> 14 & 0x3FFF) + 1));
            }
        }
        return most;
    }

    /** Whether the image, or its transparency, is kept without loss. */
    static boolean isLossless(byte[] webp) {
        KeptBytes file = new KeptBytes(webp);
        for (int at = FIRST_CHUNK; at + OVERHEAD <= file.length(); at = endOfChunk(file, at)) {
            if (file.has(at, "VP8L") || file.has(at, "ALPH")) {
                return true;
            }
        }
        return false;
    }

    private static int endOfChunk(KeptBytes file, int at) {
        long length = file.little32(at + 4);
        return (int) Math.min(at + OVERHEAD + length + (length & 1), file.length());
    }

    /** Some programs write the beginning of a JPEG's segment before the data. */
    private static byte[] tiff(KeptBytes file, int from, int to) {
        return file.copy(file.has(from, "Exif\0\0") ? from + 6 : from, to);
    }

    private static byte[] exif(int orientation) {
        byte[] tiff = ExifOrientation.tiff(orientation);
        return ByteBuffer.allocate(OVERHEAD + tiff.length).order(ByteOrder.LITTLE_ENDIAN)
                .put(EXIF.getBytes(StandardCharsets.ISO_8859_1)).putInt(tiff.length).put(tiff).array();
    }
}
