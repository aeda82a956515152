package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.print.NoteMarks;
import vn.loa.text.print.PageNotes;
import vn.loa.text.print.PrintLine;
import vn.loa.text.print.PrintNote;

/** Takes the notes at the foot of a print's pages and their marks out of its lines. */
final class NotedLines {
    private final List<PrintNote> notes;
    /** By line; a mark has the index of its note, because the notes of forms have the same numbers as others. */
    private final Map<Integer, List<PrintLine.MarkAt>> marks = new HashMap<>();

    /**
     * Changes the lines: marks are cut out of them, and the lines of notes are furniture.
     *
     * @param ruled the blank lines that hold a rule of spaces
     * @param pages the lines with which a page begins, as far as its maker marked them
     */
    NotedLines(List<String> lines, BitSet ruled, BitSet pages, DroppedLine.LineKind[] furniture) {
        notes = PageNotes.in(lines, ruled, pages, furniture);
        if (notes.isEmpty()) {
            return;
        }
        notes.forEach(note -> note.at().forEach(line -> furniture[line] = DroppedLine.LineKind.NOTE));
        boolean[] text = new boolean[lines.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = furniture[i] == null && !lines.get(i).isEmpty();
        }
        Map<Integer, List<NoteMarks.Mark>> byLine = new HashMap<>();
        NoteMarks.of(notes, lines, text).forEach(mark -> byLine.computeIfAbsent(mark.line(), line -> new ArrayList<>()).add(mark));
        byLine.values().forEach(found -> found.sort(Comparator.comparingInt(NoteMarks.Mark::offset)));
        byLine.forEach((line, found) -> lines.set(line, cut(line, lines.get(line), found)));
    }

    private String cut(int line, String words, List<NoteMarks.Mark> found) {
        List<PrintLine.MarkAt> places = marks.computeIfAbsent(line, at -> new ArrayList<>());
        StringBuilder cut = new StringBuilder();
        int from = 0;
        for (NoteMarks.Mark mark : found) {
            if (mark.offset() < from) {
                // Of "hỗ trợ13", 13 may be the mark of one note and 3 that of another, which was looked for by itself.
                continue;
            }
            cut.append(words, from, mark.offset());
            from = mark.offset() + mark.length();
            boolean apart = cut.charAt(cut.length() - 1) == ' ';
            if (apart && (from == words.length() || " :;,)".indexOf(words.charAt(from)) >= 0)) {
                cut.setLength(cut.length() - 1);
            }
            places.add(new PrintLine.MarkAt(mark.note(), cut.length(), words.substring(mark.offset(), from)));
        }
        return cut.append(words, from, words.length()).toString();
    }

    Map<Integer, List<PrintLine.MarkAt>> marks() {
        return marks;
    }

    /** The notes, each with the first place of its mark among these marks of the paragraphs. */
    List<PlacedNote> placed(List<TextBlocks.Mark> marked) {
        Map<Integer, TextBlocks.Mark> byIndex = new HashMap<>();
        marked.forEach(mark -> byIndex.putIfAbsent(mark.note(), mark));
        List<PlacedNote> placed = new ArrayList<>(notes.size());
        for (PrintNote note : notes) {
            TextBlocks.Mark mark = byIndex.get(placed.size());
            placed.add(new PlacedNote(note.number(), paragraphs(note), mark == null ? -1 : mark.paragraph(),
                    mark == null ? 0 : mark.offset()));
        }
        return placed;
    }

    /** The words of a note as paragraphs; its lines are wrapped as those of the text are. */
    private static List<String> paragraphs(PrintNote note) {
        List<PrintLine> lines = new ArrayList<>();
        for (String line : note.lines()) {
            String words = lines.isEmpty() ? line.replaceFirst("^[\\[(]?[0-9]{1,3}[\\])]? ?", "") : line;
            if (!words.isEmpty()) {
                lines.add(new PrintLine(words, false, PrintLine.Gap.NONE));
            }
        }
        return TextBlocks.joined(lines);
    }
}
