package vn.loa.http.answer;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of a file's bytes.
 *
 * @param start the first byte, from 0
 * @param length in bytes; 0 only for a range that the file does not have
 */
public record ByteRange(long start, long length) {

    private static final Pattern UNIT = Pattern.compile("\\s*bytes\\s*=(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPEC = Pattern.compile("([0-9]*)-([0-9]*)");

    /** The whole file. */
    public static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * Reads a {@code Range} header (RFC 9110, section 14.2).
     *
     * @return empty when the header is to be ignored, as the RFC permits: it is malformed or asks for several
     *     ranges, which no client of Loa needs; a range of length 0 when the file has none of the bytes
     */
    public static Optional<ByteRange> parse(String header, long size) {
        Matcher unit = UNIT.matcher(header);
        if (!unit.matches()) {
            return Optional.empty();
        }
        // Lists may have empty elements (RFC 9110, section 5.6.1).
        List<String> specs = Arrays.stream(unit.group(1).split(",")).map(String::strip)
                .filter(spec -> !spec.isEmpty()).toList();
        Matcher spec = SPEC.matcher(specs.size() == 1 ? specs.get(0) : "");
        if (!spec.matches() || spec.group().length() == 1) {
            return Optional.empty();
        }
        if (spec.group(1).isEmpty()) {
            long length = atMost(spec.group(2), size);
            return Optional.of(new ByteRange(size - length, length));
        }
        if (!spec.group(2).isEmpty() && new BigInteger(spec.group(2)).compareTo(new BigInteger(spec.group(1))) < 0) {
            return Optional.empty();
        }
        long start = atMost(spec.group(1), size);
        long end = spec.group(2).isEmpty() ? size : Math.min(atMost(spec.group(2), size) + 1, size);
        return Optional.of(new ByteRange(start, end - start));
    }

    /** A number of any length, at most the limit. */
    private static long atMost(String digits, long limit) {
        return new BigInteger(digits).min(BigInteger.valueOf(limit)).longValue();
    }

    /** The value of {@code Content-Range}: {@code bytes 0-99/20480}. */
    public String contentRange(long size) {
        return "bytes " + start + "-" + (start + length - 1) + "/" + size;
    }
}
