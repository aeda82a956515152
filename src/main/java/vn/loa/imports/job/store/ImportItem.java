package vn.loa.imports.job.store;

import java.util.List;
import java.util.Locale;

/**
 * One thing to import.
 *
 * @param source its key: an item that is sent again under it updates what was imported
 * @param address where it stood; null when that is not known
 * @param keys words by which links of other items find it, the surest first
 * @param mediaType of a page's content; null for other kinds
 * @param fileName of a file; null for other kinds
 * @param notes what was noticed when it was found, in sentences
 * @param content an article as JSON, a page, or a file
 */
public record ImportItem(Kind kind, String source, String address, List<String> keys, String mediaType, String fileName,
        List<String> notes, byte[] content) {

    /** The longest key, in characters: an index of the database takes 2,700 bytes. */
    public static final int LONGEST_SOURCE = 500;

    /** What an item is. */
    public enum Kind {
        /** An article as JSON. */
        ARTICLE,
        /** A page, or a document, that is read and becomes an article. */
        PAGE,
        /** A picture or a file that articles carry. */
        FILE;

        /** The word in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether PostgreSQL can look for a text: it refuses U+0000, and half a surrogate pair is no character. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Whether a text can be a key or a name: it has some characters, and no control characters. */
    public static boolean isWord(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(c -> Character.isISOControl(c)
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
