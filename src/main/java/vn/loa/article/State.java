package vn.loa.article;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of an article. */
@Schema(enumeration = {"draft", "scheduled", "published", "withdrawn", "gone"},
        description = "Where the article stands: `withdrawn` is still readable, with a notice; `gone` is not.")
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
