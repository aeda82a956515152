package vn.loa.article;

/**
 * What a publish changes.
 *
 * @param text for readers; may be null
 * @param minor a correction that readers need not hear of
 */
record ChangeNote(String text, boolean minor) {

    static final ChangeNote NONE = new ChangeNote(null, false);
}
