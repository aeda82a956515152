package vn.loa.text.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a print in pages, and how they stand there. */
final class PageLines {
    /** A rule of signs, as of underscores. */
    private static final Pattern RULE = Pattern.compile("[_–—-]{5,}+");
    private static final int FULL_LINE = 60;

    private final List<String> lines;
    private final BitSet ruled;
    private final BitSet pages;
    private final DroppedLine.LineKind[] furniture;

    /** Consecutive lines of one page, without running heads. */
    record Page(int start, int end) {}

    /**
     * @param lines the normalised lines
     * @param ruled the blank lines that hold a rule of spaces
     * @param pages the lines with which a page begins, as far as its maker marked them
     * @param furniture null at the index of a line of text
     */
    PageLines(List<String> lines, BitSet ruled, BitSet pages, DroppedLine.LineKind[] furniture) {
        this.lines = lines;
        this.ruled = ruled;
        this.pages = pages;
        this.furniture = furniture;
    }

    List<Page> pages() {
        List<Page> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            boolean head = i < lines.size() && isPageHead(i);
            if (i == lines.size() || head || pages.get(i)) {
                if (i > start) {
                    found.add(new Page(start, i));
                }
                start = head ? i + 1 : i;
            }
        }
        return found;
    }

    private boolean isPageHead(int i) {
        return furniture[i] == DroppedLine.LineKind.PAGE_HEADER || furniture[i] == DroppedLine.LineKind.PAGE_NUMBER
                || furniture[i] == DroppedLine.LineKind.PAGE_BREAK;
    }

    /** Whether a line of text stands behind a blank line or opens the page. */
    boolean isApart(Page page, int i) {
        return isText(i) && (i == page.start() || !isText(i - 1));
    }

    boolean isText(int i) {
        return furniture[i] == null && !lines.get(i).isEmpty();
    }

    /** Whether the line above is a rule of spaces or of signs. */
    boolean isBehindRule(int i) {
        return isBehindRuleOfSpaces(i) || i > 0 && RULE.matcher(lines.get(i - 1)).matches();
    }

    boolean isBehindRuleOfSpaces(int i) {
        return i > 0 && ruled.get(i - 1);
    }

    /** Whether no text stands between a line and the end of its page. */
    boolean isLast(int i, Page page) {
        int end = i;
        while (end < page.end() && !isText(end)) {
            end++;
        }
        return end == page.end();
    }

    /** The end of a block of lines without blank lines between them. */
    int blockEnd(int from, int to) {
        int end = from;
        while (end < to && isText(end)) {
            end++;
        }
        return end;
    }

    /** Whether a sentence goes on from this line to the next, so that the line is as long as the type allows. */
    boolean isFull(int i, int end) {
        return isText(i) && i + 1 < end && isText(i + 1) && lines.get(i).length() >= FULL_LINE
                && Character.isLowerCase(lines.get(i + 1).charAt(0));
    }
}
