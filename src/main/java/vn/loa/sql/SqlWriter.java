package vn.loa.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Changes rows that are no entities, and takes locks, in the present transaction, or without one. What entities have
 * changed must be sent to the database before ({@code EntityManager.flush}) if the statement depends on it.
 */
@ApplicationScoped
public class SqlWriter {

    /** Only what this version of PostgreSQL knows is set. */
    private static final NamedSql PAUSES = NamedSql.of("select set_config(name, :longest, true) from pg_settings "
            + "where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')");

    private final DataSource database;

    SqlWriter(DataSource database) {
        this.database = database;
    }

    /**
     * How many rows were changed.
     *
     * @throws UncheckedSqlException when the database fails
     */
    public int update(NamedSql sql) {
        try (Connection connection = database.getConnection()) {
            return Statements.update(connection, sql);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** Runs a statement that answers with rows, such as a call or a lock, for its effect. */
    public void call(NamedSql sql) {
        try (Connection connection = database.getConnection()) {
            Statements.each(connection, sql.positional(), sql.positionalValues(), 0, row -> { });
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /**
     * Lets the present transaction do nothing at the database for so long. The database ends other sessions of which it hears nothing in a
     * transaction for two minutes, and with this one it waits no longer than it must: the locks of an instance that vanished are free then.
     */
    public void allowPauses(Duration longest) {
        call(PAUSES.with("longest", Long.toString(longest.toMillis())));
    }

    /** Waits for a lock of this number, across instances, and holds it until the transaction ends. */
    public void lock(long number) {
        call(NamedSql.of("select pg_advisory_xact_lock(:number)").with("number", number));
    }
}
