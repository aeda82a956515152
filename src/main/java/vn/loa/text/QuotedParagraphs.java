package vn.loa.text;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds the paragraphs that stand inside a quotation begun in an earlier one, as the new wording in an amendment does:
 * numbers there are the quoted document's.
 *
 * <p>Marks are not always in pairs, so one is trusted only when it looks like such a quotation: the mark left open
 * stands at the start of its paragraph or behind a colon, and one of the next {@value #LIMIT} paragraphs ends with a
 * mark that closes one, be it curly or straight. All others change nothing.
 */
final class QuotedParagraphs {
    /** More than the longest chapter that an amendment words anew; a mark that nobody closed reaches no further. */
    private static final int LIMIT = 300;

    private QuotedParagraphs() {}

    /** The indexes of the paragraphs that begin inside a quotation. */
    static BitSet in(List<String> paragraphs) {
        int size = paragraphs.size();
        BitSet opened = new BitSet(size);
        BitSet closed = new BitSet(size);
        for (int i = 0; i < size; i++) {
            opened.set(i, leavesOpen(paragraphs.get(i)));
            closed.set(i, endsWithClosing(paragraphs.get(i)));
        }
        BitSet quoted = new BitSet(size);
        int end = 0;
        for (int i = 0; i < size; i++) {
            end = Math.max(end, i + 1);
            while (end < size && !closed.get(end)) {
                end++;
            }
            if (opened.get(i) && !quoted.get(i) && end < size && end <= i + LIMIT) {
                quoted.set(i + 1, behind(paragraphs, opened, i, end));
            }
        }
        return quoted;
    }

    /**
     * The index behind the quotation that opens at one paragraph, given the next one that ends with a closing mark. A
     * mark may have been forgotten: then a numbered paragraph between them leads to the next quotation ("5. … như sau:").
     */
    private static int behind(List<String> paragraphs, BitSet opened, int from, int end) {
        for (int next = opened.nextSetBit(from + 1); next > 0 && next <= end; next = opened.nextSetBit(next + 1)) {
            String lead = paragraphs.get(next - 1);
            if (next - 1 > from && lead.endsWith(":") && SectionMarker.at(lead).isPresent()) {
                return next - 1;
            }
        }
        return end + 1;
    }

    /** Whether a mark opens a quotation that is not closed in the paragraph. */
    private static boolean leavesOpen(String text) {
        if (text.indexOf('“') < 0 && text.indexOf('"') < 0) {
            return false;
        }
        Deque<Integer> open = new ArrayDeque<>();
        int straight = 0;
        int lastStraight = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '“') {
                open.push(i);
            } else if (c == '”' && !open.isEmpty()) {
                open.pop();
            } else if (c == '"') {
                straight++;
                lastStraight = i;
            }
        }
        return open.stream().anyMatch(mark -> startsQuotation(text, mark))
                || straight % 2 == 1 && startsQuotation(text, lastStraight);
    }

    private static boolean startsQuotation(String text, int mark) {
        return mark == 0 || text.startsWith(":", mark - 1) || text.startsWith(": ", mark - 2);
    }

    /** Whether the paragraph ends, but for punctuation, with a closing mark that has no opening one. */
    private static boolean endsWithClosing(String text) {
        int end = text.length();
        while (end > 0 && ".;,/ ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        char mark = end > 0 ? text.charAt(end - 1) : ' ';
        if (mark == '"') {
            return text.chars().filter(c -> c == '"').count() % 2 == 1;
        }
        if (mark != '”') {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '“' ? 1 : c == '”' ? -1 : 0;
            if (depth < 0 && i < end - 1) {
                depth = 0;
            }
        }
        return depth < 0;
    }
}
