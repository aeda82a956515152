package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.imports.dump.Backup;
import vn.loa.imports.dump.Restore;
import vn.loa.support.NewDatabase;

/**
 * A backup of each release can be restored for ever: from its schema, the migrations that came since lead to the present one.
 * With {@code -Dbackup.keep=1.0.0} the present content is written as the backup of that release.
 */
@QuarkusTest
class ReleaseBackupTest {

    static final Path BACKUPS = Path.of("src/test/resources/backups");
    private static final String KEEP = "backup.keep";
    private static final String MIGRATIONS = "select count(*) from flyway_schema_history where success";
    private static final int LARGEST = 1_000_000;
    private static final String HOW_TO_RENEW = """
            %s cannot be restored any more: a migration that it was written with was changed. After a release migrations are only \
            added. Before the first one, make it anew: mvn test -Dtest=ReleaseBackupTest -Dbackup.keep=1.0.0""";
    @Inject
    SampleContent sample;

    @Test
    void the_backup_of_every_release_is_restored_and_migrated_to_the_present_schema() throws Exception {
        if (System.getProperty(KEEP) != null) {
            keep(System.getProperty(KEEP));
        }
        List<Path> backups;
        try (Stream<Path> files = Files.list(BACKUPS)) {
            backups = files.sorted().toList();
        }
        assertTrue(backups.size() >= 1);
        for (Path backup : backups) {
            try (NewDatabase database = NewDatabase.create("of_a_release"); Connection connection = database.connect();
                    Connection tests = NewDatabase.connectToTests()) {
                restore(backup, connection);
                assertTrue(Files.size(backup) <= LARGEST, backup + " has " + Files.size(backup) + " bytes");
                assertEquals(count(MIGRATIONS, tests), count(MIGRATIONS, connection));
                assertEquals(10, count("select count(*) from article where live_revision_id is not null", connection));
                assertEquals(0, count("select count(*) from relation r join force f using (article_id) where r.read_in is distinct from f.issued_on",
                        connection));
                assertEquals(1309310, count("select total from site_base", connection));
            }
        }
    }

    private static void restore(Path backup, Connection connection) {
        try {
            Restore.of(backup).into(connection);
        } catch (Exception e) {
            fail(HOW_TO_RENEW.formatted(backup), e);
        }
    }

    private void keep(String release) throws Exception {
        ReleaseContent.make(sample);
        Files.createDirectories(BACKUPS);
        try (Connection connection = NewDatabase.connectToTests();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(BACKUPS.resolve("loa-" + release + ".ndjson.gz")))) {
            Backup.write(connection, release, out);
        }
    }

    private static long count(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
