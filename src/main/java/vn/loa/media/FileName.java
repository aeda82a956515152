package vn.loa.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import vn.loa.text.fold.VietnameseText;

/** The name that a file is saved under: one line in NFC, without a path, and with the extension of what it is. */
record FileName(String value) {

    /** UTF-16 units, the extension included. File systems have 255 bytes, which readers' own may shorten further. */
    static final int MAX_LENGTH = 200;

    /**
     * The name that remains of what somebody called a file: the path goes, and so do characters that cannot be seen
     * (they can turn {@code gpj.exe} around for the eye) and the dots and spaces that hide files or that systems drop.
     *
     * @return empty when nothing remains
     */
    static Optional<FileName> of(String given, FileType type) {
        String line = VietnameseText.oneLine(given.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
        String name = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1)
                .replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        boolean named = dot > 0 && type.extensions().contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        String stem = named ? name.substring(0, dot) : name;
        String extension = named ? name.substring(dot) : "." + type.extensions().get(0);
        return VietnameseText.line(stem) == null ? Optional.empty()
                : Optional.of(new FileName(cut(stem, MAX_LENGTH - extension.length()) + extension));
    }

    /** At most so long, and never between the halves of a character. */
    private static String cut(String stem, int length) {
        if (stem.length() <= length) {
            return stem;
        }
        int end = Character.isHighSurrogate(stem.charAt(length - 1)) ? length - 1 : length;
        return stem.substring(0, end).stripTrailing();
    }

    /**
     * The {@code Content-Disposition} (RFC 6266): the name as it is (RFC 8187), and one in ASCII for those who do not
     * read that.
     *
     * @param kind {@code inline} or {@code attachment}
     */
    String disposition(String kind) {
        return kind + "; filename=\"" + ascii() + "\"; filename*=UTF-8''"
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }

    /** Percent signs go too: some browsers would decode them. */
    private String ascii() {
        return Normalizer.normalize(value.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "").replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
    }
}
