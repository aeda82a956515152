package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the notes at the foot of pages out of them. They stand below a short rule, or in smaller type, and begin with a number
 * that stands raised in the text above.
 */
final class PdfNotes {

    /** A note: the page that opens it, its number there, its lines. */
    record Note(int page, String printed, List<PdfLine> lines) {
    }

    private static final Pattern NUMBER = Pattern.compile("^\\s*[\\[(]?([0-9]{1,3})[\\])]?\\.?\\s*");
    private static final float SMALLER = 0.94f;
    private static final float SHORTEST_RULE = 30;
    private static final float LONGEST_RULE = 0.6f;
    private static final float HIGHEST = 0.2f;
    /** Flows of notes, which are other ones than those of the text. */
    private static final int FLOW = 1 << 30;

    private final float bodySize;
    private final List<Note> notes = new ArrayList<>();

    private PdfNotes(float bodySize) {
        this.bodySize = bodySize;
    }

    static List<Note> take(List<PdfPage> pages, float bodySize) {
        PdfNotes reader = new PdfNotes(bodySize);
        pages.forEach(reader::take);
        return reader.notes;
    }

    private void take(PdfPage page) {
        int start = start(page);
        if (start < 0) {
            return;
        }
        List<List<Segment>> foot = page.rows().subList(start, page.rows().size());
        List<Segment> lines = foot.stream().map(row -> row.stream().reduce(Segment::and).orElseThrow()).toList();
        float left = (float) lines.stream().mapToDouble(Segment::left).min().orElse(0);
        float right = (float) lines.stream().mapToDouble(Segment::right).max().orElse(0);
        String last = null;
        for (Segment line : lines) {
            String number = number(line);
            boolean opens = number != null && (last == null ? isMarked(page, start, number)
                    : number.equals(String.valueOf(Integer.parseInt(last) + 1)));
            if (opens) {
                last = number;
                notes.add(new Note(page.number(), number, new ArrayList<>()));
            }
            // What stands above the first number goes on from the page before.
            notes.get(notes.size() - 1).lines().add(new PdfLine(opens ? withoutNumber(line) : line, null, page.number(), FLOW + notes.size(),
                    left, right));
        }
        foot.clear();
    }

    /** The first row of the notes; negative when there are none. */
    private int start(PdfPage page) {
        List<List<Segment>> rows = page.rows();
        for (Rule rule : page.rules()) {
            int below = 0;
            while (below < rows.size() && PdfPage.y(rows.get(below)) < rule.y()) {
                below++;
            }
            boolean short_ = rule.length() >= SHORTEST_RULE && rule.length() <= LONGEST_RULE * page.width();
            if (short_ && below < rows.size() && rule.y() > HIGHEST * page.height() && isFoot(page, below, 1.05f)) {
                return below;
            }
        }
        int start = rows.size();
        while (start > 0 && PdfPage.size(rows.get(start - 1)) <= SMALLER * bodySize) {
            start--;
        }
        while (start < rows.size() && !isFoot(page, start, SMALLER)) {
            start++;
        }
        return start < rows.size() ? start : -1;
    }

    private boolean isFoot(PdfPage page, int start, float largest) {
        List<List<Segment>> rows = page.rows();
        String number = number(rows.get(start).get(0));
        boolean small = rows.subList(start, rows.size()).stream().allMatch(row -> PdfPage.size(row) <= largest * bodySize);
        boolean goesOn = number == null && !notes.isEmpty() && notes.get(notes.size() - 1).page() >= page.number() - 1 && largest > 1;
        return small && (goesOn || number != null && isMarked(page, start, number));
    }

    private static String number(Segment line) {
        Matcher number = NUMBER.matcher(line.text());
        return number.find() && number.end() < line.text().length() ? number.group(1) : null;
    }

    /** Whether the number stands raised, or in brackets, in the text above. */
    private static boolean isMarked(PdfPage page, int start, String number) {
        return page.rows().subList(0, start).stream().flatMap(List::stream).flatMap(segment -> segment.runs().stream())
                .anyMatch(run -> PdfMarks.has(run, number));
    }

    private static Segment withoutNumber(Segment line) {
        List<Run> runs = new ArrayList<>(line.runs());
        Matcher number = NUMBER.matcher(line.text());
        int left = number.find() ? number.end() : 0;
        while (left > 0) {
            Run first = runs.remove(0);
            if (first.text().length() > left) {
                runs.add(0, new Run(first.text().substring(left), first.font(), first.raised(), 0));
            }
            left -= Math.min(left, first.text().length());
        }
        return line.with(runs);
    }
}
