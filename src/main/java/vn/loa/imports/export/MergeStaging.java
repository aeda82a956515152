package vn.loa.imports.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.loa.imports.dump.Audience;
import vn.loa.imports.dump.DumpReader;
import vn.loa.imports.dump.DumpTable;
import vn.loa.imports.dump.DumpTables;

/** Puts the rows of an export into temporary tables, which last as long as the transaction: {@code merging_article} and so on. */
final class MergeStaging implements ExportReading.Target {

    /** What the statements of a merge look for; PostgreSQL itself makes none for temporary tables. */
    private static final List<String> INDEXES = List.of("article (id)", "revision (id)", "revision (article_id)", "section (id)",
            "section (article_id, id)", "slug (slug)", "category (id)", "media (sha256)");

    private final Connection connection;
    private final DumpReader reader;
    private final Set<String> loaded = new HashSet<>();

    /** @param connection in the transaction of the merge */
    MergeStaging(Connection connection) throws SQLException {
        this.connection = connection;
        this.reader = new DumpReader(connection);
        for (DumpTable table : DumpTables.ALL) {
            if (table.isFor(Audience.ADMIN) && !MergeTables.isSkipped(table.name())) {
                // Neither keys nor generated columns: a column that is generated there is a mere column here, and stays null.
                execute("create temporary table merging_" + table.name() + " (like " + table.name() + ") on commit drop");
            }
        }
    }

    @Override
    public void load(DumpTable table, ExportLines lines) throws SQLException, IOException {
        String name = table.name();
        if (!loaded.add(name)) {
            throw new ExportFault("Lines of the kind " + name + " stand in two places.");
        }
        if (MergeTables.isSkipped(table.name())) {
            while (lines.take(name) != null) {
                // A line that is left out.
            }
        } else {
            reader.read("merging_" + name, table.columns(Audience.ADMIN), table.content(), () -> lines.take(name));
        }
    }

    /** Lets the statements that follow find rows. */
    void finish() throws SQLException {
        for (String index : INDEXES) {
            execute("create index on merging_" + index);
        }
        for (String name : loaded) {
            if (!MergeTables.isSkipped(name)) {
                execute("analyze merging_" + name);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
