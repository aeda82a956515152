package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.imports.file.Emphasis;
import vn.loa.text.encoding.FontRepair;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.PrintLine.MarkAt;

/**
 * Runs as text on one line.
 *
 * @param marks where marks of notes stood
 * @param emphases its bold and italic words
 */
record RunText(String text, List<MarkAt> marks, List<Emphasis> emphases) {

    /** Stands for a mark while the text is made; Unicode keeps it for such private uses. */
    private static final char MARK = '\uF8FE';
    /** Stand before letters that begin to be plain, bold, italic, or both. */
    private static final String KINDS = "\uF8F0\uF8F1\uF8F2\uF8F3";
    /** More of them in one paragraph say nothing, and would make the answer larger than its text. */
    private static final int MOST_EMPHASES = 100;
    private static final String FIGURES = "0123456789+-()";
    private static final String RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
    private static final Pattern EXPONENT = Pattern.compile("[0-9+()-]{1,6}");
    private static final String BULLETS = "\uF0B7\uF0A7\uF0A8\uF0FC\uF0D8\uF076\uF06E\uF0B2\uF06C\uF071\uF0A1";

    /** @param fonts knows all runs of the document */
    static RunText of(List<Run> runs, FontRepair fonts) {
        StringBuilder all = new StringBuilder();
        List<Integer> notes = new ArrayList<>();
        int kind = 0;
        for (Run run : runs) {
            if (run.isMark()) {
                all.append(MARK);
                notes.add(run.note());
            } else {
                String letters = fonts.convert(run.font(), plain(bullets(run.text())));
                int next = letters.isBlank() ? kind : (run.strong() ? 1 : 0) + (run.em() ? 2 : 0);
                if (next != kind) {
                    all.append(KINDS.charAt(next));
                    kind = next;
                }
                all.append(run.raised() && EXPONENT.matcher(letters.strip()).matches() ? raise(letters) : letters);
            }
        }
        return read(VietnameseText.oneLine(all.toString()), notes);
    }

    /** The text without the characters that stand for marks and kinds of letters. */
    private static RunText read(String line, List<Integer> notes) {
        StringBuilder text = new StringBuilder();
        List<MarkAt> marks = new ArrayList<>();
        List<Emphasis> emphases = new ArrayList<>();
        int kind = 0;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean apart = text.length() == 0 || text.charAt(text.length() - 1) == ' ';
            if (c == MARK) {
                boolean spaceBehind = i + 1 == line.length() || line.charAt(i + 1) == ' ' || line.charAt(i + 1) == MARK;
                if (apart && spaceBehind && text.length() > 0) {
                    text.setLength(text.length() - 1);
                }
                marks.add(new MarkAt(notes.get(marks.size()), text.length()));
            } else if (KINDS.indexOf(c) >= 0) {
                add(kind, from, text, emphases);
                kind = KINDS.indexOf(c);
                from = text.length();
            } else if (c != ' ' || !apart) {
                text.append(c);
            }
        }
        add(kind, from, text, emphases);
        String words = text.toString().stripTrailing();
        // A mark of a letter may stand in a run of its own; the words go before their looks.
        String whole = VietnameseText.oneLine(words);
        boolean kept = whole.equals(words) && emphases.size() <= MOST_EMPHASES;
        return new RunText(whole, marks, kept ? emphases : List.of());
    }

    private static void add(int kind, int from, CharSequence text, List<Emphasis> emphases) {
        int start = from;
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        if (kind > 0 && start < end) {
            emphases.add(new Emphasis(start, end, kind % 2 == 1, kind > 1));
        }
    }

    private static String plain(String letters) {
        StringBuilder plain = new StringBuilder(letters);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) == MARK || KINDS.indexOf(plain.charAt(i)) >= 0) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    private static String raise(String figures) {
        StringBuilder out = new StringBuilder(figures);
        for (int i = 0; i < out.length(); i++) {
            int figure = FIGURES.indexOf(out.charAt(i));
            if (figure >= 0) {
                out.setCharAt(i, RAISED_FIGURES.charAt(figure));
            }
        }
        return out.toString();
    }

    /** The bullets of the fonts Symbol and Wingdings, which have no characters of Unicode. */
    static String bullets(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            if (BULLETS.indexOf(text.charAt(i)) >= 0) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, '•');
            }
        }
        return out == null ? text : out.toString();
    }
}
