package vn.loa.imports.archive;

/** What an entry is, by its content. */
public enum EntryKind {
    /** A page in HTML. */
    PAGE,
    /** A page as plain text. */
    TEXT,
    /** A PDF or a file of Word: an article of its own, or a file of the page that links to it. */
    DOCUMENT,
    PICTURE,
    /** An export of WordPress: see {@code vn.loa.imports.archive.wordpress}. */
    WORDPRESS
}
