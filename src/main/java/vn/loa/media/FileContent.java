package vn.loa.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The type of a file, found from its bytes and not from what the client says. Only headers are read; nothing is
 * unpacked or decoded, so that no file can make this expensive.
 *
 * @param size in pixels; null for a file that is not an image
 * @param animated whether it is an image with several frames
 */
record FileContent(FileType type, ImageSize size, boolean animated) {

    private static final String PDF_HEADER = "%PDF-";
    /**
     * In bytes. PDF readers look for the header so far, because some scanners and printers write lines of their own
     * before it.
     */
    private static final int PDF_HEADER_WITHIN = 1024;

    /** Empty when the bytes are not a complete file of a known type. */
    static Optional<FileContent> of(byte[] bytes) {
        try {
            return image(bytes).or(() -> pdf(bytes)).or(() -> WordFiles.of(bytes).map(type -> new FileContent(type, null, false)));
        } catch (IndexOutOfBoundsException endsTooEarly) {
            return Optional.empty();
        }
    }

    /** The same for an image that is shown lying on its side. */
    FileContent turned() {
        return new FileContent(type, new ImageSize(size.height(), size.width()), animated);
    }

    private static Optional<FileContent> image(byte[] bytes) {
        ImageHeader header = new ImageHeader(bytes);
        return header.type().flatMap(type -> Optional.ofNullable(header.size(type))
                .filter(size -> size.width() > 0 && size.height() > 0)
                .map(size -> new FileContent(type, size, header.isAnimated(type))));
    }

    /** PDF (ISO 32000-2, section 7.5): a header, and near the end the offset at which reading begins. */
    private static Optional<FileContent> pdf(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        int start = beginning.indexOf(PDF_HEADER);
        // With markup before the header, a browser could take the file for an HTML page.
        if (start < 0 || beginning.lastIndexOf('<', start) >= 0
                || Character.digit(bytes[start + PDF_HEADER.length()], 10) < 1) {
            return Optional.empty();
        }
        int end = lastIndexOf(bytes, "%%EOF", bytes.length);
        return lastIndexOf(bytes, "startxref", end) > start
                ? Optional.of(new FileContent(FileType.PDF, null, false)) : Optional.empty();
    }

    /** The last position of the word before {@code before}; negative when there is none. */
    static int lastIndexOf(byte[] bytes, String word, int before) {
        byte[] sought = word.getBytes(StandardCharsets.ISO_8859_1);
        int at = before - sought.length;
        while (at >= 0 && !Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
            at--;
        }
        return at;
    }
}
