package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.loa.imports.file.FileBlock;
import vn.loa.imports.file.FileFault;
import vn.loa.imports.file.FileText;
import vn.loa.text.encoding.FontRepair;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.print.PrintLine.MarkAt;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.Warning;

/** Takes in what a Word file says, paragraph by paragraph, and makes its words of it. */
final class WordText {

    /** A paragraph: its runs, and the level of a heading from 1 on. */
    record Paragraph(int heading, List<Run> runs) {
    }

    private static final int EXCERPT = 200;
    private static final int MOST_BLOCKS = 200_000;
    /** The run of an endnote's mark has this number and the endnote's own. */
    private static final int FIRST_ENDNOTE = 1 << 20;

    private final List<List<List<Paragraph>>> blocks = new ArrayList<>();
    private final List<List<Paragraph>> notes = new ArrayList<>();
    private final List<List<Paragraph>> endnotes = new ArrayList<>();
    /** By note, the mark that an author gave it in place of its number. */
    private final Map<List<Paragraph>, String> ownMarks = new IdentityHashMap<>();
    private final List<List<Paragraph>> heads = new ArrayList<>();
    private final FontRepair fonts = new FontRepair();
    private final StringBuilder deleted = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private List<Paragraph> last = List.of();
    private int deletions;
    private int insertions;
    private int size;

    void add(Paragraph paragraph) {
        addRow(List.of(List.of(paragraph)), false);
    }

    /** @param row the paragraphs of each cell */
    void addRow(List<List<Paragraph>> row) {
        addRow(row, true);
    }

