package vn.loa.imports.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.ContentStays;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.NewDatabase;

/** Every row into a file and back. */
@QuarkusTest
@ContentStays
class DumpTest {

    private static final int LARGE = 2_000_000;
    private static byte[] backup;

    @TempDir
    Path directory;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Written once: the content stays. */
    private static byte[] backup() throws Exception {
        if (!FreshStart.hasContent() || backup == null) {
            live();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (Connection connection = NewDatabase.connectToTests()) {
                Backup.write(connection, "1.0.0", file);
            }
            backup = file.toByteArray();
        }
        return backup;
    }

    private static void live() throws SQLException {
        String cited = Editing.published(Editing.directive("x", "22-CT/TU").put("title", "Chỉ thị \\ \"số\" một"));
        Editing.retitled(cited, "Chỉ thị số một, sửa \\N \\. {\"a\"}");
        Editing.publish(cited).then().statusCode(200);
        String removed = Editing.published(Editing.news("Tin gỡ"));
        Editing.remove(removed, "Gỡ").then().statusCode(200);
        Editing.withdraw(Editing.published(Editing.news("Tin rút")), "Rút").then().statusCode(200);
        Editing.created(Editing.directive("Nháp", "23-CT/TU"));
        try (Connection connection = NewDatabase.connectToTests()) {
            execute(connection, """
                    insert into media_content values ('\\x01', decode(repeat('00ff5c0a09', %1$d / 5), 'hex')), ('\\x02', '\\x5c');
                    insert into effect (id, article_id, source, place, kind, target, part, provisions, from_day) values
                        (gen_random_uuid(), '%2$s', 'editor', 1, 'repeal', E'{"a" :\\n 1.0}', 'whole', '{}', '-infinity'),
                        (gen_random_uuid(), '%2$s', 'editor', 2, 'repeal', '"a string"', 'whole', '{"",NULL,"a,b\\"\\\\{}","null"}', null),
                        (gen_random_uuid(), '%2$s', 'editor', 3, 'repeal', ' null ', 'whole', '{}', 'infinity'),
                        (gen_random_uuid(), '%2$s', 'editor', 4, 'repeal', '{"a" : 1.00, "b":"\\u0111é"}', 'whole', '{}', '2024-02-29');
                    insert into media (id, file_name, media_type, size, sha256, animated, uploaded_at) values
                        (gen_random_uuid(), E' \t\n\r\\\\N\b"\u007f', 'text/plain', 1, decode(repeat('02', 32), 'hex'), false, now());
                    insert into site_day values ('2020-01-01', 1, 9223372036854775807, 3, 4)""".formatted(LARGE, cited));
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("backup"), content);
    }

    /** What {@code edit} makes of the lines; checksums stay as they are. */
    private Path changed(UnaryOperator<String> edit) throws Exception {
        String lines = new String(new GZIPInputStream(new ByteArrayInputStream(backup())).readAllBytes(), StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(file)) {
            out.write(edit.apply(lines).getBytes(StandardCharsets.UTF_8));
        }
        return file(file.toByteArray());
    }

