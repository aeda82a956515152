package vn.loa.json;

import java.util.UUID;

/** Reads UUIDs in their canonical form only. */
public final class CanonicalUuid {

    private CanonicalUuid() {
    }

    /**
     * Stricter than {@code UUID.fromString}, which also takes shortened groups ("1-1-1-1-1"): these would give one resource
     * several addresses.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static UUID parse(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }
}
