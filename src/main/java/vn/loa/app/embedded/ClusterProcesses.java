package vn.loa.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds and stops the PostgreSQL programs that work on one cluster. A process id is not enough, because it may be
 * another program's after a reboot. A program of this cluster names it ({@code -D}) and was started at the time in its
 * pid file.
 */
final class ClusterProcesses {

    private static final Logger LOG = Logger.getLogger(ClusterProcesses.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    /** The most that a start time in the pid file may differ from the one that Linux derives from the present clock. */
    private static final Duration START_TIME_TOLERANCE = Duration.ofMinutes(1);
    /** Above every system's highest process id. */
    private static final String UNUSED_PROCESS_ID = String.valueOf(Integer.MAX_VALUE);
    private static final int PROCESS_ID_LINE = 0;
    private static final int START_TIME_LINE = 2;
    private static final int PORT_LINE = 3;

    private final Path cluster;

    ClusterProcesses(Path cluster) {
        this.cluster = cluster;
    }

    /**
     * Stops the server of the cluster and an initdb that creates it. They are asked to stop, and killed when they do
     * not; committed data survives both. An initdb that fails deletes its cluster, so it must have ended before the
     * next one begins.
     */
    void stop() throws IOException {
        for (ProcessHandle program : Stream.concat(initdbProcesses(), server().stream()).toList()) {
            LOG.infof("Stopping the PostgreSQL that an earlier Loa left behind (process %d)", program.pid());
            program.destroy();
            if (!hasStopped(program)) {
                program.destroyForcibly();
                hasStopped(program);
            }
        }
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

    /** The programs that create this cluster. As root, the library starts initdb through another program. */
    private Stream<ProcessHandle> initdbProcesses() {
        return ProcessHandle.allProcesses().filter(process -> namesCluster(process)
                && Stream.concat(process.info().command().stream(), arguments(process).stream()).anyMatch(a -> a.endsWith("initdb")));
    }

    /** The server that runs on this cluster. */
    Optional<ProcessHandle> server() throws IOException {
        List<String> lines = pidFile();
        return processIn(lines).filter(process -> isServer(process, lines));
    }

    /** Where the server listens that runs on this cluster. */
    OptionalInt port() throws IOException {
        List<String> lines = pidFile();
        boolean runs = processIn(lines).filter(process -> isServer(process, lines)).isPresent() && lines.size() > PORT_LINE;
        return runs ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip())) : OptionalInt.empty();
    }

    private boolean isServer(ProcessHandle process, List<String> lines) {
        // The file of a running program may have been replaced: "…/postgres (deleted)".
        boolean postgres = process.info().command().map(command -> command.replaceFirst(".*/", "").startsWith("postgres"))
                .orElse(false);
        return postgres && namesCluster(process) && lines.size() > START_TIME_LINE
                && startedAt(process, lines.get(START_TIME_LINE).strip());
    }

    private static boolean startedAt(ProcessHandle process, String seconds) {
        Optional<Instant> start = process.info().startInstant();
        return seconds.matches("\\d{1,12}") && (start.isEmpty() || Duration.between(start.get(),
                Instant.ofEpochSecond(Long.parseLong(seconds))).abs().compareTo(START_TIME_TOLERANCE) <= 0);
    }

    private boolean namesCluster(ProcessHandle process) {
        List<String> arguments = arguments(process);
        int option = arguments.indexOf("-D");
        return option >= 0 && option + 1 < arguments.size() && isClusterPath(arguments.get(option + 1));
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }

    private boolean isClusterPath(String argument) {
        try {
            Path path = Path.of(argument);
            return path.equals(cluster) || path.isAbsolute() && Files.exists(path) && Files.isSameFile(path, cluster);
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }

    /**
     * Keeps PostgreSQL's programs from taking another process for their server, because they trust the process id in
     * the pid file. The id is replaced by one that no process has. The rest of the file stays: PostgreSQL needs it to
     * find out whether the cluster's shared memory is in use.
     */
    void replaceForeignProcessId() throws IOException {
        List<String> lines = pidFile();
        Optional<ProcessHandle> process = processIn(lines).filter(named -> named.info().arguments().isPresent());
        if (process.isPresent() && !isServer(process.get(), lines)) {
            LOG.infof("The process %d, which %s names, is not this cluster's PostgreSQL; it is left alone",
                    process.get().pid(), path());
            List<String> disowned = new ArrayList<>(lines);
            disowned.set(PROCESS_ID_LINE, UNUSED_PROCESS_ID);
            Files.write(path(), disowned);
        }
    }

    private static Optional<ProcessHandle> processIn(List<String> lines) {
        return lines.isEmpty() || !lines.get(PROCESS_ID_LINE).strip().matches("\\d{1,9}")
                ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(PROCESS_ID_LINE).strip()));
    }

    private List<String> pidFile() throws IOException {
        return Files.exists(path()) ? Files.readAllLines(path()) : List.of();
    }

    private Path path() {
        return cluster.resolve("postmaster.pid");
    }
}
