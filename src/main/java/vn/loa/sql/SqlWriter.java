package vn.loa.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Changes rows that are no entities, and takes locks, in the present transaction, or without one. What entities have
 * changed must be sent to the database before ({@code EntityManager.flush}) if the statement depends on it.
 */
@ApplicationScoped
public class SqlWriter {

    /**
     * Only what this version of PostgreSQL knows. The limit of whole transactions is lifted: one that runs already would go on under
     * another value. So the other one, which ends the session of an instance that vanished, is set also where there was none.
     */
    private static final NamedSql PAUSE = NamedSql.of("""
            select name, setting, set_config(name, case name when 'transaction_timeout' then '0' else :longest end, true)
            from pg_settings
            where case name when 'transaction_timeout' then setting <> '0'
                when 'idle_in_transaction_session_timeout' then setting::bigint < :longest::bigint
                else false end""");
    private static final NamedSql RESTORE = NamedSql.of(
            "select set_config(name, value, true) from unnest(:names::text[], :values::text[]) as former (name, value)");

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
     * Does work in the present transaction that asks the database for nothing for so long. The database ends other sessions of which it
     * hears nothing in a transaction for two minutes. During the work it waits longer, also for an instance that vanished, which keeps its
     * locks meanwhile; after it the former limits hold again, and that of the whole transaction begins anew. When the work fails,
     * the transaction must be rolled back.
     */
    public void pausing(Duration longest, Runnable work) {
        Map<String, String> former = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            NamedSql pause = PAUSE.with("longest", Long.toString(longest.toMillis()));
            Statements.each(connection, pause.positional(), pause.positionalValues(), 0, row -> former.put(row.text("name"), row.text("setting")));
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
        work.run();
        if (!former.isEmpty()) {
            call(RESTORE.with("names", List.copyOf(former.keySet())).with("values", List.copyOf(former.values())));
        }
    }

    /** Waits for a lock of this number, across instances, and holds it until the transaction ends. */
    public void lock(long number) {
        call(NamedSql.of("select pg_advisory_xact_lock(:number)").with("number", number));
    }
}
