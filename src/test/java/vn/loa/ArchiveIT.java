package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/** The application starts from the class archive that src/main/docker/archive.sh makes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the image is made on Linux")
class ArchiveIT {

    private static final Path SCRIPT = Path.of("src", "main", "docker", "archive.sh");

    @TempDir
    Path directory;

    @Test
    void the_application_starts_from_its_archive() throws Exception {
        Path packaged = copyOfPackaged();
        Path classes = directory.resolve("classes");
        Path data = directory.resolve("data");
        // As in the image, which has no PostgreSQL of its own.
        try (EmbeddedPostgres database = TestDatabase.start("archive-postgres")) {
            String url = database.getJdbcUrl("postgres", "postgres");
            makeArchive(packaged, url);
            try (Application application = Application.launch(packaged, List.of("@jvm.options", "-Xlog:class+load:file=" + classes),
                    data, Map.of("quarkus.datasource.jdbc.url", url))) {
                application.awaitReady();
                assertEquals(200, application.get("/api/v1/articles").statusCode());
            }
        }
        assertFalse(Files.exists(data), "no embedded database was made");
        List<String> archived = Files.readAllLines(classes).stream().filter(line -> line.contains("shared objects file")).toList();
        for (String of : List.of(" vn.loa.article.read.ArticleResource ", " org.postgresql.Driver ", " org.hibernate.Session ")) {
            assertTrue(archived.stream().anyMatch(line -> line.contains(of)), of + "is not in the archive");
        }
        Application.startFromNowOnWith(packaged.resolve("loa.jsa"));
    }

    private void makeArchive(Path packaged, String database) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder script = new ProcessBuilder(SCRIPT.toAbsolutePath().toString(), packaged.toString(), database);
        script.environment().merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(),
                (path, java) -> java + ":" + path);
        // The script must not use the database that the environment names.
        script.environment().put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://nowhere.invalid/loa");
        Process training = script.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertTrue(training.waitFor(2, TimeUnit.MINUTES), "hangs");
        assertEquals(0, training.exitValue(), () -> read(output));
    }

    private Path copyOfPackaged() throws IOException {
        Path copy = directory.resolve("packaged");
        try (Stream<Path> files = Files.walk(Application.PACKAGED)) {
            for (Path file : files.toList()) {
                // With its times: Java compares those of the jar with the archive's.
                Files.copy(file, copy.resolve(Application.PACKAGED.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
