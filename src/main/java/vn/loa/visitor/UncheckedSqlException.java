package vn.loa.visitor;

import java.sql.SQLException;

/** The database failed; where this is handled it does not matter how. */
class UncheckedSqlException extends RuntimeException {

    UncheckedSqlException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
