package vn.loa.text.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A line of text in a print.
 *
 * @param text the normalised line, not empty
 * @param stretched whether white space fills the line up to the margin; the paragraph then continues on the next line
 * @param before the gap between this line and the line of text above
 * @param marks where marks of notes stood, in order
 */
public record PrintLine(String text, boolean stretched, Gap before, List<MarkAt> marks) {

    /**
     * The place of a note's mark in a line from which the mark itself was taken.
     *
     * @param note tells which note: its number, or its index where several notes have one number
     * @param figures the mark as it was printed
     */
    public record MarkAt(int note, int offset, String figures) {
        public MarkAt(int note, int offset) {
            this(note, offset, String.valueOf(note));
        }
    }

    public PrintLine(String text, boolean stretched, Gap before) {
        this(text, stretched, before, List.of());
    }

    /** The gap between two lines of text. */
    public enum Gap {
        /** no gap: the lines follow each other */
        NONE,
        /** blank lines or a rule */
        BLANK,
        /** the end of a page, which is no end of a paragraph by itself */
        PAGE
    }

    /**
     * The lines of text without blank lines and without the lines that {@code furniture} marks.
     *
     * @param furniture null at the index of a line of text
     * @param pages the lines with which a page begins
     * @param marks the marks of notes by line
     */
    public static List<PrintLine> of(List<String> lines, List<Boolean> stretched, DroppedLine.LineKind[] furniture, BitSet pages,
            Map<Integer, List<MarkAt>> marks) {
        List<PrintLine> printed = new ArrayList<>(lines.size());
        Gap gap = Gap.NONE;
        for (int i = 0; i < lines.size(); i++) {
            if (pages.get(i)) {
                gap = Gap.PAGE;
            }
            if (furniture[i] != null && furniture[i].endsPage()) {
                gap = Gap.PAGE;
            } else if (lines.get(i).isEmpty() || furniture[i] == DroppedLine.LineKind.RULE) {
                gap = gap == Gap.NONE ? Gap.BLANK : gap;
            } else if (furniture[i] == null) {
                printed.add(new PrintLine(lines.get(i), stretched.get(i), gap, marks.getOrDefault(i, List.of())));
                gap = Gap.NONE;
            }
        }
        return printed;
    }

    public int length() {
        return text.length();
    }

    public String lastWord() {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** Whether the line has a row of dots to write on. Such lines of a form are as long as their maker liked. */
    public boolean isFilled() {
        return text.contains("......") || text.contains("………") || text.contains("______");
    }

    /** Whether the line ends like a sentence or a list item. */
    public boolean isEnded() {
        int end = text.length();
        while (end > 1 && "”\"»)’".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return ".;:!?…".indexOf(text.charAt(end - 1)) >= 0;
    }
}
