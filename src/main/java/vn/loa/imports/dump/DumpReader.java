package vn.loa.imports.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Stores what {@link DumpWriter} wrote. Rows come into a table by {@code COPY}, which makes generated columns, and takes
 * identities as they are. There is never more than one line in memory.
 */
public final class DumpReader {

    /** Gives the lines of a table, one by one. */
    public interface Lines {

        /** @return null behind the last one */
        String next() throws IOException;
    }

    private final Connection connection;

    /** @param connection in a transaction, which the caller ends */
    public DumpReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds a row for each line (or each row whose pieces are lines).
     *
     * @param table that is there; a temporary one of the same columns will do
     * @param columns that each line has
     * @param content the one of them that comes in pieces
     * @return how many rows
     * @throws DumpFault when the lines are not for this table
     */
    public long read(String table, List<String> columns, Optional<String> content, Lines lines) throws SQLException, IOException {
        Map<String, DumpColumn> there = DumpColumn.of(table, connection);
        List<String> unknown = columns.stream().filter(column -> !there.containsKey(column)).toList();
        if (!unknown.isEmpty()) {
            throw new DumpFault("The table " + table + " has no " + String.join(", ", unknown) + " in this version of the schema");
        }
        List<DumpColumn> order = new ArrayList<>(columns.stream().map(there::get)
                .filter(column -> !column.name().equals(content.orElse(null))).toList());
        // Its pieces are sent as they come, behind everything else.
        content.ifPresent(column -> order.add(there.get(column)));
        CopyIn rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + DumpColumn.quoted(table) + " ("
                + order.stream().map(column -> DumpColumn.quoted(column.name())).collect(Collectors.joining(", ")) + ") from stdin");
        boolean done = false;
        try {
            DumpRow row = new DumpRow(table, order, content.isPresent());
            for (String line = lines.next(); line != null; line = lines.next()) {
                byte[] part = row.read(line).toString().getBytes(StandardCharsets.UTF_8);
                rows.writeToCopy(part, 0, part.length);
            }
            row.requireEnd();
            done = true;
            return rows.endCopy();
        } finally {
            if (!done && rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }

    /** Numbers that identities give from now on are greater than those that are there. */
    public void continueIdentities(String table) throws SQLException {
        String find = """
                select a.attname, pg_get_serial_sequence('%1$s', a.attname) from pg_attribute a
                where a.attrelid = '%1$s'::regclass and a.attidentity <> '' and not a.attisdropped""".formatted(DumpColumn.quoted(table));
        try (Statement statement = connection.createStatement(); Statement setting = connection.createStatement();
                ResultSet found = statement.executeQuery(find)) {
            while (found.next()) {
                String column = DumpColumn.quoted(found.getString(1));
                setting.execute("select setval('" + found.getString(2) + "', greatest(max(" + column + "), 1), max(" + column
                        + ") is not null) from " + DumpColumn.quoted(table));
            }
        }
    }
}
