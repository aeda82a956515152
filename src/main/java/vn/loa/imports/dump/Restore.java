package vn.loa.imports.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a backup into an empty database. All of it is one transaction: whatever happens before its end, the database stays
 * empty.
 */
public final class Restore {

    /** Of the schema. What belongs to an extension is the server's. */
    private static final String FIND_ANYTHING = """
            select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
            and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e') limit 1""";
    private static final String SCHEMA = "select current_schema()";
    /** The backup has no index of words: vn.loa.search.index.SearchRebuild makes it when Loa starts. */
    private static final String MAKE_INDEX = "update search_index set grammar = 0, next_grammar = null";

    private final Path file;
    private final DumpHeader header;

    private Restore(Path file, DumpHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads a file from its beginning to its end.
     *
     * @throws DumpFault when it is not whole, or of a newer Loa
     */
    public static Restore of(Path file) throws IOException {
        try (DumpFileReader dump = open(file)) {
            DumpHeader header = dump.header();
            if (!SchemaMigrations.knows(header.schema())) {
                throw new DumpFault("Loa " + header.loa() + " wrote this file (its schema has the number " + header.schema()
                        + "); this Loa knows schemas up to " + SchemaMigrations.newest() + ". Take a newer Loa");
            }
            while (dump.nextTable() != null) {
                while (dump.nextRow() != null) {
                    // Read for the checksums alone.
                }
            }
            return new Restore(file, header);
        }
    }

    private static DumpFileReader open(Path file) throws IOException {
        return new DumpFileReader(Files.newInputStream(file));
    }

    public DumpHeader header() {
        return header;
    }

    /**
     * Makes the schema of the backup, stores its rows, and makes of it the schema of this Loa.
     *
     * @param connection that nobody else uses
     * @return how many rows
     * @throws DumpFault when the database is not empty, or the file not what it was when it was read
     */
    public long into(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(DumpWriter.NO_TIMEOUTS);
            requireEmpty(statement);
            SchemaMigrations.makeTables(header.schema(), connection);
            ForeignKeys keys = ForeignKeys.drop(connection);
            List<String> tables = new ArrayList<>();
            long rows = load(connection, statement, tables);
            keys.add();
            SchemaMigrations.finish(connection);
            statement.execute(MAKE_INDEX);
            for (String table : tables) {
                statement.execute("analyze " + table);
            }
            connection.commit();
            return rows;
        } catch (FlywayException e) {
            rollBack(connection, e);
            throw new SQLException("The schema could not be made: " + e.getMessage(), e);
        } catch (SQLException | IOException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** Of this schema: the file is not asked to fill the server's own tables, or that of the migrations. */
    private static void requireTable(String name, Statement statement) throws SQLException, IOException {
        try (ResultSet found = statement.executeQuery("select relname from pg_class where relkind in ('r', 'p') "
                + "and relnamespace = current_schema()::regnamespace and relname <> 'flyway_schema_history'")) {
            while (found.next()) {
                if (DumpColumn.quoted(found.getString(1)).equals(name)) {
                    return;
                }
            }
        }
        throw new DumpFault("The schema has no table " + name);
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // Then the server has rolled back.
            reason.addSuppressed(gone);
        }
    }

    private static void requireEmpty(Statement statement) throws SQLException, IOException {
        try (ResultSet schema = statement.executeQuery(SCHEMA)) {
            if (!schema.next() || schema.getString(1) == null) {
                throw new DumpFault("The database has no schema that Loa could use");
            }
        }
        try (ResultSet found = statement.executeQuery(FIND_ANYTHING)) {
            if (found.next()) {
                throw new DumpFault("The database is not empty (it has " + found.getString(1)
                        + "). A backup is restored into a new one only: make another database, or name another folder in loa.data");
            }
        }
    }

    private long load(Connection connection, Statement statement, List<String> tables) throws SQLException, IOException {
        DumpReader reader = new DumpReader(connection);
        long rows = 0;
        try (DumpFileReader dump = open(file)) {
            if (!dump.header().equals(header)) {
                throw new DumpFault("The file is another one than a moment ago");
            }
            for (DumpFileReader.Table table = dump.nextTable(); table != null; table = dump.nextTable()) {
                String name = DumpColumn.quoted(table.name());
                requireTable(name, statement);
                // Migrations have put rows into some.
                statement.execute("delete from " + name);
                rows += reader.read(table.name(), table.columns(), table.content(), dump::nextRow);
                reader.continueIdentities(table.name());
                tables.add(name);
            }
        }
        return rows;
    }
}
