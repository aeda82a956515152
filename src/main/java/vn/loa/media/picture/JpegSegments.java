package vn.loa.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * JPEG (ITU-T T.81, annex B): segments, each with a marker, its length and its data; behind a start of scan, compressed data up to
 * the next marker. Of the segments that applications may add, those stay that say how colours are to be read.
 */
final class JpegSegments {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";

    private JpegSegments() {
    }

    static CleanImage clean(byte[] jpeg) {
        KeptBytes file = new KeptBytes(jpeg);
        file.keep(0, 2);
        int orientation = ExifOrientation.UPRIGHT;
        int at = 2;
        while (at + 1 < file.length()) {
            int marker = file.at(at + 1);
            if (file.at(at) != 0xFF || marker == 0xFF || marker == 0) {
                // Fill bytes, and bytes between segments, which decoders pass over too.
                at++;
                continue;
            }
            if (marker == END_OF_IMAGE) {
                // Behind it, mobile phones write further images and films, with places of their own.
                file.keep(at, at + 2);
                break;
            }
            int end = marker == START_OF_SCAN ? endOfScan(file, at) : endOfSegment(file, at, marker);
            if (marker == APP1 && file.has(at + 4, EXIF)) {
                if (orientation == ExifOrientation.UPRIGHT) {
                    orientation = ExifOrientation.of(file.copy(at + 4 + EXIF.length(), end));
                    if (orientation != ExifOrientation.UPRIGHT) {
                        file.replace(at, end, exif(orientation));
                    }
                }
            } else if (isKept(file, at, marker)) {
                file.keep(at, end);
            }
            at = end;
        }
        return new CleanImage(file.bytes(), orientation);
    }

    private static boolean isKept(KeptBytes file, int at, int marker) {
        return switch (marker) {
            case APP0 -> file.has(at + 4, "JFIF\0");
            case APP2 -> file.has(at + 4, "ICC_PROFILE\0");
            case APP14 -> file.has(at + 4, "Adobe");
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    private static int endOfSegment(KeptBytes file, int at, int marker) {
        // These have no length: restarts and TEM.
        if (marker >= 0xD0 && marker <= 0xD8 || marker == 0x01) {
            return at + 2;
        }
        int length = file.big16(at + 2);
        return length < 2 ? file.length() : Math.min(at + 2 + length, file.length());
    }

    /** In compressed data, 0xFF is followed by 0 or is a restart. */
    private static int endOfScan(KeptBytes file, int at) {
        int end = endOfSegment(file, at, START_OF_SCAN);
        while (end < file.length()) {
            int next = file.at(end + 1);
            if (file.at(end) == 0xFF && next > 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return end;
            }
            end++;
        }
        return file.length();
    }

    private static byte[] exif(int orientation) {
        byte[] tiff = ExifOrientation.tiff(orientation);
        return ByteBuffer.allocate(4 + EXIF.length() + tiff.length).put((byte) 0xFF).put((byte) APP1)
                .putShort((short) (2 + EXIF.length() + tiff.length)).put(EXIF.getBytes(StandardCharsets.ISO_8859_1)).put(tiff).array();
    }

    /** How many scans the image has: a progressive one has several, and each takes as long as decoding a whole image. */
    static int scans(byte[] jpeg) {
        KeptBytes file = new KeptBytes(jpeg);
        int scans = 0;
        int at = 2;
        while (at + 1 < file.length()) {
            int marker = file.at(at + 1);
            if (file.at(at) != 0xFF || marker == 0xFF || marker == 0) {
                at++;
            } else if (marker == START_OF_SCAN) {
                scans++;
                at = endOfScan(file, at);
            } else {
                at = endOfSegment(file, at, marker);
            }
        }
        return scans;
    }
}
