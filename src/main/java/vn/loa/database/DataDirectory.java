package vn.loa.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The files of an {@link EmbeddedDatabase}; the layout is described there. Locked while open. */
final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DataDirectory.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final List<String> PASSWORD_ACCESS = List.of(
            "# Written by Loa: every connection shows the password in ../password",
            "local all all scram-sha-256",
            "host all all 127.0.0.1/32 scram-sha-256",
            "host all all ::1/128 scram-sha-256",
            "");

    private final Path root;
    private final FileChannel lockChannel;

    private DataDirectory(Path root, FileChannel lockChannel) {
        this.root = root;
        this.lockChannel = lockChannel;
    }

    static DataDirectory open(Path path) throws IOException {
        Path root = path.toAbsolutePath().normalize();
        if (!Files.exists(root)) {
            Files.createDirectories(root, access("rwx------"));
        }
        FileChannel channel = FileChannel.open(root.resolve("lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new DataInUseException("Another Loa is using the data in " + root
                    + ". Stop it, or choose another directory with loa.data (LOA_DATA).");
        }
        return new DataDirectory(root, channel);
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path programs() {
        return root.resolve("bin");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    private Path ready() {
        return root.resolve("postgres.ready");
    }

    boolean isReady() {
        return Files.exists(ready());
    }

    void markReady() throws IOException {
        writeDurably(ready(), Instant.now() + "\n");
    }

    /** A kill in the middle of the first start leaves half a cluster. Data is never deleted here. */
    void moveIncompleteClusterAside() throws IOException {
        if (Files.exists(cluster())) {
            Path aside = root.resolve("postgres.incomplete-" + System.currentTimeMillis());
            Files.move(cluster(), aside);
            LOG.warnf("The database in %s was never set up completely; moved it to %s and starting anew",
                    cluster(), aside);
        }
    }

    /** A kill while the programs were unpacked leaves some of them, over which they cannot be unpacked again. */
    void removeIncompletePrograms() throws IOException {
        if (!Files.exists(programs())) {
            return;
        }
        try (Stream<Path> versions = Files.list(programs())) {
            // The library that unpacks them writes this file last.
            for (Path version : versions.filter(dir -> !Files.exists(dir.resolve(".exists"))).toList()) {
                delete(version);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * We hold the lock, so a PostgreSQL that still runs on this cluster, or makes it, has lost its Loa (kill -9). It is
     * asked to stop, and killed when it does not: committed data survives both. (An initdb that fails removes its
     * cluster: it must have ended before another one is made in the same place.)
     */
    void stopProgramsLeftBehind() throws IOException {
        for (ProcessHandle program : Stream.concat(makers(), server().stream()).toList()) {
            LOG.infof("Stopping the PostgreSQL that an earlier Loa left behind (process %d)", program.pid());
            program.destroy();
            if (!hasStopped(program)) {
                program.destroyForcibly();
                hasStopped(program);
            }
        }
    }

    /** Processes that make this cluster; the library starts initdb in another program when it is root. */
    private Stream<ProcessHandle> makers() {
        return ProcessHandle.allProcesses().filter(process -> {
            List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
            return arguments.contains(cluster().toString())
                    && Stream.concat(process.info().command().stream(), arguments.stream()).anyMatch(a -> a.endsWith("initdb"));
        });
    }

    /** The PostgreSQL that runs on this cluster. */
    Optional<ProcessHandle> server() throws IOException {
        Path pidFile = cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        // The first line is the process id; after a reboot it may belong to somebody else's process.
        return lines.isEmpty() || !lines.get(0).matches("\\d{1,9}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0)))
                        .filter(process -> process.info().command().map(c -> c.contains("postgres")).orElse(false));
    }

    private static boolean hasStopped(ProcessHandle process) {
        try {
            process.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The password of the cluster's roles: 32 random hexadecimal digits, made on first use. */
    String password() throws IOException {
        Path file = root.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Path written = root.resolve("password.new");
            Files.deleteIfExists(written);
            Files.createFile(written, access("rw-------"));
            writeDurably(written, HexFormat.of().formatHex(random));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        String password = Files.readString(file).strip();
        if (!password.matches("[0-9a-f]{32}")) {
            throw new IOException(file + " does not hold the password that Loa wrote there");
        }
        return password;
    }

    private static FileAttribute<?>[] access(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    void requirePassword() throws IOException {
        writeDurably(cluster().resolve("pg_hba.conf"), String.join("\n", PASSWORD_ACCESS));
    }

    private static void writeDurably(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lockChannel.close();
    }
}
