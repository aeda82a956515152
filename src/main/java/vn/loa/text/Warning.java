package vn.loa.text;

import java.util.Objects;

/**
 * Something in a text that could not be understood and was kept as it stands.
 *
 * @param code stable, for programs: section-number-out-of-sequence
 * @param message for people
 * @param near the start of the place in the text, or null
 * @param at the address of the paragraph, or of the section when the section has none; null when it is about no place
 */
public record Warning(String code, String message, String near, EId at) {
    public Warning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    public Warning(String code, String message, String near) {
        this(code, message, near, null);
    }
}
