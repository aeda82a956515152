package vn.loa.visitor.count;

import vn.loa.sql.UncheckedSqlException;

/** Another transaction holds a row, or there was a deadlock. Nothing is stored, and nothing is wrong with the hits. */
final class HeldUpException extends RuntimeException {

    HeldUpException(UncheckedSqlException cause) {
        super(cause.getMessage(), cause);
    }
}
