package vn.loa.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (third edition, section 5): a signature, and chunks of a length, a type of four letters, data and a checksum. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int OVERHEAD = 12;
    /** Besides those that every image needs, whose first letter is a capital one: transparency, colours, density, animation. */
    private static final Set<String> KEPT = Set.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD",
            "hIST", "pHYs", "acTL", "fcTL", "fdAT");
    private static final String EXIF = "eXIf";

    private PngChunks() {
    }

    static CleanImage clean(byte[] png) {
        KeptBytes file = new KeptBytes(png);
        file.keep(0, SIGNATURE);
        int orientation = ExifOrientation.UPRIGHT;
        int at = SIGNATURE;
        while (at < file.length()) {
            String type = new String(file.copy(at + 4, at + 8), StandardCharsets.ISO_8859_1);
            int end = (int) Math.min(at + OVERHEAD + Math.max(0, file.big32(at)), file.length());
            if (type.equals(EXIF)) {
                if (orientation == ExifOrientation.UPRIGHT) {
                    orientation = ExifOrientation.of(file.copy(at + 8, end - 4));
                    if (orientation != ExifOrientation.UPRIGHT) {
                        file.replace(at, end, exif(orientation));
                    }
                }
            } else if (KEPT.contains(type) || !type.isEmpty() && Character.isUpperCase(type.charAt(0))) {
                file.keep(at, end);
            }
            at = type.equals("IEND") ? file.length() : end;
        }
        return new CleanImage(file.bytes(), orientation);
    }

    private static byte[] exif(int orientation) {
        byte[] tiff = ExifOrientation.tiff(orientation);
        byte[] typed = ByteBuffer.allocate(4 + tiff.length).put(EXIF.getBytes(StandardCharsets.ISO_8859_1)).put(tiff).array();
        CRC32 checksum = new CRC32();
        checksum.update(typed);
        return ByteBuffer.allocate(OVERHEAD + tiff.length).putInt(tiff.length).put(typed).putInt((int) checksum.getValue()).array();
    }
}
