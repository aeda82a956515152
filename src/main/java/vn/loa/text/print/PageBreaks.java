package vn.loa.text.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the pages of a text that tools made of a PDF or a print without running heads: form feeds, and the numbers of
 * pages, which count on from page to page.
 */
public final class PageBreaks {
    private static final Pattern NUMBER = Pattern.compile("(?:Trang |[-–] ?)?([0-9]{1,4}+)(?: ?[-–]| ?/ ?[0-9]{1,4}+)?");
    private static final int LONGEST_NUMBER = 16;

    private final List<String> lines;
    private final DroppedLine.LineKind[] kinds;

    /** A line that may be the number of a page. */
    private record Candidate(int line, int number, int page) {}

    private PageBreaks(List<String> lines, DroppedLine.LineKind[] kinds) {
        this.lines = lines;
        this.kinds = kinds;
    }

    /** The lines with which a page begins behind a form feed, of a text before it is normalised. */
    public static BitSet starts(String text) {
        BitSet starts = new BitSet();
        if (text.indexOf('\f') < 0) {
            return starts;
        }
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '\n' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029'
                    || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            line += end ? 1 : 0;
            starts.set(line, starts.get(line) || c == '\f');
        }
        return starts;
    }

    /**
     * Marks the numbers of pages.
     *
     * @param starts the lines with which a page begins behind a form feed
     * @param kinds null for a line of text
     */
    public static void mark(List<String> lines, BitSet starts, DroppedLine.LineKind[] kinds) {
        PageBreaks breaks = new PageBreaks(lines, kinds);
        List<Candidate> candidates = starts.isEmpty() ? breaks.insideSentences() : breaks.besideFeeds(starts);
        for (int i = 0; i < candidates.size(); i++) {
            if (countsOn(candidates, i - 1, i) || countsOn(candidates, i, i + 1) || isOnlyOne(candidates, i)) {
                kinds[candidates.get(i).line] = DroppedLine.LineKind.PAGE_BREAK;
            }
        }
    }

    private static boolean countsOn(List<Candidate> candidates, int first, int second) {
        if (first < 0 || second >= candidates.size()) {
            return false;
        }
        Candidate one = candidates.get(first);
        Candidate other = candidates.get(second);
        return other.number - one.number == other.page - one.page;
    }

    /** The second of two pages is numbered, as official documents are whose first page has no number. */
    private static boolean isOnlyOne(List<Candidate> candidates, int i) {
        return candidates.size() == 1 && candidates.get(i).number == candidates.get(i).page;
    }

    /** The first and last lines of the pages between form feeds, as far as they are numbers. */
    private List<Candidate> besideFeeds(BitSet starts) {
        List<Candidate> candidates = new ArrayList<>();
        int page = 1;
        int start = 0;
        while (start < lines.size()) {
            int next = starts.nextSetBit(start + 1);
            int end = next < 0 ? lines.size() : next;
            int first = start;
            while (first < end && lines.get(first).isEmpty()) {
                first++;
            }
            int last = end - 1;
            while (last > first && lines.get(last).isEmpty()) {
                last--;
            }
            if (first < end) {
                boolean alone = first + 1 >= end || lines.get(first + 1).isEmpty();
                int number = alone ? number(first) : 0;
                int line = number > 0 ? first : last;
                number = number > 0 ? number : number(last);
                if (number > 0) {
                    candidates.add(new Candidate(line, number, page));
                }
            }
            page++;
            start = end;
        }
        return candidates;
    }

    /** Numbers that stand alone between the two halves of a sentence. */
    private List<Candidate> insideSentences() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (lines.get(i - 1).isEmpty() && lines.get(i + 1).isEmpty() && number(i) > 0) {
                int above = i - 1;
                while (above > 0 && lines.get(above).isEmpty()) {
                    above--;
                }
                int below = i + 1;
                while (below < lines.size() - 1 && lines.get(below).isEmpty()) {
                    below++;
                }
                if (!lines.get(above).isEmpty() && !lines.get(below).isEmpty() && ".;:!?…".indexOf(lines.get(above).charAt(lines.get(above).length() - 1)) < 0
                        && Character.isLowerCase(lines.get(below).charAt(0)) && lines.get(below).length() > 1
                        && Character.isLetter(lines.get(below).charAt(1))) {
                    candidates.add(new Candidate(i, number(i), candidates.size() + 1));
                }
            }
        }
        return candidates.size() > 1 ? candidates : List.of();
    }

    /** The number of a page; 0 when the line is none. */
    private int number(int line) {
        String text = lines.get(line);
        if (kinds[line] != null || text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return 0;
        }
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }
}
