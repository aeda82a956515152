package vn.loa.imports.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.support.NewDatabase;

/** The list of tables against the database. */
@QuarkusTest
class DumpTablesTest {

    private static final Pattern SECRET = Pattern.compile("hash|key|secret|password|token|answer");
    /** Columns with such a name that hold no secret. */
    private static final Set<String> NO_SECRETS = Set.of("document_key", "address_key", "content_hash", "type_key", "target_key",
            "target_type_key", "acting_key", "acting_type_key", "document_type_key", "consolidates_key", "consolidates_type_key",
            "directive_number_key", "keys", "public_key");

    private static List<List<String>> query(String sql) throws SQLException {
        try (Connection connection = NewDatabase.connectToTests(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(Arrays.asList(found.getString(1), found.getString(2)));
            }
            return rows;
        }
    }

    @Test
    void every_table_and_every_column_is_in_the_list_or_left_out_for_a_reason() throws SQLException {
        Map<String, Set<String>> there = new TreeMap<>();
        query("""
                select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''""")
                .forEach(column -> there.computeIfAbsent(column.get(0), table -> new TreeSet<>()).add(column.get(1)));
        there.keySet().removeAll(DumpTables.LEFT_OUT.keySet());
        Map<String, Set<String>> listed = new TreeMap<>();
        DumpTables.ALL.forEach(table -> listed.put(table.name(), new TreeSet<>(table.columns(Audience.BACKUP))));
        assertEquals(lines(there), lines(listed), "DumpTables says for whom a table and its columns are");
    }

    private static String lines(Map<String, Set<String>> columns) {
        StringBuilder lines = new StringBuilder();
        columns.forEach((table, names) -> lines.append(table).append(' ').append(names).append('\n'));
        return lines.toString();
    }

    @Test
    void a_table_comes_after_those_that_it_refers_to() throws SQLException {
        List<String> order = DumpTables.ALL.stream().map(DumpTable::name).toList();
        List<String> wrong = query("""
                select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 and conrelid <> confrelid""").stream()
                .filter(key -> order.indexOf(key.get(0)) < order.indexOf(key.get(1))).map(key -> key.get(0) + " to " + key.get(1)).toList();
        assertEquals(List.of("article to revision"), wrong);
    }

    @Test
    void no_export_has_a_secret_or_a_public_one_what_editors_see() {
        List<String> exported = DumpTables.ALL.stream().filter(table -> table.isFor(Audience.ADMIN))
                .flatMap(table -> table.columns(Audience.ADMIN).stream()
                        .filter(column -> SECRET.matcher(column).find() && !NO_SECRETS.contains(column))
                        .map(column -> table.name() + "." + column)).toList();
        assertEquals(List.of(), exported);
        List<String> hidden = Stream.of("schedule", "preview_end", "audit", "api_key", "signing_key", "imported_page", "stored_hit",
                "dropped_hit").filter(name -> DumpTables.ALL.stream().anyMatch(table -> table.name().equals(name)
                && table.isFor(Audience.PUBLIC))).toList();
        assertEquals(List.of(), hidden);
    }
}
