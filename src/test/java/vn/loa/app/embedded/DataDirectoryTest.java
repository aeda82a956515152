package vn.loa.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.settings.CannotStartException;

/** The data directory belongs to Loa's user alone, and no process of another program is touched. */
class DataDirectoryTest {

    @TempDir
    Path temp;

    private Path data;
    private Process other;

    @BeforeEach
    void posix() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        data = Files.createDirectory(temp.resolve("data"));
    }

    @AfterEach
    void end() {
        if (other != null) {
            other.destroyForcibly();
        }
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_folder_that_was_there_is_closed_to_others() throws IOException {
        mode(data, "rwxr-xr-x");
        Files.writeString(data.resolve("postgres.log"), "said before");
        mode(data.resolve("postgres.log"), "rw-r--r--");
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.preparePrograms();
            assertEquals("rwx------", mode(data));
            assertEquals("rwx------", mode(directory.programs()));
            assertEquals("rw-------", mode(directory.log()));
            assertEquals("rw-------", mode(data.resolve("lock")));
            assertEquals("said before", Files.readString(directory.log()));
        }
    }

    @Test
    void programs_that_others_could_exchange_are_not_kept() throws IOException {
        Path program = version("rwxrwxrwx");
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.preparePrograms();
            assertFalse(Files.exists(program));
            assertEquals("rwx------", mode(directory.programs()));
        }
    }

    @Test
    void programs_that_only_loa_could_write_are_kept() throws IOException {
        Path program = version("rwxr-xr-x");
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.preparePrograms();
            assertTrue(Files.exists(program));
        }
    }

    @Test
    void one_program_that_others_could_write_is_enough() throws IOException {
        Path program = version("rwxr-xr-x");
        mode(program, "rwxrwxr-x");
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.preparePrograms();
            assertFalse(Files.exists(program));
        }
    }

    private Path version(String mode) throws IOException {
        Path version = Files.createDirectories(data.resolve("bin/PG-1"));
        Files.createFile(version.resolve(".exists"));
        Path program = Files.createFile(version.resolve("postgres"));
        mode(data.resolve("bin"), mode);
        return program;
    }

    @Test
    void a_program_that_was_unpacked_with_a_generous_umask_is_closed() throws IOException {
        Path program = version("rwxr-xr-x");
        mode(program, "rwxrwxrwx");
        try (DataDirectory directory = DataDirectory.open(data)) {
            directory.restrictPrograms();
            assertEquals("rwxr-xr-x", mode(program));
            assertEquals("rwx------", mode(directory.programs()));
        }
    }

    @Test
    void a_file_is_no_place_for_data() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertTrue(assertThrows(CannotStartException.class, () -> DataDirectory.open(file)).getMessage()
                .contains("is not a directory"));
    }

    /** After a reboot another process has the id in the pid file, possibly one with the same program name. */
    @Test
    void a_process_that_only_has_the_number_is_left_alone() throws Exception {
        ClusterProcesses processes = new ClusterProcesses(data);
        start("600");
        pidFile(Instant.now());
        assertEquals(Optional.empty(), processes.server());
        processes.stop();
        processes.replaceForeignProcessId();
        assertFalse(other.waitFor(200, TimeUnit.MILLISECONDS));
        assertEquals(List.of("2147483647", "x"), Files.readAllLines(data.resolve("postmaster.pid")).subList(0, 2));
    }

    @Test
    void a_server_of_another_cluster_is_left_alone() throws Exception {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        start("-D", elsewhere.toString());
        pidFile(Instant.now());
        assertEquals(Optional.empty(), new ClusterProcesses(data).server());
    }

    @Test
    void a_server_that_is_younger_than_its_file_is_left_alone() throws Exception {
        start("-D", data.toString());
        pidFile(Instant.now().minusSeconds(3600));
        assertEquals(Optional.empty(), new ClusterProcesses(data).server());
    }

    @Test
    void the_clusters_own_server_is_stopped() throws Exception {
        start("-D", data.toString());
        pidFile(Instant.now());
        ClusterProcesses processes = new ClusterProcesses(data);
        assertEquals(other.pid(), processes.server().orElseThrow().pid());
        processes.replaceForeignProcessId();
        processes.stop();
        assertTrue(other.waitFor(5, TimeUnit.SECONDS));
    }

    /** Starts a shell under the name postgres. */
    private void start(String... arguments) throws IOException {
        Path postgres = Files.copy(Path.of("/bin/bash").toRealPath(), temp.resolve("postgres"));
        List<String> command = new java.util.ArrayList<>(List.of(postgres.toString(), "-c", "read -t 60", "postgres"));
        command.addAll(List.of(arguments));
        other = new ProcessBuilder(command).start();
    }

    private void pidFile(Instant started) throws IOException {
        Files.write(data.resolve("postmaster.pid"),
                List.of(String.valueOf(other.pid()), "x", String.valueOf(started.getEpochSecond()), "5432"));
    }
}