    private void addRow(List<List<Paragraph>> cells, boolean row) {
        if (++size > MOST_BLOCKS) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX,
                    "The file has more than " + MOST_BLOCKS + " paragraphs.");
        }
        cells.forEach(cell -> cell.forEach(this::learn));
        // A row of one cell is marked by a second, empty one.
        blocks.add(row && cells.size() == 1 ? List.of(cells.get(0), List.of()) : cells);
    }

    /**
     * Adds a note, in the order of the marks. Endnotes are counted behind all footnotes.
     *
     * @return the number of its mark's run
     */
    int addNote(List<Paragraph> note, boolean atEnd) {
        note.forEach(this::learn);
        (atEnd ? endnotes : notes).add(note);
        last = note;
        return atEnd ? FIRST_ENDNOTE + endnotes.size() : notes.size();
    }

    /** Adds to the mark that the author gave to the last note. */
    void ownMark(String letters) {
        ownMarks.merge(last, letters, String::concat);
    }

    /** Adds the head or foot of pages, which is no text. */
    void addHead(List<Paragraph> head) {
        head.forEach(this::learn);
        heads.add(head);
    }

    private void learn(Paragraph paragraph) {
        paragraph.runs().forEach(run -> fonts.add(run.font(), run.text()));
    }

    void deleted(String text) {
        deletions++;
        append(deleted, text);
    }

    void inserted() {
        insertions++;
    }

    void hidden(String text) {
        append(hidden, text);
    }

    private static void append(StringBuilder sample, String text) {
        if (sample.length() < EXCERPT) {
            sample.append(text);
        }
    }

    FileText read() {
        List<FileBlock> read = new ArrayList<>();
        List<PlacedNote> places = new ArrayList<>();
        for (List<List<Paragraph>> block : blocks) {
            if (block.size() == 1) {
                block.get(0).forEach(paragraph -> lines(paragraph, places, read));
            } else {
                row(block, places, read);
            }
        }
        return new FileText(read, dropped(), placed(places), warnings());
    }

    /** The words of heads and feet, each once. */
    private List<DroppedLine> dropped() {
        return heads.stream().flatMap(List::stream).flatMap(paragraph -> split(paragraph.runs()).stream())
                .map(runs -> RunText.of(runs, fonts).text()).filter(text -> VietnameseText.line(text) != null).distinct()
                .map(text -> new DroppedLine(0, DroppedLine.LineKind.RUNNING_HEAD, text)).toList();
    }

    /** The notes, each with the place of its mark. */
    private List<PlacedNote> placed(List<PlacedNote> places) {
        Map<Integer, PlacedNote> marks = new HashMap<>();
        places.forEach(place -> marks.putIfAbsent(place.number() > FIRST_ENDNOTE
                ? place.number() - FIRST_ENDNOTE + notes.size() : place.number(), place));
        List<List<Paragraph>> all = new ArrayList<>(notes);
        all.addAll(endnotes);
        List<PlacedNote> placed = new ArrayList<>();
        for (int number = 1; number <= all.size(); number++) {
            List<String> words = all.get(number - 1).stream().flatMap(paragraph -> split(paragraph.runs()).stream())
                    .map(runs -> RunText.of(runs, fonts).text()).filter(text -> !text.isEmpty()).collect(Collectors.toCollection(ArrayList::new));
            String own = VietnameseText.oneLine(ownMarks.getOrDefault(all.get(number - 1), ""));
            if (!own.isEmpty() && !words.isEmpty() && words.get(0).startsWith(own)) {
                words.set(0, words.get(0).substring(own.length()).strip());
            }
            PlacedNote mark = marks.getOrDefault(number, new PlacedNote(number, List.of(), -1, 0));
            placed.add(new PlacedNote(number, words, mark.paragraph(), mark.offset()));
        }
        return placed;
    }

    private void lines(Paragraph paragraph, List<PlacedNote> places, List<FileBlock> read) {
        for (List<Run> line : split(paragraph.runs())) {
            RunText text = RunText.of(line, fonts);
            if (VietnameseText.line(text.text()) != null) {
                place(text.marks(), 0, read.size(), places);
                read.add(FileBlock.paragraph(paragraph.heading(), text.text(), text.emphases()));
            } else if (!text.marks().isEmpty()) {
                // A mark in a paragraph of its own belongs to the one above.
                place(text.marks(), 0, Math.max(0, read.size() - 1), places);
            }
        }
    }

    private void row(List<List<Paragraph>> cells, List<PlacedNote> places, List<FileBlock> read) {
        List<String> words = new ArrayList<>();
        Consumer<MarkAt> atRow = mark -> places.add(new PlacedNote(mark.note(), List.of(), read.size(), 0));
        for (List<Paragraph> cell : cells) {
            words.add(cell.stream().map(paragraph -> RunText.of(paragraph.runs(), fonts)).peek(text -> text.marks().forEach(atRow))
                    .map(RunText::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")));
        }
        if (words.stream().anyMatch(text -> VietnameseText.line(text) != null)) {
            read.add(FileBlock.row(words));
        }
    }

    private static void place(List<MarkAt> marks, int shift, int paragraph, List<PlacedNote> places) {
        marks.forEach(mark -> places.add(new PlacedNote(mark.note(), List.of(), paragraph, mark.offset() + shift)));
    }

    /**
     * The lines of a paragraph with line breaks in it. A break ends a paragraph, unless the words go on with a small letter:
     * authors break lines of a heading, and some break lines in mid-sentence.
     */
    private static List<List<Run>> split(List<Run> runs) {
        List<List<Run>> lines = new ArrayList<>();
        List<Run> open = new ArrayList<>();
        for (Run run : runs) {
            String[] parts = run.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(open);
                    open = new ArrayList<>();
                }
                open.add(parts.length == 1 ? run : run.with(parts[i]));
            }
        }
        lines.add(open);
        List<List<Run>> joined = new ArrayList<>();
        for (List<Run> line : lines) {
            if (!joined.isEmpty() && startsSmall(line)) {
                joined.get(joined.size() - 1).add(new Run(" ", null, false, 0));
                joined.get(joined.size() - 1).addAll(line);
            } else {
                joined.add(new ArrayList<>(line));
            }
        }
        return joined;
    }

    private static boolean startsSmall(List<Run> line) {
        String text = line.stream().map(Run::text).collect(Collectors.joining()).strip();
        return text.isEmpty() || Character.isLowerCase(text.charAt(0)) && !text.matches("(?s)\\p{Ll}[).].*");
    }

    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>(fonts.warnings());
        if (deletions + insertions > 0) {
            warnings.add(new Warning("tracked-changes", "The file has tracked changes that nobody has accepted yet. Insertions ("
                    + insertions + ") were read as text, and deletions (" + deletions + ") were left out.",
                    deleted.isEmpty() ? null : VietnameseText.excerpt(deleted.toString(), 120)));
        }
        if (!hidden.toString().isBlank()) {
            warnings.add(new Warning("hidden-text-left-out", "Text that the file hides from its readers was left out.",
                    VietnameseText.excerpt(hidden.toString(), 120)));
        }
        return warnings;
    }
}
