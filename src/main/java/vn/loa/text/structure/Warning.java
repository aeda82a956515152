package vn.loa.text.structure;

import java.util.Objects;

/**
 * A place in a text that the parser did not understand and kept as it stands, or a part of a body that was removed or
 * changed.
 *
 * @param code stable, for programs: section-number-out-of-sequence
 * @param message for people
 * @param near the first words of the paragraph, or null
 * @param at the eId of the paragraph, or of the section when the section has none; null for a warning without a place
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
