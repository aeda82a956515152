package vn.loa.article;

import vn.loa.text.fold.VietnameseText;

/**
 * What a publish changes.
 *
 * @param text for readers; may be null
 * @param minor a correction that readers need not hear of
 */
public record ChangeNote(String text, boolean minor) {

    public static final ChangeNote NONE = new ChangeNote(null, false);

    /** Words for readers, without what cannot be seen; null when nothing is left. */
    public static String clean(String text) {
        return VietnameseText.lines(text);
    }
}
