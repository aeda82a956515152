package vn.loa.article;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an article stands in its life. */
@Schema(enumeration = {"draft", "scheduled", "published", "withdrawn", "gone"},
        description = "Where the article stands: `withdrawn` is still readable, with a notice; `gone` is not.")
public enum State {
    DRAFT, SCHEDULED, PUBLISHED, WITHDRAWN, GONE;

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
