package vn.loa.text;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, word by word. */
public final class WordDiff {

    /** What became of a piece of text. */
    public enum Op {
        EQUAL, INSERT, DELETE
    }

    /** A piece of text, never empty. */
    public record Segment(Op op, String text) {
    }

    private WordDiff() {}

    /**
     * The texts in pieces: those that are equal or deleted are exactly {@code before}, those that are equal or inserted
     * exactly {@code after}; a deletion comes before the insertion that replaces it. Words (letters, digits and their
     * marks) are whole, each punctuation mark and each run of white space is by itself; white space alone between two
     * changes belongs to them. Takes time linear in the texts: what differs in more than
     * {@value SequenceDiff#MAX_DIFFERENCE} places, apart from a common start and end, is told as one replacement.
     *
     * @param before may be null, which is no text
     * @param after may be null, which is no text
     */
    public static List<Segment> of(String before, String after) {
        return of(before, after, new DiffEffort());
    }

    /** The same as a part of a larger comparison. */
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

    /** Words, single other characters, and runs of white space; together the text. */
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

    /** Collects pieces; keeps a change open until an equal piece that is more than white space. */
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

        /** Two equal pieces side by side, white space and what follows it, are one. */
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
