package vn.loa.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Words of a page that are no part of the article that was made of it, as one line. */
record LeftOut(
        Reason reason,
        String text) {

    /** Why words were left out. */
    enum Reason {
        /** readers of the page do not see them */
        HIDDEN,
        /** they stand apart from the article's text: names, menus, comments, related articles */
        APART,
        /** they belong to the print: running heads, page numbers, stamps of signatures, rules */
        PRINT;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
