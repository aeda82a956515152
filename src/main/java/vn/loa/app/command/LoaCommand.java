package vn.loa.app.command;

import io.smallrye.config.SmallRyeConfig;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.function.Supplier;
import picocli.CommandLine;
import vn.loa.settings.CannotStartException;

/** The command line: {@code java -jar quarkus-run.jar rebuild-index}. Without a command Loa starts. */
@CommandLine.Command(name = "loa", mixinStandardHelpOptions = true, versionProvider = LoaCommand.Version.class,
        description = "Without a command Loa starts.", synopsisSubcommandLabel = "COMMAND",
        footer = "Settings stand before -jar, or in the environment.")
public final class LoaCommand {

    /** The command could not do what it was asked for. That of a wrong command line is 2. */
    static final int FAILED = CommandLine.ExitCode.SOFTWARE;

    private LoaCommand() {
    }

    /**
     * Runs a command.
     *
     * @param settings are read, and checked, only by commands that need them
     * @return the exit code: 0 when it was done, 1 when it failed, 2 when the command line is wrong
     */
    public static int run(Supplier<SmallRyeConfig> settings, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new LoaCommand())
                .addSubcommand(new RebuildIndex(settings))
                .addSubcommand(new BackupCommand(settings))
                .addSubcommand(new RestoreCommand(settings))
                .addSubcommand(new ImportCommand());
        line.setOut(out).setErr(err).setExecutionExceptionHandler(LoaCommand::fail);
        return line.execute(args);
    }

    /** A sentence is enough for a failure that is foreseen; any other shows where it comes from. */
    private static int fail(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof CannotStartException) {
            line.getErr().println(failure.getMessage());
        } else if (failure instanceof FileSystemException file) {
            line.getErr().println("A file cannot be read: " + file.getMessage());
        } else {
            failure.printStackTrace(line.getErr());
        }
        return FAILED;
    }

    /** From the archive's manifest, when there is one. */
    static String version() {
        String version = LoaCommand.class.getPackage().getImplementationVersion();
        return version == null ? "in development" : version;
    }

    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Loa " + version()};
        }
    }
}
