package vn.loa.article;

import vn.loa.text.fold.VietnameseText;

/**
 * The editor's note on a publish.
 *
 * @param text for readers; may be null
 * @param minor whether the change is a small correction, which is not shown in the change history
 */
public record ChangeNote(String text, boolean minor) {

    /** In characters. */
    public static final int LONGEST = 2000;
    public static final ChangeNote NONE = new ChangeNote(null, false);

    /** Removes invisible characters; null when nothing is left. */
    public static String clean(String text) {
        return VietnameseText.lines(text);
    }
}
