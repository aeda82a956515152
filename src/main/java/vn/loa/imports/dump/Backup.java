package vn.loa.imports.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes everything that a database has, but what is made anew, as it was at one instant. Whoever works on it goes on. */
public final class Backup {

    private static final int BUFFER = 1 << 16;

    private Backup() {
    }

    /**
     * Writes a backup, and does not close the stream.
     *
     * @param connection that nobody else uses
     * @param loa the version of this Loa
     * @throws DumpFault when the schema is not that of this Loa
     */
    public static DumpHeader write(Connection connection, String loa, OutputStream out) throws SQLException, IOException {
        requireSchema(connection);
        Instant at = DumpWriter.begin(connection, Audience.BACKUP);
        try {
            GZIPOutputStream compressed = new QuickGzip(out);
            DumpHeader header = new DumpHeader(DumpHeader.FORMAT, loa, SchemaMigrations.newest(), at.toString());
            DumpFileWriter file = new DumpFileWriter(compressed);
            file.begin(header);
            // Who reads this knows that the snapshot has been taken.
            compressed.flush();
            DumpWriter rows = new DumpWriter(connection);
            for (DumpTable table : DumpTables.ALL) {
                file.beginTable(table.name(), table.columns(Audience.BACKUP), table.content());
                rows.write(table, Audience.BACKUP, file);
                file.endTable(table.name());
            }
            file.end();
            compressed.finish();
            return header;
        } finally {
            DumpWriter.end(connection);
        }
    }

    /** The tables that are written are those that this version knows. */
    private static void requireSchema(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (!isThere("flyway_schema_history", statement)) {
                throw new DumpFault("This database has nothing of Loa yet: it is made when Loa starts for the first time");
            }
            String version = text("select version from flyway_schema_history where success and version is not null "
                    + "order by installed_rank desc limit 1", statement);
            if (!SchemaMigrations.newest().equals(version)) {
                throw new DumpFault("This database belongs to another version of Loa (its schema has the number " + version
                        + ", this Loa makes " + SchemaMigrations.newest() + "): let that version write the backup");
            }
        }
    }

    private static boolean isThere(String table, Statement statement) throws SQLException {
        return text("select to_regclass('" + table + "')::text", statement) != null;
    }

    private static String text(String query, Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : null;
        }
    }

    /** Loa has two cores, perhaps, and goes on: three times as quick, and files are compressed already. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER, true);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
