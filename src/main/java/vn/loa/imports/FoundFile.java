package vn.loa.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A picture or a file to which a page's text leads. It can be fetched and uploaded by whoever imports.
 *
 * @param address absolute where the page says where it stands; else as the page writes it
 * @param text the alternative text of a picture, the words of a link; null when it has none
 */
record FoundFile(
        Kind kind,
        String address,
        String text) {

    enum Kind {
        PICTURE, FILE;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
