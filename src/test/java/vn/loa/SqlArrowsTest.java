package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The SQL of a room names only tables of rooms that it may know. What a lower room shows of an upper one it reads through a
 * view that belongs to {@code sql}.
 */
@QuarkusTest
class SqlArrowsTest {

    /** Whose each table and view is. Those of {@code sql} are for everyone. */
    private static final Map<String, String> OWNER = new HashMap<>();

    static {
        own("sql", "public_article", "public_count", "public_count_entry", "article_filter", "article_filter_entry", "article_views_rank", "revision_section",
                "revision_citations", "revision_citation", "public_moments", "text_category", "section_status", "shown_force", "in_force_period",
                "effect_reason", "force_reason", "in_force_section", "force_statuses", "in_force_range", "in_force_range_entry", "in_force_filter",
                "force_begin");
        own("http", "idempotent_answer");
        own("access", "api_key", "audit");
        own("directive", "section", "document", "shown_text");
        own("category", "category", "category_slug", "category_tree", "article_category");
        own("article", "article", "article_words", "revision", "slug", "schedule", "preview_end", "signing_key");
        own("citation", "public_directive", "public_reference", "citing_place");
        own("effect", "effect", "rejected_effect", "relation", "force", "force_period", "force_day", "effect_reading",
                "effect_touching", "effect_by", "relation_by");
        own("search", "search_entry", "search_index", "search_change");
        own("visitor", "visitor_key", "visitor_key_end", "visitor_state", "view_state", "stored_hit", "dropped_hit", "site_hour", "site_day",
                "site_base", "article_hour", "article_day", "article_views", "article_base", "article_rank");
        own("changes", "change", "change_log", "webhook", "webhook_key", "webhook_state", "webhook_delivery",
                "edge_target");
        own("media", "media", "media_content", "scaled_picture", "public_file");
        own("imports", "export_job", "merged_export", "merge_collision", "export_part", "export_piece", "old_address", "imported_page", "sample_content", "import_job", "import_part", "import_piece", "import_item",
                "import_key", "import_source", "import_link");
    }

    private static void own(String room, String... tables) {
        for (String table : tables) {
            OWNER.put(table, room);
        }
    }

    private static final Path SQL = Path.of("src/main/resources/sql");
    private static final Path JAVA = Path.of("src/main/java/vn/loa");
    /** The most lines that a statement has in a class. */
    private static final int MOST_LINES = 8;

