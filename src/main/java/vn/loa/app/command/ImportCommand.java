package vn.loa.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import vn.loa.settings.CannotStartException;

/** Imports a folder or a file by a job of a running Loa, and shows how far it is. */
@CommandLine.Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Imports saved pages and files, an export of WordPress, or lines of JSON, by an import job of a running Loa.",
            "Exit code 0: everything is in. 1: something is not. 2: the command line is wrong."})
final class ImportCommand implements Callable<Integer> {

    private static final Set<String> STILL_GOING = Set.of("receiving", "running", "paused");
    private static final long POLL_MILLIS = 1_000;
    private static final int MOST_PROBLEMS = 100;

    @CommandLine.Parameters(index = "0", paramLabel = "FOLDER|FILE",
            description = "A folder, which is packed on the way, or a file: zip, tar, tar.gz, ndjson, csv, an export of WordPress (xml).")
    private Path what;

    @CommandLine.Option(names = "--api", paramLabel = "URL", defaultValue = "http://localhost:8080/api/v1",
            description = "The address of the API. Default: ${DEFAULT-VALUE}.")
    private URI api;

    @CommandLine.Option(names = "--key", paramLabel = "KEY", defaultValue = "${env:LOA_KEY}",
            description = "A key with the role publisher or admin. Others on this machine can see it here, but not in the environment as LOA_KEY.")
    private String key;

    @CommandLine.Option(names = "--source-name", paramLabel = "NAME",
            description = "Where the items come from. What is sent again under the same name is not doubled.")
    private String sourceName;

    @CommandLine.Option(names = "--publish", description = "Publish the articles at once. Without it they are drafts.")
    private boolean publish;

    @CommandLine.Option(names = "--create-categories", description = "Create the categories that are not there.")
    private boolean createCategories;

    @CommandLine.Option(names = "--dry-run", description = "Read and check everything, and store nothing.")
    private boolean dryRun;

    @CommandLine.Option(names = "--plain", description = "Print lines instead of a progress bar, as where there is no terminal.")
    private boolean plain;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** @throws CannotStartException when the job could not be made or watched to its end */
    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (key == null || key.isBlank()) {
            throw wrong("A key is needed: set LOA_KEY, or give --key.");
        }
        if (!Files.isReadable(what)) {
            throw wrong("There is no " + what + " that can be read.");
        }
        ImportApi jobs = apiOf();
        ImportUpload upload = ImportUpload.of(what);
        JsonNode job = null;
        // Also before a message that says what is wrong, the bar's line ends.
        try (ImportProgress progress = new ImportProgress(out, !plain && System.console() != null)) {
            Map<String, String> options = options(upload.contentType());
            // A job has the rights of the key that made it: with another key, what it does is not what this command would do.
            for (JsonNode interrupted : jobs.receiving()) {
                if (job == null && isOf(interrupted, options)) {
                    job = imported(jobs, interrupted.path("id").asText(), upload, progress);
                }
            }
            if (job == null) {
                job = imported(jobs, jobs.create(options).path("id").asText(), upload, progress);
            }
        }
        return new ImportOutcome(jobs, job, out).print(MOST_PROBLEMS) ? CommandLine.ExitCode.OK : LoaCommand.FAILED;
    }

    private ImportApi apiOf() {
        if (api.getHost() == null || !("http".equals(api.getScheme()) || "https".equals(api.getScheme()))) {
            throw wrong("The address of the API must be one of http or https, such as http://localhost:8080/api/v1.");
        }
        return new ImportApi(api, key.strip());
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private Map<String, String> options(String contentType) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("contentType", contentType);
        if (sourceName != null) {
            options.put("sourceName", sourceName);
        }
        if (publish) {
            options.put("publish", "true");
        }
        if (dryRun) {
            options.put("dryRun", "true");
        }
        if (createCategories) {
            options.put("createCategories", "true");
        }
        return options;
    }

    /** Whether a job was made by the same command line, or one like it, and has something. */
    private static boolean isOf(JsonNode job, Map<String, String> options) {
        return job.path("parts").asInt() > 0 && job.path("sourceName").asText().equals(options.getOrDefault("sourceName", "default"))
                && job.path("contentType").asText().equals(options.get("contentType"))
                && Stream.of("publish", "dryRun", "createCategories").allMatch(name -> job.path(name).asBoolean() == options.containsKey(name));
    }

    /** The job at its end. Null when the content of the folder is not the one of which the job has parts. */
    private JsonNode imported(ImportApi jobs, String id, ImportUpload upload, ImportProgress progress) throws IOException, InterruptedException {
        try (Farewell farewell = new Farewell(jobs.addressOf(id), spec.commandLine().getErr())) {
            upload.send(jobs, id, jobs.parts(id), progress);
            farewell.uploaded();
            return watch(jobs, jobs.start(id), progress);
        } catch (ImportUpload.OtherContentException e) {
            return null;
        }
    }

    private static JsonNode watch(ImportApi jobs, JsonNode started, ImportProgress progress) throws InterruptedException {
        JsonNode job = started;
        progress.show(job);
        while (STILL_GOING.contains(job.path("state").asText())) {
            Thread.sleep(POLL_MILLIS);
            job = jobs.get(job.path("id").asText());
            progress.show(job);
        }
        return job;
    }

    /** What is said when the command is stopped: the job is Loa's. */
    private static final class Farewell implements AutoCloseable {

        private final Thread hook;
        private volatile boolean uploaded;

        Farewell(URI job, PrintWriter err) {
            hook = new Thread(() -> {
                err.println();
                err.println(uploaded ? "The job goes on without this command. Look at it, with the key:" : "The job waits for the rest of its parts. "
                        + "The same command with the same key goes on with it, unless the folder is another one then. Its address:");
                err.println(job);
                err.flush();
            }, "import-farewell");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        void uploaded() {
            uploaded = true;
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The hook runs already.
                return;
            }
        }
    }
}
