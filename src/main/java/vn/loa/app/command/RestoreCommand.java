package vn.loa.app.command;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import vn.loa.imports.dump.DumpFault;
import vn.loa.imports.dump.Restore;
import vn.loa.settings.CannotStartException;

/** Brings a backup into an empty database. */
@CommandLine.Command(name = "restore", mixinStandardHelpOptions = true,
        description = "Brings a backup into an empty database, of the operator or embedded. Loa must not run on it.")
final class RestoreCommand implements Callable<Integer> {

    private final Supplier<SmallRyeConfig> settings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Parameters(paramLabel = "FILE", description = "What the command backup has written.")
    private Path file;

    RestoreCommand(Supplier<SmallRyeConfig> settings) {
        this.settings = settings;
    }

    /** @throws CannotStartException when it failed; then the database is as empty as before */
    @Override
    public Integer call() {
        SmallRyeConfig config = settings.get();
        PrintWriter out = spec.commandLine().getOut();
        Restore restore = read();
        try (CommandDatabase database = CommandDatabase.toFill(config, "loa-restore")) {
            out.println("Restoring what Loa " + restore.header().loa() + " had at " + restore.header().at());
            long rows = restore.into(database.connection());
            out.println("Restored " + rows + " rows. Start Loa now; it makes the index of words before searches find anything.");
            return CommandLine.ExitCode.OK;
        } catch (SQLException e) {
            throw new CannotStartException("The backup was not restored, and nothing of it is in the database: " + CommandDatabase.words(e), e);
        } catch (DumpFault e) {
            throw new CannotStartException(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Restore read() {
        if (!Files.isRegularFile(file)) {
            throw new CannotStartException("There is no file " + file.toAbsolutePath() + ".");
        }
        try {
            return Restore.of(file);
        } catch (DumpFault e) {
            throw new CannotStartException(file + ": " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private CannotStartException unreadable(IOException e) {
        return new CannotStartException(file + " could not be read: " + e.getMessage(), e);
    }
}
