package vn.loa.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.loa.media.picture.CleanImage;

/**
 * Reads the type and size of an image from the beginning of its file. Throws IndexOutOfBoundsException when the file is
 * too short.
 */
class ImageHeader {

    private static final int PNG_FIRST_CHUNK = 8;
    /** Length, type and checksum. */
    private static final int PNG_CHUNK_OVERHEAD = 12;
    private static final int WEBP_FIRST_CHUNK = 12;
    private static final int WEBP_ANIMATION = 0x02;
    private static final int WEBP_DATA = WEBP_FIRST_CHUNK + 8;

    private final byte[] bytes;

    ImageHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Recognises the format by its signature, the first bytes. */
    Optional<FileType> type() {
        if (has(0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(FileType.PNG);
        }
        if (has(0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(FileType.JPEG);
        }
        if (has(0, "GIF87a") || has(0, "GIF89a")) {
            return Optional.of(FileType.GIF);
        }
        return has(0, "RIFF") && has(8, "WEBP") ? Optional.of(FileType.WEBP) : Optional.empty();
    }

    /** Null when the file does not have the structure of its type. */
    ImageSize size(FileType type) {
        return switch (type) {
            case PNG -> png();
            case JPEG -> jpeg();
            case GIF -> new ImageSize(little(6, 2), little(8, 2));
            case WEBP -> webp();
            case PDF, DOCX, DOC -> null;
        };
    }

    /** Whether the image has several frames. */
    boolean isAnimated(FileType type) {
        return switch (type) {
            case PNG -> hasAnimationControl();
            case GIF -> CleanImage.isAnimatedGif(bytes);
            case WEBP -> has(WEBP_FIRST_CHUNK, "VP8X") && (big(WEBP_DATA, 1) & WEBP_ANIMATION) != 0;
            case JPEG, PDF, DOCX, DOC -> false;
        };
    }

    /** APNG (PNG, third edition, section 11.3.6): a chunk that stands before the image data. */
    private boolean hasAnimationControl() {
        long at = PNG_FIRST_CHUNK;
        while (!has(Math.toIntExact(at) + 4, "IDAT") && !has(Math.toIntExact(at) + 4, "IEND")) {
            if (has(Math.toIntExact(at) + 4, "acTL")) {
                return true;
            }
            at += PNG_CHUNK_OVERHEAD + Integer.toUnsignedLong(big(Math.toIntExact(at), 4));
        }
        return false;
    }

    /** PNG (ISO/IEC 15948, section 5): chunks, of which IHDR is the first and IEND the last. */
    private ImageSize png() {
        if (big(PNG_FIRST_CHUNK, 4) != 13 || !has(PNG_FIRST_CHUNK + 4, "IHDR")) {
            return null;
        }
        long at = PNG_FIRST_CHUNK;
        while (!has(Math.toIntExact(at) + 4, "IEND")) {
            at += PNG_CHUNK_OVERHEAD + Integer.toUnsignedLong(big(Math.toIntExact(at), 4));
            if (at + PNG_CHUNK_OVERHEAD > bytes.length) {
                return null;
            }
        }
        return new ImageSize(big(PNG_FIRST_CHUNK + 8, 4), big(PNG_FIRST_CHUNK + 12, 4));
    }

    /** JPEG (ITU-T T.81, annex B): segments, of which a start of frame has the size. */
    private ImageSize jpeg() {
        int at = 2;
        while (big(at, 1) == 0xFF) {
            int marker = big(at + 1, 1);
            if (marker == 0xFF) {
                at++;
            } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return new ImageSize(big(at + 7, 2), big(at + 5, 2));
            } else if (marker < 0xC0 || marker >= 0xD0 && marker <= 0xDA) {
                // These segments may not come before the frame.
                return null;
            } else {
                at += 2 + big(at + 2, 2);
            }
        }
        return null;
    }

    /** WebP (RFC 9649, sections 2.4 to 2.7). */
    private ImageSize webp() {
        if (Integer.toUnsignedLong(little(4, 4)) + 8 > bytes.length) {
            return null;
        }
        if (has(WEBP_FIRST_CHUNK, "VP8X")) {
            return new ImageSize(little(WEBP_DATA + 4, 3) + 1, little(WEBP_DATA + 7, 3) + 1);
        }
        if (has(WEBP_FIRST_CHUNK, "VP8L") && big(WEBP_DATA, 1) == 0x2F) {
            int sizes = little(WEBP_DATA + 1, 4);
            return new ImageSize((sizes & 0x3FFF) + 1, (sizes >> 14 & 0x3FFF) + 1);
        }
        if (has(WEBP_FIRST_CHUNK, "VP8 ") && has(WEBP_DATA + 3, "\u009d\u0001\u002a")) {
            return new ImageSize(little(WEBP_DATA + 6, 2) & 0x3FFF, little(WEBP_DATA + 8, 2) & 0x3FFF);
        }
        return null;
    }

    private boolean has(int at, String characters) {
        byte[] expected = characters.getBytes(StandardCharsets.ISO_8859_1);
        if (at + expected.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Most significant byte first. */
    private int big(int at, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    /** Least significant byte first. */
    private int little(int at, int length) {
        int value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
