package vn.loa.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;

/** What became of an import, for the person who asked for it. */
final class ImportOutcome {

    private static final List<String> COUNTS = List.of("created", "updated", "unchanged", "changedHere", "skipped", "failed");
    private static final List<String> NOT_IN = List.of("failed", "changed-here");

    private final ImportApi jobs;
    private final JsonNode job;
    private final PrintWriter out;

    ImportOutcome(ImportApi jobs, JsonNode job, PrintWriter out) {
        this.jobs = jobs;
        this.job = job;
        this.out = out;
    }

    /**
     * Prints it.
     *
     * @param most problems of each kind that are printed
     * @return whether everything is in
     */
    boolean print(int most) {
        JsonNode items = job.path("items");
        StringBuilder counts = new StringBuilder();
        COUNTS.forEach(count -> counts.append(counts.length() == 0 ? "" : ", ").append(count.equals("changedHere") ? "changed here" : count)
                .append(' ').append(ImportProgress.number(items.path(count).asLong())));
        String state = job.path("state").asText();
        out.println((job.path("dryRun").asBoolean() ? "Dry run " : "Import ") + state + ": " + counts + ".");
        if (job.path("problem").isTextual()) {
            out.println(job.path("problem").asText());
        }
        long notIn = items.path("failed").asLong() + items.path("changedHere").asLong();
        if (notIn > 0) {
            NOT_IN.forEach(status -> problems(status, most));
        }
        out.println("The whole report: " + jobs.addressOf(job.path("id").asText()) + "/report");
        return state.equals("done") && notIn == 0;
    }

    private void problems(String status, int most) {
        String lines = jobs.report(job.path("id").asText(), status, most);
        lines.lines().filter(line -> !line.isBlank()).map(ImportApi::parse).forEach(line -> {
            String where = line.hasNonNull("path") ? line.path("path").asText() : line.hasNonNull("source") ? line.path("source").asText()
                    : "line " + line.path("line").asText();
            out.println("  " + status + ": " + printable(where) + ": " + printable(sentence(line.path("problem"))));
        });
    }

    /** The words of a problem (RFC 9457), with the fields that are wrong. */
    static String sentence(JsonNode problem) {
        StringBuilder words = new StringBuilder(problem.path("detail").asText(problem.path("title").asText("no reason is given")));
        problem.path("errors").forEach(error -> words.append(" [").append(error.path("pointer").asText(error.path("parameter").asText()))
                .append(' ').append(error.path("message").asText()).append(']'));
        return words.toString();
    }

    /** Names come from strangers, and a terminal obeys control characters. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "\uFFFD");
    }
}
