package vn.loa.imports.export;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import vn.loa.http.answer.LongBody;

/** Reads the lines of a part, compressed or not. */
final class PartInput {

    /** No row of Loa comes near. */
    private static final int LONGEST_LINE = 1 << 26;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;

    private PartInput(InputStream in) {
        this.in = in;
    }

    static PartInput open(LongBody.Bytes bytes, long size) throws IOException {
        byte[] head = bytes.read(0, (int) Math.min(2, size));
        boolean compressed = head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
        try {
            InputStream stored = new Stored(bytes, size);
            return new PartInput(compressed ? new GZIPInputStream(stored, BUFFER) : stored);
        } catch (ZipException | EOFException e) {
            throw new ExportFault("A part cannot be unpacked.");
        }
    }

    /** Without its line break; null at the end of the part. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (next == end && !fill()) {
                if (line.size() > 0) {
                    throw new ExportFault("A part was cut off.");
                }
                return null;
            }
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            line.write(buffer, from, next - from);
            if (line.size() > LONGEST_LINE) {
                throw new ExportFault("A line of a part is longer than any that Loa writes.");
            }
            if (next < end) {
                next++;
                return line.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private boolean fill() throws IOException {
        try {
            next = 0;
            end = Math.max(in.read(buffer), 0);
            return end > 0;
        } catch (ZipException | EOFException e) {
            throw new ExportFault("A part cannot be unpacked: it was cut off, or changed.");
        }
    }

    /** The bytes of a part, a piece at a time. */
    private static final class Stored extends InputStream {

        private final LongBody.Bytes bytes;
        private final long size;
        private byte[] piece = new byte[0];
        private int at;
        private long offset;

        Stored(LongBody.Bytes bytes, long size) {
            this.bytes = bytes;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (at == piece.length) {
                if (offset == size) {
                    return -1;
                }
                piece = bytes.read(offset, (int) Math.min(ExportBytes.PIECE, size - offset));
                if (piece.length == 0) {
                    throw new ExportFault("A part was deleted meanwhile.");
                }
                offset += piece.length;
                at = 0;
            }
            int taken = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, taken);
            at += taken;
            return taken;
        }

        /** GZIPInputStream asks, to know whether another file follows. */
        @Override
        public int available() {
            return (int) Math.min(BUFFER, piece.length - at + size - offset);
        }
    }
}
