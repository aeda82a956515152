package vn.loa.listing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.json.InstantDeserializer;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;

/**
 * The position in a list's order after which the next page begins: the sort values of the last item, opaque to clients.
 *
 * @param parameter the query parameter that carries the cursor, for error messages
 * @param values the sort values; a value may be null
 */
public record Cursor(String parameter, List<String> values) {

    private static final String DEFAULT_PARAMETER = "cursor";
    private static final String SEPARATOR = "\n";
    /** Stands for a null value, because no text contains this character. */
    private static final String NULL = "\0";

    public static Cursor of(Object... values) {
        return new Cursor(DEFAULT_PARAMETER,
                Arrays.stream(values).map(value -> value == null ? null : value.toString()).toList());
    }

    /** @throws ProblemException 400 naming {@code cursor} when the text is not a cursor with that many values */
    public static Cursor parse(String text, int values) {
        return parse(DEFAULT_PARAMETER, text, values);
    }

    /** @throws ProblemException 400 naming the parameter when the text is not a cursor with that many values */
    public static Cursor parse(String parameter, String text, int values) {
        Cursor cursor = read(parameter, text);
        if (cursor.values.size() != values || cursor.values.stream().anyMatch(Objects::isNull)) {
            throw invalid(parameter);
        }
        return cursor;
    }

    /** @throws ProblemException 400 naming {@code cursor} when the text is not a cursor */
    static Cursor parse(String text) {
        return read(DEFAULT_PARAMETER, text);
    }

    private static Cursor read(String parameter, String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> values = new ArrayList<>();
            for (String part : plain.split(SEPARATOR, -1)) {
                if (!part.equals(NULL) && part.contains(NULL)) {
                    throw invalid(parameter);
                }
                values.add(part.equals(NULL) ? null : part);
            }
            return new Cursor(parameter, values);
        } catch (IllegalArgumentException notBase64) {
            throw invalid(parameter);
        }
    }

    /**
     * One of the values; null when the item has none.
     *
     * @param read throws IllegalArgumentException when it cannot read the text
     * @throws ProblemException 400 when the value cannot be read
     */
    <T> T read(int index, Function<String, T> read) {
        try {
            return values.get(index) == null ? null : read.apply(values.get(index));
        } catch (IllegalArgumentException e) {
            throw invalid(parameter);
        }
    }

    /** @throws ProblemException 400 when the value is not an instant that the database can store */
    public Instant instant(int index) {
        return read(index, InstantDeserializer::parse);
    }

    /** @throws ProblemException 400 when the value is not a whole number */
    public long number(int index) {
        return read(index, Long::valueOf);
    }

    /** @throws ProblemException 400 when the value is not a UUID */
    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    /** The problem (400) for a cursor that does not come from this list. */
    public static ProblemException invalid() {
        return invalid(DEFAULT_PARAMETER);
    }

    private static ProblemException invalid(String parameter) {
        return Problem.invalidParameter(parameter, "invalid-cursor", "is not a cursor that this list gave").asException();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(values.stream().map(value -> value == null ? NULL : value)
                        .collect(Collectors.joining(SEPARATOR)).getBytes(StandardCharsets.UTF_8));
    }
}
