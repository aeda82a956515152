package vn.loa.imports.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Keeps workers waiting that import under a key of a source, or lead links of the article that has it. */
final class HeldKey implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Connection connection;

    private HeldKey(Connection connection) {
        this.connection = connection;
    }

    static HeldKey of(DataSource database, String sourceName, String source) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 42))")) {
            lock.setString(1, sourceName + " " + source);
            lock.execute();
        }
        return new HeldKey(connection);
    }

    /** Returns when so many workers wait. */
    void awaitWorkers(int many) throws SQLException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (waiting() < many) {
            assertTrue(System.currentTimeMillis() < end, "no worker waits for the key");
            Arc.container().instance(ImportWorkers.class).get().look();
            Jobs.pause();
        }
    }

    private long waiting() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void release() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
