package vn.loa.imports.archive.wordpress;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an export. WordPress writes control characters that XML does not have, which become spaces. A parser keeps
 * an item in memory, so at most a few million characters are read for one.
 */
final class ExportText extends FilterReader {

    private static final int BUFFER = 65_536;
    /** In characters: several times the longest body with its comments. */
    private static final int MOST = 16 << 20;

    private long allowed = MOST;

    ExportText(InputStream bytes) {
        super(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER));
    }

    /** Begins with the next part, which may have as much again. */
    void next() {
        allowed = MOST;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (allowed <= 0) {
            throw new IOException("one of its items has more than " + MOST + " characters");
        }
        int read = super.read(target, from, (int) Math.min(length, allowed));
        allowed -= Math.max(read, 0);
        for (int i = from; i < from + read; i++) {
            char c = target[i];
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
            if (control || c == '\uFFFE' || c == '\uFFFF' || c == '\uFEFF') {
                target[i] = ' ';
            }
        }
        return read;
    }
}
