package vn.loa.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file is, by its bytes and not by what anybody says of it. Only headers are read: nothing is unpacked or
 * decoded, so that no content can make this dear.
 *
 * @param size pixels; null for what is no image
 */
record FileContent(FileType type, ImageSize size) {

    private static final String PDF_HEADER = "%PDF-";
    /** How far readers look for a PDF's header: some scanners and printers write lines of their own before it. */
    private static final int PDF_HEADER_WITHIN = 1024;

    /** Empty when it is no whole file of a known type. */
    static Optional<FileContent> of(byte[] bytes) {
        try {
            return image(bytes).or(() -> pdf(bytes));
        } catch (IndexOutOfBoundsException endsTooEarly) {
            return Optional.empty();
        }
    }

    private static Optional<FileContent> image(byte[] bytes) {
        ImageHeader header = new ImageHeader(bytes);
        return header.type().flatMap(type -> Optional.ofNullable(header.size(type))
                .filter(size -> size.width() > 0 && size.height() > 0)
                .map(size -> new FileContent(type, size)));
    }

    /** PDF (ISO 32000-2), section 7.5: a header, and at the end where to begin reading. */
    private static Optional<FileContent> pdf(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        int start = beginning.indexOf(PDF_HEADER);
        // Markup before the header would make it a page to whoever reads it as one.
        if (start < 0 || beginning.lastIndexOf('<', start) >= 0
                || Character.digit(bytes[start + PDF_HEADER.length()], 10) < 1) {
            return Optional.empty();
        }
        int end = lastIndexOf(bytes, "%%EOF", bytes.length);
        return lastIndexOf(bytes, "startxref", end) > start
                ? Optional.of(new FileContent(FileType.PDF, null)) : Optional.empty();
    }

    /** Where the word stands for the last time before that place; negative where it does not. */
    private static int lastIndexOf(byte[] bytes, String word, int before) {
        byte[] sought = word.getBytes(StandardCharsets.ISO_8859_1);
        int at = before - sought.length;
        while (at >= 0 && !Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
            at--;
        }
        return at;
    }
}
