package vn.loa.text.structure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds the paragraphs that stand inside a quotation from an earlier paragraph, as the new wording in an amendment
 * does. Numbers in such paragraphs belong to the quoted document.
 *
 * <p>Marks are not always in pairs. An open mark therefore counts only when it stands at the start of its paragraph or
 * behind a colon, and when one of the next {@value #LIMIT} paragraphs ends with a closing mark, curly or straight.
 * Other marks have no effect.
 */
final class QuotedParagraphs {
    /**
     * More paragraphs than the longest chapter that an amendment rewrites. A mark that is never closed reaches no
     * further.
     */
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
     * The index behind the quotation that opens at {@code from}; {@code end} is the next paragraph with a closing mark
     * at its end. If the closing mark is missing, a numbered paragraph between them introduces the next quotation ("5.
     * … như sau:") and ends this one.
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

    /** Whether a quotation opens in the paragraph and stays open. */
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

    /**
     * Whether the paragraph ends, apart from punctuation, with a closing mark that has no opening one in the paragraph.
     */
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
