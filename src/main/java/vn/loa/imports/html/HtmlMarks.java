package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.Table;

/** The notes that were taken out of a page. Signs stand for their marks until its lines are read. */
public final class HtmlMarks {

    /** No character: the Unicode Standard (section 23.7) keeps U+FDD0 to U+FDEF for use inside a program. */
    private static final char SIGN = '\uFDD0';
    private static final int DIGITS = 31;
    private static final int LENGTH = 4;

    /** A note without its number. */
    record Words(int number, List<String> paragraphs) {
    }

    private record At(int note, int offset) {
    }

    private final List<Words> words;
    private final TreeMap<Integer, PlacedNote> placed = new TreeMap<>();

    HtmlMarks(List<Words> words) {
        this.words = words;
    }

    /** No notes. */
    public static HtmlMarks none() {
        return new HtmlMarks(List.of());
    }

    static String sign(int note) {
        return "" + SIGN + (char) (SIGN + 1 + note / DIGITS / DIGITS % DIGITS) + (char) (SIGN + 1 + note / DIGITS % DIGITS)
                + (char) (SIGN + 1 + note % DIGITS);
    }

    /** The page without the characters that signs are made of. */
    public static String cleared(String html) {
        return html.chars().noneMatch(HtmlMarks::isOfSign) ? html
                : html.chars().filter(c -> !isOfSign(c)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isOfSign(int c) {
        return c >= SIGN && c <= SIGN + DIGITS;
    }

    /** The lines without signs. */
    public List<HtmlBlock> without(List<HtmlBlock> blocks) {
        return words.isEmpty() ? blocks : blocks.stream().map(block -> cut(block, -1)).filter(block -> !block.text().isEmpty()).toList();
    }

    /** The lines without signs; their places are those of the notes. */
    public List<HtmlBlock> placed(List<HtmlBlock> blocks) {
        List<HtmlBlock> cut = new ArrayList<>(blocks.size());
        blocks.forEach(block -> cut.add(words.isEmpty() ? block : cut(block, cut.size())));
        return cut;
    }

    /** The notes, in the order of their marks. */
    public List<PlacedNote> notes() {
        List<PlacedNote> notes = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            PlacedNote place = placed.get(i);
            notes.add(new PlacedNote(words.get(i).number, words.get(i).paragraphs, place == null ? -1 : place.paragraph(),
                    place == null ? 0 : place.offset()));
        }
        return notes;
    }

    private HtmlBlock cut(HtmlBlock block, int paragraph) {
        if (block.text().indexOf(SIGN) < 0) {
            return block;
        }
        if (block.table() == null) {
            List<At> marks = new ArrayList<>();
            String text = cut(block.text(), marks);
            marks.forEach(mark -> place(mark.note, paragraph, mark.offset));
            return block.with(text, null);
        }
        List<List<At>> marks = new ArrayList<>();
        Table table = Table.of(block.table().rows().stream().map(row -> row.stream().map(cell -> {
            marks.add(new ArrayList<>());
            return new Table.Cell(cut(cell.text(), marks.get(marks.size() - 1)), cell.header(), cell.columns(), cell.rows());
        }).toList()).toList());
        List<Table.Cell> cells = table.rows().stream().flatMap(List::stream).toList();
        for (int i = 0; i < cells.size(); i++) {
            int start = cells.get(i).start();
            marks.get(i).forEach(mark -> place(mark.note, paragraph, start + mark.offset));
        }
        return block.with(table.text(), table);
    }

    private void place(int note, int paragraph, int offset) {
        if (paragraph >= 0) {
            placed.put(note, new PlacedNote(note, List.of(), paragraph, offset));
        }
    }

    /** The words without signs; a sign between two spaces takes one with it. */
    private static String cut(String text, List<At> marks) {
        StringBuilder cut = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != SIGN || i + LENGTH > text.length()) {
                cut.append(text.charAt(i));
                continue;
            }
            int note = ((text.charAt(i + 1) - SIGN - 1) * DIGITS + text.charAt(i + 2) - SIGN - 1) * DIGITS + text.charAt(i + 3) - SIGN - 1;
            i += LENGTH - 1;
            boolean apart = cut.length() > 0 && cut.charAt(cut.length() - 1) == ' ';
            if (apart && (i + 1 == text.length() || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == SIGN || ".,;:)".indexOf(text.charAt(i + 1)) >= 0)) {
                cut.setLength(cut.length() - 1);
            }
            marks.add(new At(note, cut.length()));
        }
        return cut.toString();
    }
}
