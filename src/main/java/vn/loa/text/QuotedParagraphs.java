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
 * stands at the start of its paragraph or behind a colon, and one of the next {@value #LIMIT} paragraphs ends with the
 * mark that closes it. All others change nothing.
 */
final class QuotedParagraphs {
    private static final int LIMIT = 50;
    private static final int NONE = 0;
    private static final int CURLY = 1;
    private static final int STRAIGHT = 2;

    private QuotedParagraphs() {}

    /** The indexes of the paragraphs that begin inside a quotation. */
    static BitSet in(List<String> paragraphs) {
        int size = paragraphs.size();
        int[] opened = new int[size];
        int[] closed = new int[size];
        for (int i = 0; i < size; i++) {
            opened[i] = leavesOpen(paragraphs.get(i));
            closed[i] = endsWithClosing(paragraphs.get(i));
        }
        BitSet quoted = new BitSet(size);
        for (int i = 0; i < size; i++) {
            if (opened[i] != NONE && !quoted.get(i)) {
                for (int j = i + 1; j < size && j <= i + LIMIT; j++) {
                    if (closed[j] == opened[i]) {
                        quoted.set(i + 1, j + 1);
                        break;
                    }
                }
            }
        }
        return quoted;
    }

    /** The kind of the mark that opens a quotation and is not closed in the paragraph. */
    private static int leavesOpen(String text) {
        if (text.indexOf('“') < 0 && text.indexOf('"') < 0) {
            return NONE;
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
        if (open.stream().anyMatch(mark -> startsQuotation(text, mark))) {
            return CURLY;
        }
        return straight % 2 == 1 && startsQuotation(text, lastStraight) ? STRAIGHT : NONE;
    }

    private static boolean startsQuotation(String text, int mark) {
        return mark == 0 || text.startsWith(":", mark - 1) || text.startsWith(": ", mark - 2);
    }

    /** The kind of the closing mark without an opening one that the paragraph ends with, but for punctuation. */
    private static int endsWithClosing(String text) {
        int end = text.length();
        while (end > 0 && ".;,/ ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        char mark = end > 0 ? text.charAt(end - 1) : ' ';
        if (mark == '"') {
            return text.chars().filter(c -> c == '"').count() % 2 == 1 ? STRAIGHT : NONE;
        }
        if (mark != '”') {
            return NONE;
        }
        int depth = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '“' ? 1 : c == '”' ? -1 : 0;
            if (depth < 0 && i < end - 1) {
                depth = 0;
            }
        }
        return depth < 0 ? CURLY : NONE;
    }
}
