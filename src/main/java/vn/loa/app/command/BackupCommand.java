package vn.loa.app.command;

import io.smallrye.config.SmallRyeConfig;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import vn.loa.app.embedded.OwnerOnly;
import vn.loa.imports.dump.Backup;
import vn.loa.imports.dump.DumpFault;
import vn.loa.imports.dump.DumpHeader;
import vn.loa.settings.CannotStartException;

/** Writes everything into one file, while Loa goes on. */
@CommandLine.Command(name = "backup", mixinStandardHelpOptions = true,
        description = "Writes everything that the database has into one file. Loa may run meanwhile.")
final class BackupCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Supplier<SmallRyeConfig> settings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Parameters(paramLabel = "FILE",
            description = "Where it goes; a file that is there is replaced at the end. - is the standard output.")
    private String file;

    BackupCommand(Supplier<SmallRyeConfig> settings) {
        this.settings = settings;
    }

    /** @throws CannotStartException when it failed; then nothing is left of the file */
    @Override
    public Integer call() throws IOException {
        if (file.equals(STANDARD_OUTPUT)) {
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            // Whatever else says something says it elsewhere.
            System.setOut(System.err);
            say(write(new BufferedOutputStream(out)), spec.commandLine().getErr());
        } else {
            say(writeFile(target()), spec.commandLine().getOut());
        }
        return CommandLine.ExitCode.OK;
    }

    private void say(DumpHeader header, PrintWriter to) {
        to.println("Backed up as of " + header.at() + " to " + (file.equals(STANDARD_OUTPUT) ? "the standard output" : file));
    }

    private Path target() throws IOException {
        Path target = Path.of(file).toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new CannotStartException(file + " is no file. For a pipe or a device, write the backup to the standard output (backup -).");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new CannotStartException("There is no directory " + target.getParent() + " to write the backup into.");
        }
        return Files.exists(target) ? target.toRealPath() : target;
    }

    /** Beside it first, so that no half of a backup ever has its name. Its owner alone may read it: it has hashes of keys. */
    private DumpHeader writeFile(Path target) throws IOException {
        Path part = null;
        try {
            part = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part", OwnerOnly.file());
            part.toFile().deleteOnExit();
            DumpHeader header;
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                header = write(out);
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return header;
        } catch (IOException e) {
            throw failed(e.toString(), e);
        } finally {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        }
    }

    private DumpHeader write(OutputStream out) {
        try (CommandDatabase database = CommandDatabase.toRead(settings.get(), "loa-backup")) {
            DumpHeader header = Backup.write(database.connection(), LoaCommand.version(), out);
            out.flush();
            return header;
        } catch (SQLException e) {
            throw failed(CommandDatabase.words(e), e);
        } catch (DumpFault e) {
            throw new CannotStartException(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
    }

    private static CannotStartException failed(String reason, Exception e) {
        return new CannotStartException("The backup was not written: " + reason, e);
    }
}
