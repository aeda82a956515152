package vn.loa.sql;

import java.sql.SQLException;

/** A statement failed. The cause says how. */
public final class UncheckedSqlException extends RuntimeException {

    public UncheckedSqlException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** SQLSTATE; an empty string if the driver gives none. */
    public String state() {
        String state = ((SQLException) getCause()).getSQLState();
        return state == null ? "" : state;
    }

    /** Whether the database refused the data that it was sent: classes 22 (data) and 23 (constraints). */
    public boolean isOfTheData() {
        return state().startsWith("22") || state().startsWith("23");
    }
}
