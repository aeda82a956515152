package vn.loa.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The place in an order after which the next page begins: the sort values of the last item, opaque to clients.
 *
 * @param parameter the one that carries it, for errors
 */
public record Cursor(String parameter, List<String> values) {

    /** The parameter of most lists. */
    private static final String USUAL = "cursor";
    private static final String SEPARATOR = "\n";

    public static Cursor of(Object... values) {
        return new Cursor(USUAL, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** @throws ProblemException 400 naming {@code cursor} when the text is no cursor with that many values */
    public static Cursor parse(String text, int values) {
        return parse(USUAL, text, values);
    }

    /** @throws ProblemException 400 naming the parameter when the text is no cursor with that many values */
    public static Cursor parse(String parameter, String text, int values) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() == values) {
                return new Cursor(parameter, parts);
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like every other text that is no cursor
        }
        throw invalid(parameter);
    }

    /** @throws ProblemException 400 when the value is no instant, or none that a database keeps */
    public Instant instant(int index) {
        try {
            return Instants.parse(values.get(index));
        } catch (IllegalArgumentException e) {
            throw invalid(parameter);
        }
    }

    /** @throws ProblemException 400 when the value is no whole number */
    public long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException e) {
            throw invalid(parameter);
        }
    }

    /** @throws ProblemException 400 when the value is no UUID */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(values.get(index));
        } catch (IllegalArgumentException e) {
            throw invalid(parameter);
        }
    }

    private static ProblemException invalid(String parameter) {
        return Problem.invalidParameter(parameter, "invalid-cursor", "is not a cursor that this list gave").asException();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }
}
