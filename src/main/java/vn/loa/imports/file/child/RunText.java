package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.text.encoding.FontRepair;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.PrintLine.MarkAt;

/**
 * Runs as text on one line.
 *
 * @param marks where marks of notes stood
 */
record RunText(String text, List<MarkAt> marks) {

    /** Stands for a mark while the text is made; Unicode keeps it for such private uses. */
    private static final char MARK = '\uF8FE';
    private static final String FIGURES = "0123456789+-()";
    private static final String RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
    private static final Pattern EXPONENT = Pattern.compile("[0-9+()-]{1,6}");
    private static final String BULLETS = "\uF0B7\uF0A7\uF0A8\uF0FC\uF0D8\uF076\uF06E\uF0B2\uF06C\uF071\uF0A1";

    /** @param fonts knows all runs of the document */
    static RunText of(List<Run> runs, FontRepair fonts) {
        StringBuilder all = new StringBuilder();
        List<Integer> notes = new ArrayList<>();
        for (Run run : runs) {
            if (run.isMark()) {
                all.append(MARK);
                notes.add(run.note());
            } else {
                String letters = fonts.convert(run.font(), bullets(run.text()).replace(MARK, ' '));
                all.append(run.raised() && EXPONENT.matcher(letters.strip()).matches() ? raise(letters) : letters);
            }
        }
        String line = VietnameseText.oneLine(all.toString());
        if (notes.isEmpty()) {
            return new RunText(line, List.of());
        }
        StringBuilder text = new StringBuilder();
        List<MarkAt> marks = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != MARK) {
                text.append(line.charAt(i));
                continue;
            }
            boolean apart = text.length() > 0 && text.charAt(text.length() - 1) == ' ';
            boolean spaceBehind = i + 1 == line.length() || line.charAt(i + 1) == ' ' || line.charAt(i + 1) == MARK;
            if (apart && spaceBehind) {
                text.setLength(text.length() - 1);
            }
            marks.add(new MarkAt(notes.get(marks.size()), text.length()));
        }
        return new RunText(text.toString().stripTrailing(), marks);
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
