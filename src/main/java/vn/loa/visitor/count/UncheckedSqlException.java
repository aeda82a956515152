package vn.loa.visitor.count;

import java.sql.SQLException;

/** The database failed; where this is handled it does not matter how. */
class UncheckedSqlException extends RuntimeException {

    UncheckedSqlException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the database did not like what it was given: classes 22 (data) and 23 (constraints). */
    boolean isOfTheData() {
        String state = String.valueOf(((SQLException) getCause()).getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }
}