    private static final Pattern LITERAL = Pattern.compile("\"\"\"\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern NAMED_FILE = Pattern.compile("(?:SqlFile|PagedSql)\\.read\\(\"([^\"]+)\"");
    private static final String TABLE = "([a-z]+(?:_[a-z]+)*)";
    /** Behind a word that takes a table; or first, with an alias, as lists name theirs; or behind a comma in a statement. */
    private static final List<Pattern> TABLES = List.of(
            Pattern.compile("\\b(?:from|join|into|update|truncate|table)\\s+(?:only\\s+)?" + TABLE),
            Pattern.compile("^\\(?" + TABLE + " (?!is|of|in|to|as|at|on|or|by)[a-z]{1,2}(?:\\s|$)"),
            Pattern.compile("\\bfrom\\s[^()]*,\\s*" + TABLE + "\\s"));
    /** These name one table only, whatever stands around them. */
    private static final Pattern LONG_NAME = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\b");

    @Inject
    DataSource database;

    @Test
    void sql_names_only_tables_of_rooms_that_it_may_know() throws IOException {
        List<String> wrong = new ArrayList<>();
        forEachStatement((room, where, sql) -> tables(sql).stream().filter(table -> !mayRead(room, OWNER.get(table)))
                .forEach(table -> wrong.add(where + " names " + table + " of " + OWNER.get(table))));
        assertEquals(List.of(), wrong);
    }

    @Test
    void views_are_made_only_of_tables_that_their_room_may_know() throws SQLException {
        List<String> wrong = new ArrayList<>();
        query("select view_name, table_name from information_schema.view_table_usage where view_schema = 'public'", row -> {
            String owner = OWNER.get(row.get(0));
            if (!"sql".equals(owner) && !mayRead(owner, OWNER.get(row.get(1)))) {
                wrong.add(row.get(0) + " of " + owner + " reads " + row.get(1));
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_table_has_an_owner() throws SQLException {
        Set<String> tables = new TreeSet<>();
        query("select c.relname, '' from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') "
                + "and not c.relispartition and c.relname <> 'flyway_schema_history'", row -> tables.add(row.get(0)));
        assertEquals(new TreeSet<>(OWNER.keySet()), tables);
    }

    @Test
    void the_test_sees_what_is_not_allowed() {
        assertEquals(Set.of("article", "revision"), tables("select a.id from article a join revision r on true"));
        assertEquals(Set.of("section", "document"), tables("select from section s, document d where true"));
        assertEquals(Set.of("visitor_state"), tables("insert into visitor_state_{half} as s"));
        assertEquals(Set.of("public_directive"), tables("public_directive d"));
        assertTrue(mayRead("search", "article") && mayRead("article", "sql") && !mayRead("article", "visitor"));
    }

    @Test
    void every_file_is_read_and_every_file_that_is_read_is_there() throws IOException {
        Map<String, String> read = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : files(JAVA, ".java")) {
            String code = Files.readString(file);
            NAMED_FILE.matcher(code).results().forEach(name -> {
                read.put(name.group(1), room(JAVA, file));
                if (!code.contains("\n@Startup\n")) {
                    wrong.add(file.getFileName() + " reads a file and is not @Startup");
                }
            });
        }
        read.forEach((name, room) -> {
            if (!name.startsWith(room + "/")) {
                wrong.add(room + " reads " + name);
            }
        });
        Set<String> there = files(SQL, ".sql").stream().map(file -> SQL.relativize(file).toString().replace(".sql", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, read.keySet());
        assertEquals(List.of(), wrong);
    }

    @Test
    void long_statements_are_files() throws IOException {
        List<String> wrong = new ArrayList<>();
        forEachStatement((room, where, sql) -> {
            if (where.endsWith(".java") && sql.lines().count() > MOST_LINES && !tables(sql).isEmpty()) {
                wrong.add(where + ": " + sql.lines().findFirst().orElse(""));
            }
        });
        assertEquals(List.of(), wrong);
    }

    private interface StatementCheck {
        void check(String room, String where, String sql);
    }

    private static void forEachStatement(StatementCheck each) throws IOException {
        for (Path file : files(SQL, ".sql")) {
            String sql = Files.readString(file).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
            each.check(room(SQL, file), SQL.relativize(file).toString(), sql);
        }
        for (Path file : files(JAVA, ".java")) {
            Matcher literal = LITERAL.matcher(Files.readString(file));
            while (literal.find()) {
                String text = literal.group(1) == null ? literal.group(2) : literal.group(1).stripIndent();
                each.check(room(JAVA, file), JAVA.relativize(file).toString(), text);
            }
        }
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String room(Path root, Path file) {
        return root.relativize(file).getName(0).toString();
    }

    private static Set<String> tables(String sql) {
        String named = sql.replace("_{half}", "");
        Set<String> tables = new TreeSet<>();
        TABLES.forEach(pattern -> pattern.matcher(named).results().forEach(found -> tables.add(found.group(1))));
        LONG_NAME.matcher(named).results().forEach(found -> tables.add(found.group(1)));
        tables.retainAll(OWNER.keySet());
        return tables;
    }

    private static boolean mayRead(String room, String owner) {
        return owner.equals(room) || owner.equals("sql") || ArchitectureTest.MAY_KNOW.getOrDefault(room, List.of()).contains(owner);
    }

    private void query(String sql, Consumer<List<String>> row) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.accept(Arrays.asList(rows.getString(1), rows.getString(2)));
            }
        }
    }
}
