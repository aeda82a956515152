package vn.loa.text.consolidate;

import java.util.Locale;
import java.util.Objects;
import vn.loa.text.structure.EId;

/**
 * Words of a proposal that differ from those of the official consolidated text.
 *
 * @param at the provision in which they stand
 * @param proposed the words of the proposal; empty where it has none
 * @param official the words of the official text; empty where it has none
 */
public record Difference(EId at, Cause cause, String proposed, String official) {
    public Difference {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(cause, "cause");
    }

    /** Why the words differ, as far as the two texts tell. */
    public enum Cause {
        /** The proposal changed the provision. */
        CHANGED,
        /** The proposal left an instruction alone that is about the provision. */
        NOT_APPLIED,
        /** No amendment touches the provision; only capitals, marks or spaces differ. */
        SPELLING,
        /** No amendment touches the provision, and the official text names none there: the two prints differ. */
        PRINT,
        /** The official text names an amendment there of which the proposal knows nothing. */
        UNEXPLAINED;

        /** The cause's name in JSON: "not-applied". */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
