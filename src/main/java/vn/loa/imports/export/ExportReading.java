package vn.loa.imports.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.imports.dump.Audience;
import vn.loa.imports.dump.DumpFault;
import vn.loa.imports.dump.DumpTable;
import vn.loa.imports.dump.DumpTables;
import vn.loa.imports.dump.SchemaMigrations;

/** Reads the lines of an uploaded export, table by table, and says what is wrong with them. */
@ApplicationScoped
class ExportReading {

    /** Takes the lines of a table. */
    interface Target {

        void load(DumpTable table, ExportLines lines) throws SQLException, IOException;
    }

    private final ExportStore store;
    private final ExportRepository exports;
    private final ExportBytes bytes;

    ExportReading(ExportStore store, ExportRepository exports, ExportBytes bytes) {
        this.store = store;
        this.exports = exports;
        this.bytes = bytes;
    }

    ExportLines lines(OpenExport export) {
        return new ExportLines(bytes, export, exports.parts(export.id()));
    }

    /**
     * Reads up to the first row.
     *
     * @throws ExportFault when it is a public export, or of another version
     */
    ExportHeader header(ExportLines lines) throws IOException {
        ExportHeader header = lines.header();
        if (!"full".equals(header.of())) {
            throw new ExportFault("Only a full export can be imported; this one has what the public may read.");
        }
        if (!SchemaMigrations.newest().equals(header.schema())) {
            throw new ExportFault("Loa " + header.loa() + " wrote this export (its schema has the number " + header.schema()
                    + ", this one " + SchemaMigrations.newest() + "): both must be of one version. Bring the older one up to date, "
                    + "and export again where it was that one.");
        }
        return header;
    }

    /** @throws ExportFault when the lines are none that Loa has written, or some are missing */
    void tables(OpenExport export, ExportLines lines, Target into) throws SQLException, IOException {
        Map<String, DumpTable> tables = DumpTables.ALL.stream().filter(table -> table.isFor(Audience.ADMIN))
                .collect(Collectors.toMap(DumpTable::name, Function.identity()));
        int kinds = 0;
        while (lines.kind() != null) {
            DumpTable table = tables.get(lines.kind());
            if (table == null) {
                throw new ExportFault("There is no table for lines of the kind " + lines.kind() + ".");
            }
            load(table, lines, into);
            int done = ++kinds;
            // At once, and not with the transaction in which the rows are stored.
            QuarkusTransaction.suspendingExisting().run(() -> store.progress(export.id(), done, lines.count()));
        }
    }

    private static void load(DumpTable table, ExportLines lines, Target into) throws SQLException, IOException {
        try {
            into.load(table, lines);
        } catch (DumpFault e) {
            throw new ExportFault(e.getMessage() + ".");
        } catch (SQLException e) {
            throw orFault(e, "Lines of the kind " + table.name() + " do not fit: the export was changed.");
        }
    }

    /** What PostgreSQL says of values (classes 22 and 23 of its codes, and guards) is the fault of the lines. */
    static SQLException orFault(SQLException e, String fault) throws ExportFault {
        if (isOfValues(e.getSQLState())) {
            throw new ExportFault(fault);
        }
        return e;
    }

    static boolean isOfValues(String state) {
        return state != null && state.matches("(22|23|P0).*");
    }
}
