package vn.loa.imports.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.imports.dump.DumpWriter;

/**
 * Divides lines into parts, and stores each piece of a part as soon as it is full: memory holds one piece. Each part is a file of
 * its own, and all of them one behind the other are one, too.
 */
final class PartWriter implements DumpWriter.LineSink {

    /** How often it is asked whether to go on, in lines. */
    private static final int OFTEN = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportStore store;
    private final OpenExport export;
    private final ExportHeader header;
    private final long partSize;
    private final Duration longest;
    private final BooleanSupplier stopping;
    private final long began = System.nanoTime();
    private final Pieces pieces = new Pieces();

    private byte[] prefix;
    private OutputStream out;
    private int part;
    /** Of the part, before it is compressed. */
    private long written;
    private long linesOfPart;
    private long lines;
    private long bytes;
    private int kinds = -1;

    PartWriter(ExportStore store, OpenExport export, ExportHeader header, ExportConfig config, BooleanSupplier stopping) {
        this.store = store;
        this.export = export;
        this.header = header;
        this.partSize = config.partSize().asLongValue();
        this.longest = config.longestSnapshot();
        this.stopping = stopping;
    }

    /** The lines that follow are of this kind. */
    void begin(String kind) {
        kinds++;
        prefix = ("{\"" + ExportLines.KIND + "\":\"" + kind + "\",").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void line(byte[] line, int length) throws IOException {
        if (lines % OFTEN == 0) {
            requireGoingOn();
        }
        if (out == null) {
            beginPart();
        }
        out.write(prefix);
        // Behind the brace that it begins with.
        out.write(line, 1, length - 1);
        out.write('\n');
        written += prefix.length + length;
        linesOfPart++;
        lines++;
        if (written >= partSize) {
            endPart();
        }
    }

    /** Behind it the export is complete. */
    void end() throws IOException {
        kinds++;
        if (out == null) {
            beginPart();
        }
        mark(Map.of(ExportLines.END, lines));
        endPart();
    }

    private void requireGoingOn() throws IOException {
        if (stopping.getAsBoolean()) {
            throw new IOException("Loa is stopping");
        }
        if (age().compareTo(longest) > 0) {
            throw new ExportFault("The snapshot became older than loa.exports.longest-snapshot, " + longest + ".");
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void beginPart() throws IOException {
        part++;
        pieces.begin();
        out = export.compressed() ? new QuickGzip(pieces) : pieces;
        written = 0;
        linesOfPart = 0;
        mark(header.ofPart(part));
    }

    private void mark(Object line) throws IOException {
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
    }

    private void endPart() throws IOException {
        out.close();
        out = null;
        store.addPart(export.id(), new ExportPart(part, pieces.size, linesOfPart, pieces.digest.digest()), progress());
    }

    private ExportStore.Progress progress() {
        return new ExportStore.Progress(kinds, lines, bytes, age().toSeconds());
    }

    /** Stores what is written in pieces. */
    private final class Pieces extends OutputStream {

        private final byte[] piece = new byte[ExportBytes.PIECE];
        private final MessageDigest digest = DigestUtils.getSha256Digest();
        private int filled;
        private int number;
        private long size;

        void begin() {
            digest.reset();
            filled = 0;
            number = 0;
            size = 0;
        }

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            int done = 0;
            while (done < length) {
                int next = Math.min(length - done, piece.length - filled);
                System.arraycopy(from, offset + done, piece, filled, next);
                filled += next;
                done += next;
                if (filled == piece.length) {
                    store();
                }
            }
        }

        private void store() {
            digest.update(piece, 0, filled);
            size += filled;
            bytes += filled;
            store.addPiece(export.id(), part, number++, Arrays.copyOf(piece, filled), progress());
            filled = 0;
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }
    }

    /** Loa has two cores, perhaps, and goes on: three times as quick as the usual level. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
