package vn.loa.visitor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.sql.ShortTransactions;
import vn.loa.support.Pages;
import vn.loa.visitor.count.Instance;
import vn.loa.visitor.count.Tables;

/** The database has only hashes of visitors while a day lasts, and nothing of them afterwards. */
@QuarkusTest
class PrivacyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOON = Instant.parse("2026-07-15T05:00:00Z");
    private static final String TABLES = "select format('%I.%I', schemaname, tablename) from pg_tables "
            + "where schemaname = 'public'";

    @Inject
    DataSource database;

    private List<String> dump() {
        return Tables.texts(database, TABLES).stream()
                .flatMap(table -> Tables.texts(database, "select t::text from " + table + " t").stream()).toList();
    }

    private Instance visited() {
        Instance instance = new Instance(database, ZONE);
        UUID article = UUID.fromString(Pages.publish(Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung.")));
        for (int visitor = 1; visitor <= 20; visitor++) {
            instance.count(Instance.hit(visitor, article, UUID.randomUUID(), NOON));
        }
        return instance;
    }

    @Test
    void only_unlogged_tables_know_visitors() {
        visited();
        assertEquals(Set.of(), Set.copyOf(Tables.texts(database, "select relname::text from pg_class "
                + "where relkind in ('r', 'i') and relpersistence <> 'u' and relname ~ '^(visitor_(key|state)|view_state)_(even|odd)'")));
    }

    @Test
    void a_views_row_shares_no_value_with_its_visitors_row() {
        visited();
        List<String> seen = Tables.texts(database, "select last_seen::text from visitor_state union select visitor::text from visitor_state");
        List<String> viewed = Tables.texts(database, "select counted::text from view_state union select view::text from view_state");
        assertEquals(21, seen.size());
        assertEquals(40, viewed.size(), "every view has a time of its own, though all came in one second");
        assertTrue(viewed.stream().noneMatch(seen::contains));
    }

    /** The guides and the contract say so: what is counted together is one transaction, of one hit on a quiet portal. */
    @Test
    void rows_that_were_counted_together_can_be_linked_until_the_key_is_destroyed() throws IOException {
        Instance instance = visited();
        String linked = "select count(*) from visitor_state v join view_state w on w.xmin::text = v.xmin::text";
        assertEquals(20, Tables.number(database, linked));
        assertEquals(1, Tables.number(database, "select count(*) from visitor_state v join article_hour h on h.xmin::text = v.xmin::text"));
        for (String said : List.of("src/docs/personal-data.md", "src/docs/counting.md", "openapi.yaml")) {
            assertTrue(Files.readString(Path.of(said)).matches("(?s).*which hash(es)? (read which\\s+articles|were counted together).*"), said);
        }
        destroyed(instance);
        assertEquals(0, Tables.number(database, linked));
    }

    /** @return when the key was destroyed */
    private Instant destroyed(Instance instance) {
        Instant next = NOON.plus(Duration.ofDays(1));
        instance.keys.forgetInMemory(next);
        new ShortTransactions(database).run(transaction -> {
            instance.keys.forget(next, transaction);
            return null;
        });
        return next;
    }

    @Test
    void after_the_day_a_full_dump_has_nothing_against_which_an_address_could_be_tested() throws Exception {
        Instance instance = visited();
        List<String> hashes = new ArrayList<>(Tables.texts(database, "select visitor::text from visitor_state"));
        hashes.addAll(Tables.texts(database, "select view::text from view_state"));
        hashes.addAll(Tables.texts(database, "select encode(key, 'hex') from visitor_key"));
        Set<Long> needles = needles();
        List<Path> files = unloggedFiles();
        assertHitsAreFound();
        assertEquals(41, files.stream().flatMap(file -> found(needles, file).stream()).distinct().count(),
                "the key, and each hash in one of its orders");

        given().get("/api/v1/visitors/privacy").then().statusCode(200)
                .body("keys[0].day", equalTo("2026-07-15")).body("keys[0].destroyedAt", nullValue());

        Instant next = destroyed(instance);
        write();
        String dump = String.join("\n", dump());
        assertFalse(dump.matches("(?s).*\\b10\\.\\d+\\.\\d+\\.\\d+\\b.*") || dump.contains("Firefox"));
        hashes.forEach(hash -> assertFalse(dump.contains(hash), "a hash or the key"));
        for (String table : List.of("visitor_key", "visitor_state", "view_state")) {
            assertEquals(0, Tables.number(database, "select count(*) from " + table));
        }
        // The files are gone, so that deleted rows cannot be read from them either.
        files.forEach(file -> assertEquals(Set.of(), found(needles, file), file.toString()));
        given().get("/api/v1/visitors/privacy").then().statusCode(200).header("Cache-Control", "public, max-age=60")
                .body("keys[0].day", equalTo("2026-07-15")).body("keys[0].destroyedAt", equalTo(next.toString()))
                .body("zone", equalTo(ZONE.getId()))
                .body("kept.find { it.data == 'sums-by-hour' }.days", equalTo(92))
                .body("kept.findAll { it.identifiability == 'pseudonymous' }.until.unique()", equalTo(List.of("key-destroyed")));
    }

    /** Reads what pg_basebackup copies and replicas get: the write-ahead log and the files of logged tables. */
    @Test
    void a_base_backup_taken_while_the_day_lasts_has_neither_the_key_nor_a_hash() throws Exception {
        visited();
        Set<Long> needles = needles();
        // The server analyzes by itself at times, and keeps samples of values in a logged table.
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("analyze");
        }
        assertHitsAreFound();
        Set<Path> leftOut = Set.copyOf(unloggedFiles());
        Path data = Path.of(Tables.texts(database, "show data_directory").get(0));
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> !leftOut.contains(file) && file.getFileName().toString().matches("[0-9A-F]+(\\.\\d+)?"))
                    .filter(file -> !found(needles, file).isEmpty()).toList();
            assertEquals(List.of(), found);
        }
    }

    /** The key's beginning and the hashes as bytes in files: numbers in either byte order. */
    private Set<Long> needles() {
        Set<Long> needles = new HashSet<>(Tables.texts(database, "select encode(substr(key, 1, 8), 'hex') from visitor_key")
                .stream().map(HexFormat::fromHexDigitsToLong).toList());
        for (String numbers : List.of("select visitor::text from visitor_state", "select view::text from view_state")) {
            for (String number : Tables.texts(database, numbers)) {
                needles.add(Long.parseLong(number));
                needles.add(Long.reverseBytes(Long.parseLong(number)));
            }
        }
        assertEquals(81, needles.size());
        return needles;
    }

    /** Shows that the search would find the key and the hashes: it finds other values in the same files. */
    private void assertHitsAreFound() throws Exception {
        write();
        Path file = Path.of(Tables.texts(database, "show data_directory").get(0))
                .resolve(Tables.texts(database, "select pg_relation_filepath('stored_hit')").get(0));
        long id = HexFormat.fromHexDigitsToLong(Tables.texts(database,
                "select substr(replace(id::text, '-', ''), 1, 16) from stored_hit").get(0));
        assertEquals(Set.of(id), found(Set.of(id), file));
    }

    /** Writes all tables to files. An ordinary checkpoint leaves unlogged tables in memory; one for copying files does not. */
    private void write() throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create database written strategy file_copy");
            connection.createStatement().execute("drop database written");
        }
    }

    private List<Path> unloggedFiles() throws Exception {
        write();
        Path data = Path.of(Tables.texts(database, "show data_directory").get(0));
        return Tables.texts(database, "select pg_relation_filepath(oid) from pg_class "
                        + "where relpersistence = 'u' and relkind in ('r', 'i')").stream()
                .map(data::resolve).collect(Collectors.toList());
    }

    private static Set<Long> found(Set<Long> needles, Path file) {
        boolean[] endings = new boolean[1 << 16];
        needles.forEach(needle -> endings[(int) (needle & 0xffff)] = true);
        Set<Long> found = new HashSet<>();
        long window = 0;
        for (byte each : bytes(file)) {
            window = window << 8 | each & 0xff;
            if (endings[(int) window & 0xffff] && needles.contains(window)) {
                found.add(window);
            }
        }
        return found;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
