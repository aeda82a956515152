package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.print.HeadParts;
import vn.loa.text.print.PageBreaks;
import vn.loa.text.print.PrintLine;
import vn.loa.text.print.RunningHeads;

/**
 * The paragraphs of a plain text.
 *
 * @param paragraphs each one normalised line, none empty
 * @param dropped lines that belong to the print, in order
 * @param notes the notes at the foot of pages, in the order of their numbers
 * @param tables the paragraphs that are tables, by their text
 * @param marks the marks of notes that were taken out of the paragraphs, in order
 */
public record TextBlocks(List<String> paragraphs, List<DroppedLine> dropped, List<PlacedNote> notes, Map<String, Table> tables,
        List<Mark> marks) {
    private static final String STRETCHED = "   ";
    /** A tool prints the rule above notes as a line of spaces; other blank lines are shorter. */
    private static final int RULE_OF_SPACES = 20;
    /** The head of a document ends among the first lines, also below a legal portal's table of facts. */
    private static final int HEAD_LINES = 80;

    /**
     * Where a note's mark stood.
     *
     * @param note tells which note, as {@link PrintLine.MarkAt} does
     * @param figures as printed; a mark may have more of them than the note's number
     */
    public record Mark(int note, int paragraph, int offset, String figures) {}

    public TextBlocks {
        paragraphs = List.copyOf(paragraphs);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
        tables = Map.copyOf(tables);
        marks = List.copyOf(marks);
    }

    /** The paragraphs of a text, without the lines that {@link #read} drops. */
    public static List<String> paragraphs(String text) {
        return read(text).paragraphs();
    }

    /**
     * Splits a text into paragraphs at blank lines. Within a block, lines are hard-wrapped and joined, unless
     * {@link LineBreaks} finds the end of a paragraph. Each line is a paragraph where lines are too long for hard
     * wraps, and in a text without any blank line whose sentences never continue on the next line.
     *
     * <p>Running heads, page numbers, signature stamps and rules of a gazette's print are dropped. A sentence is joined
     * across a page break. All other words stay in their order.
     */
    public static TextBlocks read(String text) {
        List<String> lines = new ArrayList<>();
        List<Boolean> stretched = new ArrayList<>();
        BitSet ruled = new BitSet();
        List<DroppedLine> dropped = new ArrayList<>();
        for (String line : VietnameseText.normalise(text).split("\n", -1)) {
            ruled.set(lines.size(), line.isBlank() && line.length() >= RULE_OF_SPACES);
            String words = VietnameseText.oneLine(line);
            int rule = lines.size() < HEAD_LINES ? HeadParts.ruleBeforeDate(words) : 0;
            if (rule > 0) {
                dropped.add(new DroppedLine(lines.size() + 1, DroppedLine.LineKind.RULE, words.substring(0, rule)));
            }
            lines.add(words.substring(rule).strip());
            stretched.add(line.endsWith(STRETCHED));
        }
        DroppedLine.LineKind[] furniture = RunningHeads.in(lines);
        BitSet pages = PageBreaks.starts(text);
        PageBreaks.mark(lines, pages, furniture);
        for (int i = 0; i < furniture.length; i++) {
            if (furniture[i] != null) {
                dropped.add(new DroppedLine(i + 1, furniture[i], lines.get(i)));
            }
        }
        dropped.sort(Comparator.comparingInt(DroppedLine::line));
        NotedLines notes = new NotedLines(lines, ruled, pages, furniture);
        List<PrintLine> printed = columns(PrintLine.of(lines, stretched, furniture, pages, notes.marks()));
        List<Mark> marks = new ArrayList<>();
        List<String> paragraphs = join(printed, hasBlankLine(lines), marks);
        return new TextBlocks(paragraphs, dropped, notes.placed(marks), Map.of(), marks);
    }

    /**
     * Joins the lines of a print whose gaps, margins and marks are known. Its notes have the places of marks, and no words
     * yet.
     */
    public static TextBlocks of(List<PrintLine> lines) {
        List<Mark> marks = new ArrayList<>();
        List<String> paragraphs = join(lines, true, marks);
        List<PlacedNote> places = marks.stream().map(mark -> new PlacedNote(mark.note(), List.of(), mark.paragraph(), mark.offset())).toList();
        return new TextBlocks(paragraphs, List.of(), places, Map.of(), marks);
    }

    /** The paragraphs of hard-wrapped lines. */
    static List<String> joined(List<PrintLine> lines) {
        return join(lines, true, new ArrayList<>());
    }

    /** @param marks takes where the marks of notes stand in the paragraphs */
    private static List<String> join(List<PrintLine> printed, boolean hasBlankLine, List<Mark> marks) {
        LineBreaks breaks = new LineBreaks(printed);
        boolean joins = hasBlankLine || breaks.isWrapped();
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < printed.size(); i++) {
            String line = printed.get(i).text();
            if (i > 0 && (!joins || breaks.before(i))) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
            open.append(open.length() == 0 || isBrokenWord(open, line) ? "" : " ");
            for (PrintLine.MarkAt mark : printed.get(i).marks()) {
                marks.add(new Mark(mark.note(), paragraphs.size(), open.length() + mark.offset(), mark.figures()));
            }
            open.append(line);
        }
        if (open.length() > 0) {
            paragraphs.add(open.toString());
        }
        return paragraphs;
    }

    /** Sets the columns of a document's head under each other. Below its head a text has none. */
    private static List<PrintLine> columns(List<PrintLine> printed) {
        List<PrintLine> lines = new ArrayList<>(printed.size());
        for (int i = 0; i < printed.size(); i++) {
            PrintLine line = printed.get(i);
            List<String> parts = i < HEAD_LINES && line.marks().isEmpty() ? HeadParts.of(line.text()) : List.of(line.text());
            lines.add(parts.size() == 1 ? line : new PrintLine(parts.get(0), false, line.before()));
            parts.stream().skip(1).forEach(part -> lines.add(new PrintLine(part, false, PrintLine.Gap.NONE)));
        }
        return lines;
    }

    private static boolean hasBlankLine(List<String> lines) {
        int first = 0;
        int last = lines.size();
        while (first < last && lines.get(first).isEmpty()) {
            first++;
        }
        while (last > first && lines.get(last - 1).isEmpty()) {
            last--;
        }
        return lines.subList(first, last).contains("");
    }

    /** Whether the line break splits a word such as a document number: "08/2021/NĐ-" continues with "CP". */
    private static boolean isBrokenWord(StringBuilder open, String next) {
        int last = open.length() - 1;
        return last > 0 && open.charAt(last) == '-' && Character.isLetterOrDigit(open.charAt(last - 1))
                && Character.isLetterOrDigit(next.charAt(0));
    }
}
