package vn.loa.support;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of the operator's, such as nginx or Varnish, as a process on the loopback address. */
public final class LocalServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;

    private LocalServer(Process process) {
        this.process = process;
    }

    /** Skips the test where the program is not installed. */
    public static void needs(String program) {
        assumeTrue(Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin").anyMatch(bin -> Files.isExecutable(Path.of(bin, program))),
                program + " is not installed");
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started when it listens. @param folder where its output goes */
    public static LocalServer start(int port, Path folder, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        builder.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + File.pathSeparator + sbin);
        LocalServer server = new LocalServer(builder.start());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            assertTrue(server.process.isAlive() && System.nanoTime() < deadline, Files.readString(folder.resolve("log")));
            Thread.sleep(50);
        }
        return server;
    }

    private static boolean listens(int port) throws IOException {
        try (RawConnection connection = new RawConnection(URI.create("http://127.0.0.1:" + port))) {
            return connection != null;
        } catch (ConnectException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