    /** Everything, in an order that is the same for the same rows. */
    private static Map<String, List<String>> rows(Connection connection) throws SQLException, IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        DumpWriter.begin(connection, Audience.BACKUP);
        DumpWriter writer = new DumpWriter(connection);
        for (DumpTable table : DumpTables.ALL) {
            List<String> lines = new ArrayList<>();
            writer.write(table, Audience.BACKUP, (line, length) -> lines.add(new String(line, 0, length, StandardCharsets.UTF_8)));
            rows.put(table.name(), lines.stream().sorted().toList());
        }
        DumpWriter.end(connection);
        return rows;
    }

    private static String count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void what_is_restored_by_an_ordinary_owner_is_the_same_to_the_byte() throws Exception {
        Path file = file(backup());
        try (NewDatabase database = NewDatabase.create("restored"); Connection here = NewDatabase.connectToTests();
                Connection there = database.connect()) {
            long restored = Restore.of(file).into(there);
            Map<String, List<String>> rows = rows(here);
            assertEquals(rows, rows(there));
            assertTrue(restored > 50 && rows.get("media_content").size() == 4, rows.get("media_content").size() + " pieces");
            String content = "select md5(string_agg(content, '' order by sha256)) from media_content";
            assertEquals(count(here, content), count(there, content));
            String schema = "select md5(string_agg(d, ',' order by d)) from (select conrelid::regclass || conname || pg_get_constraintdef(oid) as d "
                    + "from pg_constraint where connamespace = 'public'::regnamespace union all select tgrelid::regclass || tgname from pg_trigger "
                    + "where not tgisinternal) all_rules";
            assertEquals(count(here, schema), count(there, schema), "foreign keys and guards");
            assertEquals("0", count(there, "select grammar from search_index"));
            execute(there, "insert into audit (at, actor, action, subject, details) values (now(), 'system', 'x', 'x', '{}')");
            assertEquals("0", count(there, "select count(*) - count(distinct id) from audit"));
        }
    }

    @Test
    void only_an_empty_database_takes_a_backup() throws Exception {
        Restore restore = Restore.of(file(backup()));
        try (NewDatabase database = NewDatabase.create("used"); Connection there = database.connect()) {
            execute(there, "create table notes (words text)");
            assertThat(assertThrows(DumpFault.class, () -> restore.into(there)).getMessage(), containsString("is not empty (it has notes)"));
        }
    }

    @Test
    void a_file_that_was_cut_off_or_changed_is_refused_before_anything_is_stored() throws Exception {
        byte[] whole = backup();
        for (int length : List.of(0, 1, 10, 30, whole.length / 3, whole.length / 2, whole.length - 9, whole.length - 1)) {
            refused(file(Arrays.copyOf(whole, length)), length < 10 ? "no backup of Loa" : "");
        }
        refused(changed(lines -> lines.substring(0, lines.lastIndexOf("{\"@end\""))), "cut off");
        refused(changed(lines -> lines.replaceFirst("Tin rút", "Tin khác")), "checksum of");
        refused(changed(lines -> lines.replaceFirst("\\{\"id\":[^\n]*\n", "")), "checksum of");
        refused(changed(lines -> lines.replaceFirst("\"loa\":\"1.0.0\"", "\"loa\":\"1.0.1\"")), "checksum at its end");
        refused(changed(lines -> lines.replaceFirst("(?s)\\{\"@table\":\"slug\".*?\\{\"@end\":\"slug\"[^\n]*\n", "")), "checksum at its end");
        refused(changed(lines -> lines + "\n"), "follows the end");
        refused(changed(lines -> lines.replaceFirst("\"@dump\":1", "\"@dump\":2")), "newer version of Loa");
        refused(changed(lines -> lines.replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"9999\"")), "Take a newer Loa");
        refused(changed(lines -> "{}\n" + lines), "no backup of Loa");
        refused(file("PGDMP".getBytes(StandardCharsets.UTF_8)), "no backup of Loa");
    }

    private static void refused(Path file, String reason) {
        DumpFault fault = assertThrows(DumpFault.class, () -> Restore.of(file));
        assertThat(fault.getMessage(), containsString(reason));
    }

    /** A file whose checksums agree, as a faulty program would write it. */
    private Path written(String table, List<String> columns, Optional<String> content, String... lines) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(file)) {
            DumpFileWriter writer = new DumpFileWriter(out);
            writer.begin(new DumpHeader(DumpHeader.FORMAT, "1.0.0", SchemaMigrations.newest(), "2026-01-01T00:00:00Z"));
            writer.beginTable(table, columns, content);
            for (String line : lines) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                writer.line(bytes, bytes.length);
            }
            writer.endTable(table);
            writer.end();
        }
        return file(file.toByteArray());
    }

    @Test
    void whatever_fails_on_the_way_leaves_the_database_empty() throws Exception {
        List<String> slug = List.of("slug", "article_id", "public");
        try (NewDatabase database = NewDatabase.create("failed"); Connection there = database.connect()) {
            fails(there, written("slug", slug, Optional.empty(),
                    "{\"slug\":\"a\",\"article_id\":\"0186fcca-45c0-7000-8000-000000000001\",\"public\":true}"), "foreign key");
            fails(there, written("nothing", slug, Optional.empty()), "no table \"nothing\"");
            for (String table : List.of("pg_class", "flyway_schema_history", "public_article", "a\"b'c")) {
                fails(there, written(table, slug, Optional.empty()), "no table");
            }
            fails(there, written("slug", List.of("slug", "other"), Optional.empty()), "has no other");
            for (String line : List.of("", "[]", "{", "{}{}", "{\"slug\":\"a\"}", "{\"slug\":{},\"article_id\":null,\"public\":true}",
                    "{\"slug\":\"a\",\"slug\":\"b\",\"article_id\":null,\"public\":true}", "{\"slug\":\"a\",\"x\":1}", "{\"slug\":\"\\u0000\"}")) {
                fails(there, written("slug", slug, Optional.empty(), line), "slug");
            }
            fails(there, written("slug", slug, Optional.empty(), "{\"slug\":\"\\u0000\",\"article_id\":null,\"public\":true}"), "");
            List<String> contents = List.of("sha256", "content");
            String first = "{\"sha256\":\"AQ==\",\"content\":\"AAAA\",\"@more\":true}";
            fails(there, written("media_content", contents, Optional.of("content"), first), "last piece is missing");
            fails(there, written("media_content", contents, Optional.of("content"), first, first.replace("AQ", "Ag")), "A piece is missing");
            fails(there, written("media_content", contents, Optional.of("content"), first.replace("AAAA", "!")), "media_content");
            assertEquals("0", count(there, "select count(*) from pg_class where relnamespace = 'public'::regnamespace"));
            assertTrue(Restore.of(file(backup())).into(there) > 50);
        }
    }

    private static void fails(Connection connection, Path file, String reason) throws IOException {
        Restore restore = Restore.of(file);
        Exception failure = assertThrows(Exception.class, () -> restore.into(connection));
        assertTrue(failure instanceof DumpFault || failure instanceof SQLException, failure.toString());
        assertThat(failure.getMessage(), containsString(reason));
    }

    @Test
    void a_public_export_has_nothing_of_what_is_not_published() throws Exception {
        backup();
        try (Connection connection = NewDatabase.connectToTests()) {
            DumpWriter.begin(connection, Audience.PUBLIC);
            DumpWriter writer = new DumpWriter(connection);
            List<String> lines = new ArrayList<>();
            for (DumpTable table : DumpTables.ALL.stream().filter(table -> table.isFor(Audience.PUBLIC)).toList()) {
                writer.write(table, Audience.PUBLIC, (line, length) -> lines.add(new String(line, 0, length, StandardCharsets.UTF_8)));
            }
            DumpWriter.end(connection);
            String all = lines.stream().collect(Collectors.joining("\n"));
            assertThat(all, containsString("Tin rút"));
            assertTrue(!all.contains("Nháp") && !all.contains("Tin gỡ") && !all.contains("23-CT/TU"), all);
        }
    }
}
