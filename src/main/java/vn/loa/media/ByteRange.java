package vn.loa.media;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param start the first byte, from 0
 * @param length how many bytes; 0 only for a part that the file does not have
 */
record ByteRange(long start, long length) {

    private static final Pattern UNIT = Pattern.compile("\\s*bytes\\s*=(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPEC = Pattern.compile("([0-9]*)-([0-9]*)");

    /** The whole of a file. */
    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * What a {@code Range} header asks for (RFC 9110, section 14.2).
     *
     * @return empty when it is to be ignored, as the RFC has it: it is not understood, or asks for several parts, which
     *         nobody here needs; a part of length 0 when the file has no such bytes
     */
    static Optional<ByteRange> parse(String header, long size) {
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

    /** A number of any length, or the limit when it is more. */
    private static long atMost(String digits, long limit) {
        return new BigInteger(digits).min(BigInteger.valueOf(limit)).longValue();
    }

    /** As {@code Content-Range} has it: {@code bytes 0-99/20480}. */
    String contentRange(long size) {
        return "bytes " + start + "-" + (start + length - 1) + "/" + size;
    }
}
