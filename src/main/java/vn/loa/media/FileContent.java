package vn.loa.media;

import java.nio.charset.StandardCharsets;
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

    private static Optional<FileContent> pdf(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(PDF_HEADER);
        // Markup before the header would make it a page to whoever reads it as one.
        boolean startsAsPdf = start >= 0 && start <= PDF_HEADER_WITHIN - PDF_HEADER.length()
                && text.lastIndexOf('<', start) < 0
                && Character.digit(text.charAt(start + PDF_HEADER.length()), 10) > 0;
        boolean endsAsPdf = startsAsPdf && text.indexOf("%%EOF", text.lastIndexOf("startxref")) > start
                && text.contains("startxref");
        return endsAsPdf ? Optional.of(new FileContent(FileType.PDF, null)) : Optional.empty();
    }
}
