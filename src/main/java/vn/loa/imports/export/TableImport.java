package vn.loa.imports.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.imports.dump.Audience;
import vn.loa.imports.dump.DumpReader;
import vn.loa.imports.dump.DumpTable;

/**
 * Stores the lines of each table. Most go right into it. An article comes as a draft first, because its state needs its text, whose
 * rows need the article; no guard of the database is taken away.
 */
final class TableImport {

    /** A key without its secret opens nothing: keys are made anew. */
    private static final Set<String> NEVER = Set.of("api_key");
    /** One row each, which the migrations have made. */
    private static final Set<String> REPLACED = Set.of("category_tree", "force_day", "effect_reading", "change_log", "sample_content");
    /** What was counted before the import is added to: the keys, and the sums. */
    private static final Map<String, List<String>> ADDED = Map.of(
            "site_hour", List.of("hour, slot", "visits visitors hits views"), "site_day", List.of("day", "visits visitors hits views"),
            "site_base", List.of("only_row", "total"), "dropped_hit", List.of("day, reason", "refused"));
    private static final String ARTICLE = "article";
    private static final String AUDIT = "audit";
    /** Of an article: null, or a draft's, until its text is there. */
    private static final List<String> OF_STATE = List.of("live_revision_id", "withdrawal_explanation", "withdrawn_at",
            "removal_explanation", "removed_at", "redirect_to", "listed");

    private final Connection connection;
    private final DumpReader reader;
    private final Set<String> loaded = new HashSet<>();

    TableImport(Connection connection) {
        this.connection = connection;
        this.reader = new DumpReader(connection);
    }

    /** Takes the lines of the table. */
    void load(DumpTable table, ExportLines lines) throws SQLException, IOException {
        String name = table.name();
        if (!loaded.add(name)) {
            throw new ExportFault("Lines of the kind " + name + " stand in two places.");
        }
        List<String> columns = table.columns(Audience.ADMIN);
        if (NEVER.contains(name)) {
            while (lines.take(name) != null) {
                // A line that is left out.
            }
        } else if (name.equals(ARTICLE) || name.equals(AUDIT) || ADDED.containsKey(name)) {
            execute("create temporary table import_" + name + " (like " + name + ") on commit drop");
            reader.read("import_" + name, columns, table.content(), () -> lines.take(name));
            move(name, columns);
        } else {
            if (REPLACED.contains(name)) {
                execute("delete from " + quoted(name));
            }
            reader.read(name, columns, table.content(), () -> lines.take(name));
        }
    }

    private void move(String name, List<String> columns) throws SQLException {
        if (name.equals(ARTICLE)) {
            execute("insert into article (" + list(columns) + ") select " + columns.stream().map(TableImport::ofDraft)
                    .collect(Collectors.joining(", ")) + " from import_article");
        } else if (name.equals(AUDIT)) {
            // Behind what was done here already, under numbers of this log.
            String others = list(columns.stream().filter(column -> !column.equals("id")).toList());
            execute("insert into audit (" + others + ") select " + others + " from import_audit order by id");
        } else {
            String sums = List.of(ADDED.get(name).get(1).split(" ")).stream().map(column -> column + " = t." + column + " + excluded."
                    + column).collect(Collectors.joining(", "));
            execute("insert into " + name + " as t (" + list(columns) + ") select " + list(columns) + " from import_" + name
                    + " on conflict (" + ADDED.get(name).get(0) + ") do update set " + sums);
        }
    }

    private static String ofDraft(String column) {
        return column.equals("state") ? "'draft'" : OF_STATE.contains(column) ? "null" : quoted(column);
    }

    /** Gives articles their states, and lets numbers go on behind those that came. */
    void finish() throws SQLException {
        if (!loaded.contains(ARTICLE)) {
            return;
        }
        List<String> late = new ArrayList<>(OF_STATE);
        late.add("state");
        execute("update article a set " + late.stream().map(column -> column + " = t." + column).collect(Collectors.joining(", "))
                + " from import_article t where t.id = a.id");
        for (String table : loaded) {
            if (!NEVER.contains(table)) {
                reader.continueIdentities(table);
                execute("analyze " + quoted(table));
            }
        }
    }

    private static String list(List<String> columns) {
        return columns.stream().map(TableImport::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
