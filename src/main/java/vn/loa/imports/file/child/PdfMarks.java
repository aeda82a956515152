package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the marks of notes in the lines of a page, and replaces them by runs that say which note is meant. */
final class PdfMarks {

    /** Behind a unit of length or a ten a raised figure is an exponent. */
    private static final Pattern BASE = Pattern.compile("(?:(?<![\\p{L}])(?:[kcdm]?m)|(?<![0-9])10)$");

    private PdfMarks() {
    }

    /** Whether a run has the mark of the note with this printed number. */
    static boolean has(Run run, String number) {
        return run.raised() && numbers(run).contains(number) || run.text().contains("[" + number + "]");
    }

    /** The numbers of a raised run: "1", "[1]", "1, 2"; none when something else stands in it. */
    private static List<String> numbers(Run run) {
        String bare = run.text().replaceAll("[\\[\\]()*]", "").strip();
        return bare.matches("[0-9]{1,3}(?:[,; ]++[0-9]{1,3}+)*+") ? Arrays.asList(bare.split("[,; ]+")) : List.of();
    }

    /**
     * The lines with the marks of these notes. Each note has one; they come in the order of the notes.
     *
     * @param notes all of the document, in order: a note's place among them, from 1 on, is its number
     */
    static List<PdfLine> resolve(List<PdfLine> lines, List<PdfNotes.Note> notes) {
        List<PdfLine> resolved = new ArrayList<>(lines);
        int from = 0;
        for (int n = 0; n < notes.size(); n++) {
            int page = notes.get(n).page();
            while (from < resolved.size() && resolved.get(from).page() < page) {
                from++;
            }
            if (!mark(resolved, from, notes.get(n), n + 1, false)) {
                mark(resolved, from, notes.get(n), n + 1, true);
            }
        }
        return resolved;
    }

    /** @param exponents whether a figure counts that may be an exponent, as that of m² */
    private static boolean mark(List<PdfLine> lines, int from, PdfNotes.Note note, int number, boolean exponents) {
        for (int i = from; i < lines.size() && lines.get(i).page() == note.page(); i++) {
            List<Run> runs = lines.get(i).isRow() ? null : mark(lines.get(i).segment().runs(), note.printed(), number, exponents);
            if (runs != null) {
                lines.set(i, lines.get(i).with(runs));
                return true;
            }
        }
        return false;
    }

    /** Null when no run has the mark. */
    private static List<Run> mark(List<Run> runs, String printed, int note, boolean exponents) {
        for (int i = 0; i < runs.size(); i++) {
            boolean exponent = i > 0 && runs.get(i).raised() && BASE.matcher(runs.get(i - 1).text()).find();
            if (!runs.get(i).isMark() && has(runs.get(i), printed) && (exponents || !exponent)) {
                List<Run> marked = new ArrayList<>(runs.subList(0, i));
                marked.addAll(marked(runs.get(i), printed, note));
                marked.addAll(runs.subList(i + 1, runs.size()));
                return marked;
            }
        }
        return null;
    }

    private static List<Run> marked(Run run, String printed, int note) {
        List<Run> parts = new ArrayList<>();
        if (run.raised()) {
            List<String> numbers = numbers(run);
            int at = numbers.indexOf(printed);
            if (at >= 0) {
                boolean spaced = run.text().startsWith(" ");
                numbers.subList(0, at).forEach(number -> parts.add(new Run(number, run.font(), true, 0)));
                parts.add(Run.mark(note));
                numbers.subList(at + 1, numbers.size()).forEach(number -> parts.add(new Run(number, run.font(), true, 0)));
                if (spaced && at > 0) {
                    parts.add(0, new Run(" ", run.font(), false, 0));
                }
                return parts;
            }
        }
        int at = run.text().indexOf("[" + printed + "]");
        parts.add(new Run(run.text().substring(0, at), run.font(), run.raised(), 0));
        parts.add(Run.mark(note));
        parts.add(new Run(run.text().substring(at + printed.length() + 2), run.font(), run.raised(), 0));
        return parts;
    }
}
