package vn.loa.text.consolidate;

import java.util.Locale;
import vn.loa.text.structure.Subject;

/** Which documents are the same. */
final class Documents {
    private Documents() {}

    /** By the number, or by type and title where there is none; and by the day, where both have one. */
    static boolean same(Subject one, Subject other) {
        boolean days = one.issuedOn() == null || other.issuedOn() == null || one.issuedOn().equals(other.issuedOn());
        String key = key(one);
        return days && !key.isEmpty() && key.equals(key(other));
    }

    /** Empty when nothing can be found by it. */
    static String key(Subject document) {
        if (document.number() != null) {
            return document.number().key();
        }
        return document.title() == null ? "" : (document.type() + " " + document.title()).toLowerCase(Locale.ROOT);
    }
}
