package vn.loa.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.number.DocumentNumberScanner;

/** The name under which a file is saved: one line in NFC, without a path, with the extension of the file's type. */
record FileName(String value) {

    /** In UTF-16 code units, with the extension. File systems allow 255 bytes, and browsers may shorten further. */
    static final int MAX_LENGTH = 200;

    /**
     * Makes a safe name of a client's file name. The slash of a document number becomes a hyphen. Removes the path, invisible characters (they can make {@code gpj.exe}
     * look like another name), and the leading and trailing dots and spaces that hide files or that systems drop.
     *
     * @return empty when nothing remains
     */
    static Optional<FileName> of(String given, FileType type) {
        String line = VietnameseText.oneLine(given.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
        String flat = numbersWithHyphens(line);
        String name = flat.substring(Math.max(flat.lastIndexOf('/'), flat.lastIndexOf('\\')) + 1)
                .replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        boolean named = dot > 0 && type.extensions().contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        String stem = named ? name.substring(0, dot) : name;
        String extension = named ? name.substring(dot) : "." + type.extensions().get(0);
        return VietnameseText.line(stem) == null ? Optional.empty()
                : Optional.of(new FileName(cut(stem, MAX_LENGTH - extension.length()) + extension));
    }

    /** {@code 41/QĐ-UBND} is the number of a document, and no folder with a file. */
    private static String numbersWithHyphens(String line) {
        StringBuilder flat = new StringBuilder(line);
        DocumentNumberScanner.scan(line, found -> {
            for (int i = found.start(); !found.bare() && i < found.end(); i++) {
                if (line.charAt(i) == '/') {
                    flat.setCharAt(i, '-');
                }
            }
            return true;
        });
        return flat.toString();
    }

    /** The same name for a file of another type. */
    FileName as(FileType type) {
        String extension = value.substring(value.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return type.extensions().contains(extension) ? this
                : new FileName(value.substring(0, value.lastIndexOf('.') + 1) + type.extensions().get(0));
    }

    /** At most {@code length} code units, never splitting a surrogate pair. */
    private static String cut(String stem, int length) {
        if (stem.length() <= length) {
            return stem;
        }
        int end = Character.isHighSurrogate(stem.charAt(length - 1)) ? length - 1 : length;
        return stem.substring(0, end).stripTrailing();
    }

    /**
     * The value of {@code Content-Disposition} (RFC 6266): the name itself (RFC 8187), and an ASCII name for clients
     * that do not read it.
     *
     * @param kind {@code inline} or {@code attachment}
     */
    String disposition(String kind) {
        return kind + "; filename=\"" + ascii() + "\"; filename*=UTF-8''"
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }

    /** Replaces percent signs too, because some browsers would decode them. */
    private String ascii() {
        return Normalizer.normalize(value.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "").replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
    }
}
