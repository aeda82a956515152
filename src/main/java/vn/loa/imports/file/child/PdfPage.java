package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.List;

/** A page of a PDF: its rows, from which running heads and notes are taken out, its tables and its rules. */
final class PdfPage {

    private final int number;
    private final float width;
    private final float height;
    private final List<List<Segment>> rows;
    private final List<PdfTables.Table> tables;
    private final List<Rule> rules;
    private final List<List<Segment>> turned;
    private final boolean pictured;

    private PdfPage(PdfPages.Page page, List<PdfTables.Table> tables, List<Glyph> rest) {
        this.number = page.number();
        this.width = page.width();
        this.height = page.height();
        this.tables = tables;
        this.rows = new ArrayList<>(PdfRows.of(rest));
        this.rules = page.rules().stream().filter(Rule::isHorizontal)
                .filter(rule -> tables.stream().noneMatch(table -> rule.y() >= table.top() - 3 && rule.y() <= table.bottom() + 3)).toList();
        this.turned = PdfRows.of(page.turned());
        this.pictured = page.pictured();
    }

    static PdfPage of(PdfPages.Page page) {
        List<Glyph> glyphs = new ArrayList<>(page.glyphs());
        List<PdfTables.Table> tables = PdfTables.take(page.rules(), glyphs);
        return new PdfPage(page, tables, glyphs);
    }

    /** From 1 on. */
    int number() {
        return number;
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    /** From top to bottom, without those of tables. */
    List<List<Segment>> rows() {
        return rows;
    }

    /** Horizontal rules that belong to no table. */
    List<Rule> rules() {
        return rules;
    }

    boolean isEmpty() {
        return rows.isEmpty() && tables.isEmpty() && turned.isEmpty();
    }

    /** Whether there is a picture and nothing else on it, as on a scanned page. */
    boolean isPicture() {
        return pictured && isEmpty();
    }

    static String text(List<Segment> row) {
        StringBuilder text = new StringBuilder();
        row.forEach(segment -> text.append(text.isEmpty() ? "" : " ").append(segment.text()));
        return text.toString().strip();
    }

    static float y(List<Segment> row) {
        return row.get(0).y();
    }

    static float size(List<Segment> row) {
        return (float) row.stream().mapToDouble(Segment::size).max().orElse(0);
    }

    /**
     * Its lines and rows of tables in the order in which they are read; signs in other directions come last.
     *
     * @param flow a number from which on flows may be counted
     */
    List<PdfLine> lines(int flow) {
        List<PdfLine> lines = new ArrayList<>();
        List<PdfTables.Table> inOrder = new ArrayList<>(tables);
        inOrder.sort((one, other) -> Float.compare(one.top(), other.top()));
        int from = 0;
        int nextFlow = flow;
        for (PdfTables.Table table : inOrder) {
            int to = from;
            while (to < rows.size() && y(rows.get(to)) < table.bottom()) {
                to++;
            }
            nextFlow = add(rows.subList(from, to), lines, flow, nextFlow);
            for (List<List<Run>> row : table.rows()) {
                if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                    lines.add(new PdfLine(null, row, number, flow, 0, 0));
                }
            }
            from = to;
        }
        nextFlow = add(rows.subList(from, rows.size()), lines, flow, nextFlow);
        for (List<Segment> row : turned) {
            Segment segment = row.stream().reduce(Segment::and).orElseThrow();
            lines.add(new PdfLine(segment, null, number, ++nextFlow, segment.left(), segment.right()));
        }
        return lines;
    }

    private int add(List<List<Segment>> some, List<PdfLine> lines, int own, int nextFlow) {
        List<PdfLine> read = PdfColumns.read(some, number, nextFlow);
        read.forEach(line -> lines.add(line.flow() == nextFlow ? new PdfLine(line.segment(), line.cells(), number, own, 0, 0) : line));
        return read.stream().mapToInt(PdfLine::flow).max().orElse(nextFlow);
    }
}
