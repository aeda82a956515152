package vn.loa.imports.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.loa.http.LimitsConfig;
import vn.loa.http.answer.Turns;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * Reads a file in a process of its own, which has its own heap, and which is ended when it takes too long or writes too much.
 * It ends by itself when this process does: its standard input ends then.
 */
@ApplicationScoped
public class FileReading {

    private static final Logger LOG = Logger.getLogger(FileReading.class);
    /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;
    /** The process sends paragraphs with their lengths, cells and notes. */
    private static final int ANSWER_FACTOR = 2;

    private final FileConfig config;
    private final long largestText;
    private final Turns turns;

    FileReading(FileConfig config, LimitsConfig limits) {
        this.config = config;
        this.largestText = limits.body().asLongValue();
        this.turns = new Turns(config.readers(), config.patience());
    }

    /**
     * The words of a file.
     *
     * @throws ProblemException 422 when the file cannot be read, 503 when too many others are being read
     */
    public FileText read(byte[] file) {
        return turns.take("Other files are being read. Try again later.", () -> readInProcess(file));
    }

    private FileText readInProcess(byte[] file) {
        ProcessBuilder builder = new ProcessBuilder(ReaderCommand.of(config.readerHeap().asLongValue()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // What this process was told, keys and passwords among it, is none of the other's business.
        Optional<String> systemRoot = Optional.ofNullable(builder.environment().get("SystemRoot"));
        builder.environment().clear();
        systemRoot.ifPresent(root -> builder.environment().put("SystemRoot", root));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            LOG.error("The process that reads files did not start", e);
            throw Problem.of(ProblemType.UNAVAILABLE, "No process could be started to read the file.").asException();
        }
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(() -> {
            late.set(true);
            process.destroyForcibly();
        }, CompletableFuture.delayedExecutor(config.readerDeadline().toMillis(), TimeUnit.MILLISECONDS));
        try {
            return exchange(process, file);
        } catch (IOException e) {
            throw late.get() ? tooComplex("takes longer than " + config.readerDeadline().toSeconds() + " seconds to read")
                    : failed(process, e);
        } finally {
            deadline.cancel(false);
            // Its place is free when it is gone.
            process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(stillThere -> process).join();
        }
    }

    private FileText exchange(Process process, byte[] file) throws IOException {
        // Standard input stays open: its end would end the process.
        DataOutputStream out = new DataOutputStream(process.getOutputStream());
        try {
            out.writeLong(largestText);
            out.writeInt(file.length);
            out.write(file);
            out.flush();
        } catch (IOException ended) {
            // It may have answered before it died; reading finds out.
            LOG.debug("The process that reads files took no more", ended);
        }
        BoundedInput bounded = new BoundedInput(process.getInputStream(), ANSWER_FACTOR * largestText);
        DataInputStream in = new DataInputStream(new BufferedInputStream(bounded));
        try {
            int fault = in.readByte();
            if (fault >= 0) {
                throw refused(FileFault.values()[fault], FileText.readText(in));
            }
            return FileText.read(in);
        } catch (IOException | IndexOutOfBoundsException e) {
            if (bounded.isUsedUp()) {
                throw tooComplex("has more than " + largestText + " bytes of text");
            }
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    private static RuntimeException failed(Process process, IOException cause) {
        try {
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            if (ended && process.exitValue() == OUT_OF_MEMORY) {
                return tooComplex("takes more memory than `loa.imports.reader-heap` to read");
            }
            LOG.errorf(cause, "The process that reads files failed (%s)", ended ? "exit code " + process.exitValue() : "still running");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return refused(FileFault.DAMAGED, "The file could not be read: its reader failed.");
    }

    private static ProblemException tooComplex(String what) {
        return refused(FileFault.TOO_COMPLEX, "The file " + what + ".");
    }

    private static ProblemException refused(FileFault fault, String detail) {
        return Problem.of(ProblemType.UNREADABLE_FILE, detail)
                .with("reason", fault.name().toLowerCase(Locale.ROOT).replace('_', '-')).asException();
    }
}
