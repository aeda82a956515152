package vn.loa.article;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The state of an article. */
public enum State {
    DRAFT, SCHEDULED, PUBLISHED, WITHDRAWN, GONE;

    /** The word in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
