package vn.loa.text.diff;

import java.util.ArrayList;
import java.util.List;

/** Compares two texts word by word. */
public final class WordDiff {

    /** The change of a segment. */
    public enum Op {
        EQUAL, INSERT, DELETE
    }

    /** A run of text with one change, never empty. */
    public record Segment(Op op, String text) {
    }

    private WordDiff() {}

    /**
     * The segments of both texts. EQUAL and DELETE segments together are exactly {@code before}, EQUAL and INSERT
     * segments exactly {@code after}. A deletion comes before the insertion that replaces it.
     *
     * <p>A word (letters, digits and their marks), a punctuation mark and a run of white space are never split. White
     * space alone between two changes belongs to the changes. Takes time linear in the texts: texts that differ in more
     * than {@value SequenceDiff#MAX_DIFFERENCE} tokens between their common start and end are one replacement.
     *
     * @param before null counts as an empty text
     * @param after null counts as an empty text
     */
    public static List<Segment> of(String before, String after) {
        return of(before, after, new DiffEffort());
    }

    /** The same within the effort of a larger comparison. */
    public static List<Segment> of(String before, String after, DiffEffort effort) {
        List<String> old = tokens(before == null ? "" : before);
        List<String> now = tokens(after == null ? "" : after);
        Segments segments = new Segments();
        int oldPlace = 0;
        int newPlace = 0;
        for (SequenceDiff.Match match : SequenceDiff.matches(old, now, effort)) {
            segments.change(old.subList(oldPlace, match.before()), now.subList(newPlace, match.after()));
            oldPlace = match.before() + match.length();
            newPlace = match.after() + match.length();
            segments.equal(String.join("", now.subList(match.after(), newPlace)));
        }
        segments.change(old.subList(oldPlace, old.size()), now.subList(newPlace, now.size()));
        return segments.done();
    }

    /** The tokens of a text: words, single other characters, and runs of white space. Joined they are the text. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        int last = -1;
        for (int i = 0, next; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            int kind = isWord(c) ? 0 : Character.isWhitespace(c) ? 1 : 2;
            if (i > start && (kind != last || kind == 2)) {
                tokens.add(text.substring(start, i));
                start = i;
            }
            last = kind;
        }
        if (start < text.length()) {
            tokens.add(text.substring(start));
        }
        return tokens;
    }

    static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Collects segments. A change stays open until an equal segment with more than white space follows. */
    private static final class Segments {
        private final List<Segment> list = new ArrayList<>();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();
        private String space = "";

        void change(List<String> before, List<String> after) {
            if (before.isEmpty() && after.isEmpty()) {
                return;
            }
            deleted.append(space);
            inserted.append(space);
            space = "";
            before.forEach(deleted::append);
            after.forEach(inserted::append);
        }

        void equal(String text) {
            if (text.isBlank() && deleted.length() + inserted.length() > 0) {
                space += text;
            } else {
                flush();
                add(Op.EQUAL, text);
            }
        }

        List<Segment> done() {
            flush();
            return List.copyOf(list);
        }

        private void flush() {
            add(Op.DELETE, deleted.toString());
            add(Op.INSERT, inserted.toString());
            deleted.setLength(0);
            inserted.setLength(0);
            add(Op.EQUAL, space);
            space = "";
        }

        /** Adds a segment, or appends to the last one when both have the same change. */
        private void add(Op op, String text) {
            if (text.isEmpty()) {
                return;
            }
            Segment last = list.isEmpty() ? null : list.get(list.size() - 1);
            if (last != null && last.op == op) {
                list.set(list.size() - 1, new Segment(op, last.text + text));
            } else {
                list.add(new Segment(op, text));
            }
        }
    }
}
