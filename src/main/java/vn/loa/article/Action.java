package vn.loa.article;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step in an article's life. */
@Schema(description = "A step in an article's life.",
        enumeration = {"edit", "publish", "withdraw", "remove", "discard-draft", "restore"})
public enum Action {
    /** Saving the working copy. */
    EDIT,
    /** Making the working copy what the public reads; at once or at a time. */
    PUBLISH,
    /** Putting a notice on it; it stays readable. */
    WITHDRAW,
    /** Taking it away. */
    REMOVE,
    /** Throwing the working copy away, and with it an article that was never published. */
    DISCARD_DRAFT,
    /** Making an old revision the working copy. */
    RESTORE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
