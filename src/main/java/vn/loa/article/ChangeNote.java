package vn.loa.article;

import vn.loa.text.VietnameseText;

/**
 * What a publish changes.
 *
 * @param text for readers; may be null
 * @param minor a correction that readers need not hear of
 */
record ChangeNote(String text, boolean minor) {

    static final ChangeNote NONE = new ChangeNote(null, false);

    /** Words for readers, without what cannot be seen; null when nothing is left. */
    static String clean(String text) {
        return VietnameseText.lines(text);
    }
}
