package vn.loa.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The place in an order after which the next page begins: the sort values of the last item, opaque to clients. */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\n";

    public static Cursor of(Object... values) {
        return new Cursor(java.util.Arrays.stream(values).map(String::valueOf).toList());
    }

    /** @throws ProblemException 400 naming {@code cursor} when the text is no cursor with that many values */
    public static Cursor parse(String text, int values) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() == values) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like every other text that is no cursor
        }
        throw invalid();
    }

    public static ProblemException invalid() {
        return Problem.invalidParameter("cursor", "invalid-cursor", "is not a cursor that this list gave").asException();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }
}
