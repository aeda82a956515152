package vn.loa.app.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.loa.settings.CannotStartException;

/** The files of an {@link EmbeddedDatabase}, which describes the layout. Locked while open. */
final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DataDirectory.class);

    private final Path root;
    private final FileChannel lockChannel;

    /** @param lockChannel null without the lock */
    private DataDirectory(Path root, FileChannel lockChannel) {
        this.root = root;
        this.lockChannel = lockChannel;
    }

    static DataDirectory open(Path path) throws IOException {
        Path root = path.toAbsolutePath().normalize();
        OwnerOnly.directory(root);
        FileChannel channel = FileChannel.open(root.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file());
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStartException("Another Loa is using the data in " + root
                    + ". Stop it, or choose another directory with loa.data (LOA_DATA).");
        }
        return new DataDirectory(root, channel);
    }

    /** What is in a directory, without the lock: to look at it while another process has it. */
    static DataDirectory lookAt(Path path) {
        return new DataDirectory(path.toAbsolutePath().normalize(), null);
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

    private Path ready() {
        return root.resolve("postgres.ready");
    }

    boolean isReady() {
        return Files.exists(ready());
    }

    void markReady() throws IOException {
        writeDurably(ready(), Instant.now() + "\n");
    }

    /** Moves a cluster aside that is incomplete because the first start was killed. Data is never deleted here. */
    void moveIncompleteClusterAside() throws IOException {
        if (Files.exists(cluster())) {
            Path aside = root.resolve("postgres.incomplete-" + System.currentTimeMillis());
            Files.move(cluster(), aside);
            LOG.warnf("The database in %s was never set up completely; moved it to %s and starting anew",
                    cluster(), aside);
        }
    }

    /**
     * Prepares the directory of the unpacked programs, for Loa's user alone. Programs that other users could have
     * changed are deleted and not run. Half unpacked programs are deleted too, because the library does not unpack over
     * them.
     */
    void preparePrograms() throws IOException {
        if (Files.exists(programs())) {
            boolean trusted = !OwnerOnly.isWritableByOthers(programs());
            if (!trusted) {
                LOG.warnf("Others could write to the programs in %s: they are unpacked anew", programs());
            }
            OwnerOnly.directory(programs());
            try (Stream<Path> versions = Files.list(programs())) {
                // The library that unpacks the programs writes this file last.
                for (Path version : versions.filter(dir -> !trusted || !Files.exists(dir.resolve(".exists"))).toList()) {
                    delete(version);
                }
            }
        } else {
            OwnerOnly.directory(programs());
        }
    }

    /**
     * Restricts the programs' directory again, because the library makes it writable for all users whenever it starts a
     * program.
     */
    void restrictPrograms() throws IOException {
        OwnerOnly.directory(programs());
        OwnerOnly.removeWriteAccessOfOthers(programs());
    }

    /** The file for the server's output. */
    Path log() throws IOException {
        Path log = root.resolve("postgres.log");
        try {
            Files.createFile(log, OwnerOnly.file());
        } catch (FileAlreadyExistsException e) {
            OwnerOnly.restrictFile(log);
        }
        return log;
    }

    ClusterProcesses processes() {
        return new ClusterProcesses(cluster());
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** The password of the cluster's roles: 32 random hexadecimal digits, created on first use. */
    String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Path written = root.resolve("password.new");
            Files.deleteIfExists(written);
            Files.createFile(written, OwnerOnly.file());
            writeDurably(written, HexFormat.of().formatHex(random));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        String password = Files.readString(file).strip();
        if (!password.matches("[0-9a-f]{32}")) {
            throw new IOException(file + " does not hold the password that Loa wrote there");
        }
        return password;
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
        if (lockChannel != null) {
            lockChannel.close();
        }
    }
}
