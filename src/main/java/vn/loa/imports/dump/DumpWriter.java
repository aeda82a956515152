package vn.loa.imports.dump;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Writes rows as lines of JSON, all from one snapshot. PostgreSQL makes the JSON and sends row by row ({@code COPY}), so that
 * there is never more than one row in memory, and bytes of any length come in pieces of 768 kB.
 */
public final class DumpWriter {

    /** Takes what is written. */
    public interface LineSink {

        /** @param line of JSON, in UTF-8, without a line break; valid until this returns */
        void line(byte[] line, int length) throws IOException;
    }

    /** A multiple of three, so that pieces of Base64 stand one behind the other. */
    private static final int PIECE = 768 * 1024;
    /** Behind each piece: whether another one follows. Its name is none that a column has. */
    static final String MORE = "@more";

    private static final String SNAPSHOT = "begin isolation level repeatable read, read only";
    /** Whoever reads slowly is not thrown out. Only what this version of PostgreSQL knows is set. */
    static final String NO_TIMEOUTS = """
            select set_config(name, '0', true) from pg_settings where name in ('statement_timeout', 'transaction_timeout',
                'idle_in_transaction_session_timeout', 'max_parallel_workers_per_gather')""";
    private static final String UTC = "set local time zone 'UTC'";

    private final Connection connection;

    /**
     * @param connection in a transaction of its own that sees one snapshot (isolation level repeatable read): see
     *     {@link #begin}
     */
    public DumpWriter(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(UTC);
            statement.execute(NO_TIMEOUTS);
        }
    }

    /**
     * Begins the transaction. No table can be changed in its form until it ends, and nothing else waits for it.
     *
     * @return when the snapshot was taken
     */
    public static Instant begin(Connection connection, Audience audience) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SNAPSHOT);
            statement.execute("lock table " + DumpTables.ALL.stream().filter(table -> table.isFor(audience))
                    .map(table -> DumpColumn.quoted(table.name())).collect(Collectors.joining(", ")) + " in access share mode");
            try (ResultSet now = statement.executeQuery("select clock_timestamp()")) {
                now.next();
                return now.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    /** Ends what {@link #begin} began. */
    public static void end(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        }
    }

    /**
     * Writes a line for each row (or piece of a row) that the audience gets.
     *
     * @return how many lines
     * @throws SQLException when the database fails, or the table has other columns than those that are declared
     */
    public long write(DumpTable table, Audience audience, LineSink sink) throws SQLException, IOException {
        CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                "copy (select row_to_json(\"@row\") from (" + select(table, audience) + ") \"@row\") to stdout");
        boolean done = false;
        try {
            long lines = 0;
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                sink.line(row, CopyText.unescape(row));
                lines++;
            }
            done = true;
            return lines;
        } finally {
            if (!done && rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }

    private String select(DumpTable table, Audience audience) throws SQLException {
        Map<String, DumpColumn> there = DumpColumn.of(table.name(), connection);
        List<String> columns = table.columns(audience);
        if (!there.keySet().containsAll(columns)) {
            throw new SQLException("The table " + table.name() + " lacks a column of " + columns);
        }
        String from = DumpColumn.quoted(table.name()) + " where " + table.rows(audience);
        String content = table.content().orElse(null);
        List<String> expressions = new ArrayList<>(columns.stream().filter(column -> !column.equals(content))
                .map(column -> there.get(column).expression()).toList());
        if (content == null) {
            return "select " + String.join(", ", expressions) + " from " + from;
        }
        String bytes = DumpColumn.quoted(content);
        expressions.add(DumpColumn.base64("substring(" + bytes + " from piece * " + PIECE + " + 1 for " + PIECE + ")") + " as " + bytes);
        expressions.add("(piece + 1) * " + PIECE + " < octet_length(" + bytes + ") as " + DumpColumn.quoted(MORE));
        // The pieces of one row follow each other, because they are made of it one after the other.
        return "select " + String.join(", ", expressions) + " from (select *, generate_series(0, greatest(coalesce(octet_length("
                + bytes + "), 0) - 1, 0) / " + PIECE + ") as piece from " + from + ") pieces";
    }
}
