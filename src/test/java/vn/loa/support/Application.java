package vn.loa.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application, running as a process of its own on a free port. */
public final class Application implements AutoCloseable {

    /** Where it is packaged. */
    public static final Path PACKAGED = Path.of("target", "quarkus-app");
    /** These processes live for seconds: quick to start matters more than fast. */
    private static final List<String> JAVA_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    /** The classes as a start has them in memory: a fifth less processor time. There once a test has made it. */
    private static final Path ARCHIVE = PACKAGED.resolveSibling("loa.jsa").toAbsolutePath();
    /** Each process of the test run has its own. */
    private static final Path PROGRAMS = Path.of("target", "postgres-programs-" + ProcessHandle.current().pid());
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    /** The process chooses one. A port that was free before it starts may be another process's when it listens. */
    private static final String ANY_PORT = "0";
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    /** Against waiting for ever. A start took a minute on a machine that did other things as well. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path log;
    /** Zero until it is known. */
    private volatile int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ContractCheck contract = new ContractCheck();

    private Application(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts and waits until it is ready. */
    public static Application start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        Application application = launch(data, settings);
        application.awaitReady();
        return application;
    }

    public void awaitReady() throws InterruptedException {
        await("ready", this::isReady);
    }

    public void awaitNotReady() throws InterruptedException {
        await("not ready", () -> !isReady());
    }

    public void awaitLog(String words) throws InterruptedException {
        await("saying " + words, () -> log().contains(words));
    }

    /** The first process that it starts of this kind. */
    public ProcessHandle awaitChild(Predicate<ProcessHandle> kind) {
        Optional<ProcessHandle> child = Optional.empty();
        while (child.isEmpty() && process.isAlive()) {
            child = process.descendants().filter(kind).findFirst();
        }
        return child.orElseThrow();
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("is not " + what + ":\n" + log());
            }
            Thread.sleep(50);
        }
    }

    /** Gives a data directory the PostgreSQL programs that an earlier start or test unpacked, which saves seconds. */
    public static void shareProgramsWith(Path data) throws IOException {
        if (Files.notExists(PROGRAMS)) {
            Files.createDirectories(PROGRAMS);
            if (Files.exists(TestDatabase.PROGRAMS)) {
                copyPrograms();
            }
        }
        Files.createSymbolicLink(data.resolve("bin"), PROGRAMS.toAbsolutePath());
    }

    /** Not with their folder, which others may write to: Loa would unpack what is in such a one anew. */
    private static void copyPrograms() throws IOException {
        try (Stream<Path> versions = Files.list(TestDatabase.PROGRAMS)) {
            for (Path version : versions.filter(Files::isDirectory).toList()) {
                PostgresServers.copy(version, PROGRAMS.resolve(version.getFileName()));
            }
        }
    }

    /** Lets later starts, also those of other processes of the test run, read their classes from an archive. */
    public static void startFromNowOnWith(Path archive) throws IOException {
        // Newer versions of Java make another kind.
        if (Files.exists(archive)) {
            Path beside = Files.copy(archive, ARCHIVE.resolveSibling("loa.jsa.new"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    static List<String> javaOptions() {
        List<String> options = new ArrayList<>(JAVA_OPTIONS);
        if (Files.exists(ARCHIVE)) {
            // Java says nothing of an archive of an earlier build, which it does not use.
            options.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:disable"));
        }
        return options;
    }

    /** Starts and does not wait. */
    public static Application launch(Path data, Map<String, String> settings) throws IOException {
        return launch(PACKAGED, javaOptions(), data, settings);
    }

    /**
     * Starts and does not wait.
     *
     * @param packaged the directory with {@code quarkus-run.jar}, in which the process then is
     */
    public static Application launch(Path packaged, List<String> javaOptions, Path data, Map<String, String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(javaOptions);
        // No balancer is there that would have to turn away first.
        command.addAll(List.of("-Dquarkus.http.port=" + ANY_PORT, "-Dloa.data=" + data.toAbsolutePath(),
                "-Dquarkus.shutdown.delay=0S"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return launch(new ProcessBuilder(command).directory(packaged.toFile()));
    }

    /**
     * Starts by a command of a POSIX shell, given in the project's directory, and waits until it is ready.
     *
     * @param settings besides those of the command, as environment variables
     */
    public static Application start(String command, Path data, Map<String, String> settings) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "exec env " + command);
        shell.environment().merge("PATH", JAVA.getParent().toString(), (path, java) -> java + ":" + path);
        shell.environment().putAll(Map.of("JAVA_TOOL_OPTIONS", String.join(" ", javaOptions()), "LOA_DATA",
                data.toAbsolutePath().toString(), "QUARKUS_HTTP_PORT", ANY_PORT, "QUARKUS_SHUTDOWN_DELAY", "0S"));
        shell.environment().putAll(settings);
        Application application = launch(shell);
        application.awaitReady();
        return application;
    }

    private static Application launch(ProcessBuilder process) throws IOException {
        Path log = Files.createTempFile(Path.of("target"), "application", ".log");
        return new Application(process.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    private boolean isReady() {
        try {
            return findPort().isPresent() && get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notListeningYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET().build());
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) throws InterruptedException {
        return send("POST", path, body, headers);
    }

    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) throws InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).headers(headers)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            contract.check(new ContractCheck.Answer(request.method(), request.uri().getRawPath(),
                    request.uri().getRawQuery(), answer.statusCode(), header -> answer.headers().firstValue(header).orElse(null), answer.body()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode getJson(String path) {
        try {
            return new ObjectMapper().readTree(get(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that it has printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, once it does. */
    public int port() {
        return findPort().orElseThrow(() -> new IllegalStateException("does not listen:\n" + log()));
    }

    private OptionalInt findPort() {
        if (port == 0) {
            Matcher listening = LISTENING.matcher(log());
            port = listening.find() ? Integer.parseInt(listening.group(1)) : 0;
        }
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** SIGTERM, without waiting. */
    public void askToStop() {
        process.destroy();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and until the process has ended. */
    public void terminate() throws InterruptedException {
        process.destroy();
        exitCode();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("does not end:\n" + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            terminate();
        }
    }
}
