package vn.loa.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How far an import is: a bar on a terminal, else a line now and then. */
final class ImportProgress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String phase = "";
    private String last = "";
    private long nextNanos;

    ImportProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        nextNanos = System.nanoTime();
    }

    void uploading(long done, long total) {
        draw("upload", done, total, done == total, String.format(Locale.ROOT, "%.1f of %.1f MB", done / 1e6, total / 1e6));
    }

    /** @param job as the API shows it */
    void show(JsonNode job) {
        JsonNode items = job.path("items");
        long done = items.path("done").asLong();
        long found = items.path("found").asLong();
        boolean all = items.path("allFound").asBoolean();
        StringBuilder words = new StringBuilder().append(number(done)).append(" of ").append(number(found)).append(all ? "" : " found so far");
        if (job.path("perMinute").asLong() > 0) {
            words.append(", ").append(number(job.path("perMinute").asLong())).append(" a minute");
        }
        if (job.path("secondsLeft").isNumber()) {
            words.append(", ").append(time(job.path("secondsLeft").asLong())).append(" left");
        }
        if (items.path("failed").asLong() > 0) {
            words.append(", ").append(number(items.path("failed").asLong())).append(" failed");
        }
        boolean paused = job.path("state").asText().equals("paused");
        draw(paused ? "paused" : job.path("phase").asText(), all ? done : 0, Math.max(found, 1), false, words.toString());
    }

    private void draw(String newPhase, long done, long total, boolean now, String words) {
        boolean changed = !newPhase.equals(phase);
        if (!changed && !now && System.nanoTime() - nextNanos < 0) {
            return;
        }
        nextNanos = System.nanoTime() + (terminal ? BETWEEN_DRAWINGS : BETWEEN_LINES).toNanos();
        phase = newPhase;
        int percent = (int) (total == 0 ? 100 : Math.min(100, 100 * done / total));
        String line = String.format(Locale.ROOT, "%-8s %3d%%  %s", phase, percent, words);
        if (line.equals(last)) {
            return;
        }
        last = line;
        if (terminal) {
            int filled = WIDTH * percent / 100;
            out.print(CLEAR_LINE + String.format(Locale.ROOT, "%-8s [%s%s] %3d%%  %s", phase, "=".repeat(filled), " ".repeat(WIDTH - filled), percent, words));
            out.flush();
        } else {
            out.println(line);
        }
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 45 s}, {@code 3:05 min}, {@code 2:10 h}. */
    static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds % 3600 / 60);
    }

    @Override
    public void close() {
        if (terminal) {
            out.println();
        }
    }
}
