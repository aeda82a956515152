package vn.loa.visitor.count;

import vn.loa.sql.UncheckedSqlException;

/** Somebody holds a row, or waited for one in a circle: nothing is stored, and nothing is wrong with what was to be. */
final class HeldUpException extends RuntimeException {

    HeldUpException(UncheckedSqlException cause) {
        super(cause.getMessage(), cause);
    }
}
