package vn.loa.article.publish;

import java.util.Locale;

/** What the public sees happen to an article. */
public enum ChangeKind {
    /** The article was not public before, or was withdrawn or removed. */
    PUBLISHED,
    /** The article has another text or slug. */
    UPDATED,
    /** The article is still readable, with a notice. */
    WITHDRAWN,
    /** The article is no longer here. */
    REMOVED,
    /** An editor said something else about what is in force: the text is as it was. */
    EFFECTS_CHANGED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
