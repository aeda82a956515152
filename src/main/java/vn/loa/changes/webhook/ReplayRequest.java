package vn.loa.changes.webhook;

import jakarta.validation.constraints.NotNull;
import vn.loa.listing.Cursor;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.ProblemException;

/**
 * Which messages are sent again.
 *
 * @param after the cursor behind which they begin
 * @param upTo the cursor of the last one; null for all that were sent
 */
record ReplayRequest(
        @NotNull(message = "must be given")
        String after,
        String upTo) {

    /** The number in a cursor; null when there is none, or it was added to the errors. */
    static Long number(String cursor, String pointer, FieldErrors errors) {
        if (cursor == null || errors.has(pointer)) {
            return null;
        }
        try {
            long number = Cursor.parse(cursor, 1).number(0);
            if (number >= 0) {
                return number;
            }
        } catch (ProblemException e) {
            // Named below by its field.
        }
        errors.add(pointer, "invalid-cursor", "is not a cursor of the log of changes");
        return null;
    }
}
