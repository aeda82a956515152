package vn.loa.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The place in an order after which the next page begins: the sort values of the last item, opaque to clients.
 *
 * @param values one may be null
 */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\n";
    /** No text has it. */
    private static final String NULL = "\0";

    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(value -> value == null ? null : value.toString()).toList());
    }

    /** @throws ProblemException 400 naming {@code cursor} when the text is no cursor with that many values */
    public static Cursor parse(String text, int values) {
        Cursor cursor = parse(text);
        if (cursor.values.size() != values || cursor.values.contains(null)) {
            throw invalid();
        }
        return cursor;
    }

    /** @throws ProblemException 400 naming {@code cursor} when the text is no cursor */
    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> values = new ArrayList<>();
            for (String part : plain.split(SEPARATOR, -1)) {
                if (!part.equals(NULL) && part.contains(NULL)) {
                    throw invalid();
                }
                values.add(part.equals(NULL) ? null : part);
            }
            return new Cursor(values);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    /**
     * A value, null where there is none.
     *
     * @param read throws IllegalArgumentException for what is no value
     * @throws ProblemException 400 when it cannot be read
     */
    <T> T read(int index, Function<String, T> read) {
        try {
            return values.get(index) == null ? null : read.apply(values.get(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** @throws ProblemException 400 when the value is no instant, or none that a database keeps */
    public Instant instant(int index) {
        return read(index, Instants::parse);
    }

    /** @throws ProblemException 400 when the value is no whole number */
    public long number(int index) {
        return read(index, Long::valueOf);
    }

    /** @throws ProblemException 400 when the value is no UUID */
    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    /** 400: it was not given by this list. */
    public static ProblemException invalid() {
        return Problem.invalidParameter("cursor", "invalid-cursor", "is not a cursor that this list gave").asException();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(values.stream().map(value -> value == null ? NULL : value)
                        .collect(Collectors.joining(SEPARATOR)).getBytes(StandardCharsets.UTF_8));
    }
}
