package vn.loa.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The rows that a subquery has packed into one text, because a statement of their own would take longer than they do: a line for each,
 * with tabs between the values. No value has a tab or a line break. Each value is read once, in order.
 */
public final class PackedValues {

    private final byte[] utf8;
    private int next;

    /** @param utf8 null for no rows */
    public PackedValues(byte[] utf8) {
        this.utf8 = utf8 == null ? new byte[0] : utf8;
    }

    /**
     * The SQL expression that packs rows into a text.
     *
     * @param order by which rows follow each other
     * @param expressions of the values of a row
     */
    public static String pack(String order, List<String> expressions) {
        return "string_agg(concat(" + String.join(", E'\\t', ", expressions) + "), E'\\n' order by " + order + ")";
    }

    public boolean hasNext() {
        return next < utf8.length;
    }

    /** The next value in UTF-8; null and an empty text are both null. */
    public byte[] utf8() {
        int begin = next;
        int end = end();
        next = end + 1;
        return end == begin ? null : Arrays.copyOfRange(utf8, begin, end);
    }

    /** The next value; null and an empty text are both null. */
    public String text() {
        int begin = next;
        int end = end();
        next = end + 1;
        return end == begin ? null : new String(utf8, begin, end - begin, StandardCharsets.UTF_8);
    }

    private int end() {
        int end = next;
        while (end < utf8.length && utf8[end] != '\t' && utf8[end] != '\n') {
            end++;
        }
        return end;
    }
}
