package vn.loa.article;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A step in an article's life cycle. */
public enum Action {
    /** Saves the working copy. */
    EDIT,
    /** Publishes the working copy, at once or at a scheduled time. */
    PUBLISH,
    /** Adds a notice to the article, which stays readable. */
    WITHDRAW,
    /** Takes the article away from readers. */
    REMOVE,
    /** Deletes the working copy, and an article that was never published with it. */
    DISCARD_DRAFT,
    /** Makes an old revision the working copy. */
    RESTORE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
