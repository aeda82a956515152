package vn.loa.text.structure;

import java.util.ArrayList;
import java.util.List;
import vn.loa.text.fold.VietnameseText;

/**
 * A table of data. Its words are also one text, so that whatever reads only texts reads them in order: a row is a line, and
 * {@code " | "} stands between two cells, without the spaces beside an empty one.
 *
 * @param text made of the rows
 * @param rows from top to bottom; a cell that reaches over several rows stands in the first of them
 */
public record Table(String text, List<List<Cell>> rows) {
    private static final char BAR = '|';

    /**
     * @param text one normalised line; empty when the cell is
     * @param start its place in the table's text, in UTF-16 code units
     * @param columns the number of columns over which it reaches, from 1
     * @param rows the number of rows over which it reaches, from 1
     */
    public record Cell(String text, int start, boolean header, int columns, int rows) {
        /** A cell whose place is not known yet. */
        public Cell(String text, boolean header, int columns, int rows) {
            this(VietnameseText.oneLine(text), 0, header, columns, rows);
        }

        public int end() {
            return start + text.length();
        }

        private Cell at(int place) {
            return new Cell(text, place, header, columns, rows);
        }
    }

    public Table {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Makes the text. Rows without any cell are left out. */
    public static Table of(List<List<Cell>> cells) {
        StringBuilder text = new StringBuilder();
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : cells) {
            if (!row.isEmpty()) {
                text.append(rows.isEmpty() ? "" : "\n");
                rows.add(placed(row, text));
            }
        }
        return new Table(text.toString(), rows);
    }

    private static List<Cell> placed(List<Cell> row, StringBuilder text) {
        List<Cell> placed = new ArrayList<>();
        int line = text.length();
        for (Cell cell : row) {
            if (!placed.isEmpty()) {
                text.append(text.length() > line ? " " : "").append(BAR);
            }
            text.append(text.length() > line && !cell.text.isEmpty() ? " " : "");
            placed.add(cell.at(text.length()));
            text.append(cell.text);
        }
        return placed;
    }

    /** The parts of a long table, divided between rows; itself when its text is no longer than that. */
    public List<Table> parts(int longest, int mostRows) {
        if (text.length() <= longest && rows.size() <= mostRows) {
            return List.of(this);
        }
        List<Table> parts = new ArrayList<>();
        List<List<Cell>> open = new ArrayList<>();
        int length = 0;
        for (List<Cell> row : rows) {
            int more = row.stream().mapToInt(cell -> cell.text.length() + 3).sum();
            if (!open.isEmpty() && (length + more > longest || open.size() == mostRows)) {
                parts.add(of(open));
                open.clear();
                length = 0;
            }
            open.add(row);
            length += more;
        }
        parts.add(of(open));
        return parts;
    }
}
