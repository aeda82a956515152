package vn.loa.imports.job.find;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines as bytes. Of a line that is too long nothing is kept, so that it takes no memory. */
final class LineReader {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    /** The bytes of the buffer that are not read yet: from this one on, to the end. */
    private int from;
    private int end;
    private boolean tooLong;
    private long number;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; empty for one that is too long; null at the end. */
    byte[] next() throws IOException {
        if (!hasMore()) {
            return null;
        }
        number++;
        tooLong = false;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean ended = false;
        while (!ended && hasMore()) {
            int newline = from;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            ended = newline < end;
            tooLong |= line.size() + newline - from > longest;
            if (tooLong) {
                line = new ByteArrayOutputStream(0);
            } else {
                line.write(buffer, from, newline - from);
            }
            from = ended ? newline + 1 : end;
        }
        return line.toByteArray();
    }

    private boolean hasMore() throws IOException {
        if (from == end) {
            from = 0;
            end = Math.max(0, in.read(buffer));
        }
        return from < end;
    }

    boolean wasTooLong() {
        return tooLong;
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }
}
