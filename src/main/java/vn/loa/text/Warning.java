package vn.loa.text;

import java.util.Objects;

/**
 * Something in a text that could not be understood and was kept as it stands.
 *
 * @param code stable, for programs: section-number-out-of-sequence
 * @param message for people
 * @param near the start of the place in the text, or null
 */
public record Warning(String code, String message, String near) {
    public Warning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
