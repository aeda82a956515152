package vn.loa.text.structure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the paragraphs that stand inside a quotation from an earlier paragraph, as the new wording in an amendment
 * does. Numbers in such paragraphs belong to the quoted document.
 *
 * <p>Marks are not always in pairs. An open mark therefore counts only when it stands at the start of its paragraph or
 * behind a colon. The quotation ends with the paragraph that has the closing mark, wherever the mark stands in it. Its
 * end may be missing, or belong to a later quotation. It therefore ends at the latest where the document's own
 * numbering goes on: with the next Điều, if this number does not come again behind the closing mark, or with a numbered
 * paragraph that introduces the next quotation.
 */
public final class QuotedParagraphs {
    /**
     * More paragraphs than the longest chapter that an amendment rewrites. A mark that is never closed reaches no
     * further.
     */
    private static final int LIMIT = 300;
    private static final String OPENING = "“‟„«";
    private static final String CLOSING = "”»";

    private final List<String> paragraphs;
    private final BitSet opened;
    private final BitSet closed;
    private final int[] articles;
    private final Map<Integer, Integer> lastArticle = new HashMap<>();

    private QuotedParagraphs(List<String> paragraphs) {
        this.paragraphs = paragraphs;
        opened = new BitSet(paragraphs.size());
        closed = new BitSet(paragraphs.size());
        articles = new int[paragraphs.size()];
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i);
            if (hasMark(text)) {
                opened.set(i, leavesOpen(text));
                closed.set(i, closes(text));
            }
            articles[i] = Division.at(text).filter(division -> division.kind() == SectionKind.ARTICLE && !division.inserted())
                    .map(Division::value).orElse(0);
            if (articles[i] > 0) {
                lastArticle.put(articles[i], i);
            }
        }
    }

    /** The indexes of the paragraphs that begin inside a quotation. */
    public static BitSet in(List<String> paragraphs) {
        return new QuotedParagraphs(paragraphs).find();
    }

    private BitSet find() {
        BitSet quoted = new BitSet(paragraphs.size());
        int article = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (quoted.get(i)) {
                continue;
            }
            article = articles[i] == article + 1 || article == 0 && articles[i] > 0 ? articles[i] : article;
            if (opened.get(i)) {
                quoted.set(i + 1, Math.max(end(i, article), i + 1));
            }
        }
        return quoted;
    }

    /**
     * The index behind the quotation that opens at {@code from}.
     *
     * @param article the last Điều of the document's own numbering
     */
    private int end(int from, int article) {
        int closing = closed.nextSetBit(from + 1);
        int limit = Math.min(closing < 0 ? paragraphs.size() : closing + 1, Math.min(from + 1 + LIMIT, paragraphs.size()));
        boolean unclosed = closing < 0 || closing > from + LIMIT;
        for (int i = from + 1; i < limit; i++) {
            boolean ownArticle = article > 0 && articles[i] == article + 1 && lastArticle.get(articles[i]) < limit;
            boolean introduction = i + 1 < limit && opened.get(i + 1) && paragraphs.get(i).endsWith(":")
                    && SectionMarker.at(paragraphs.get(i)).isPresent();
            if (ownArticle || introduction) {
                return i;
            }
        }
        return unclosed ? from + 1 : limit;
    }

    /** Asked for every paragraph, of which few have a mark. */
    private static boolean hasMark(String text) {
        return text.indexOf('“') >= 0 || text.indexOf('”') >= 0 || text.indexOf('"') >= 0 || text.indexOf('‟') >= 0
                || text.indexOf('„') >= 0 || text.indexOf('«') >= 0 || text.indexOf('»') >= 0;
    }

    /** Whether a quotation opens in the paragraph and stays open. */
    private static boolean leavesOpen(String text) {
        Deque<Integer> open = new ArrayDeque<>();
        int straight = 0;
        int lastStraight = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (CLOSING.indexOf(c) >= 0) {
                // Some prints open with a straight mark and close with a curly one.
                straight += open.isEmpty() ? straight % 2 : 0;
                open.poll();
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
     * Whether the paragraph has a closing mark whose opening one stands in an earlier paragraph. A straight mark counts
     * at the paragraph's end, apart from punctuation.
     */
    private static boolean closes(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        int end = text.length();
        while (end > 0 && ".;,/ ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && text.charAt(end - 1) == '"' && text.chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
