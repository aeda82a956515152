package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Finds the tables of a page by the rules between their cells, and takes their signs out of the page. */
final class PdfTables {

    /**
     * A table.
     *
     * @param rows the runs of each cell; those of a cell that spans several stand in the first one
     */
    record Table(float top, float bottom, List<List<List<Run>>> rows) {
    }

    private static final float TOLERANCE = 3;
    private static final int MOST_RULES = 3000;
    private static final int MOST_CELLS = 20_000;

    private final List<Rule> horizontal;
    private final List<Rule> vertical;
    private final float[] xs;
    private final float[] ys;

    private PdfTables(List<Rule> rules) {
        horizontal = rules.stream().filter(Rule::isHorizontal).toList();
        vertical = rules.stream().filter(rule -> !rule.isHorizontal()).toList();
        xs = places(vertical.stream().map(Rule::x).toList());
        ys = places(horizontal.stream().map(Rule::y).toList());
    }

    /** @param glyphs of the page; those of tables are removed */
    static List<Table> take(List<Rule> rules, List<Glyph> glyphs) {
        List<Table> tables = new ArrayList<>();
        for (List<Rule> joined : joined(rules)) {
            PdfTables table = new PdfTables(joined);
            if (table.isTable()) {
                tables.add(table.read(glyphs));
            }
        }
        return tables;
    }

    /** Rules that touch each other, each group of them by itself. */
    private static List<List<Rule>> joined(List<Rule> rules) {
        List<List<Rule>> groups = new ArrayList<>();
        if (rules.size() > MOST_RULES) {
            // A drawing.
            return groups;
        }
        boolean[] taken = new boolean[rules.size()];
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                continue;
            }
            List<Rule> group = new ArrayList<>(List.of(rules.get(i)));
            taken[i] = true;
            for (int j = 0; j < group.size(); j++) {
                for (int k = 0; k < taken.length; k++) {
                    if (!taken[k] && group.get(j).touches(rules.get(k), TOLERANCE)) {
                        taken[k] = true;
                        group.add(rules.get(k));
                    }
                }
            }
            groups.add(group);
        }
        return groups;
    }

    /** Different places, in order. */
    private static float[] places(List<Float> all) {
        float[] places = new float[all.size()];
        int count = 0;
        for (float place : new TreeSet<>(all)) {
            if (count == 0 || place - places[count - 1] > TOLERANCE) {
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** At least two columns; a frame around words is no table. */
    private boolean isTable() {
        return xs.length >= 3 && ys.length >= 2 && (xs.length - 1) * (ys.length - 1) <= MOST_CELLS;
    }

    private Table read(List<Glyph> glyphs) {
        int columns = xs.length - 1;
        int rows = ys.length - 1;
        List<List<Glyph>> cells = new ArrayList<>();
        for (int i = 0; i < rows * columns; i++) {
            cells.add(new ArrayList<>());
        }
        List<Glyph> rest = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            int column = place(xs, glyph.x() + glyph.width() / 2);
            int row = place(ys, glyph.y() - glyph.size() / 4);
            if (column < 0 || row < 0) {
                rest.add(glyph);
            } else {
                cells.get(first(row, column)).add(glyph);
            }
        }
        glyphs.clear();
        glyphs.addAll(rest);
        List<List<List<Run>>> read = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<List<Run>> words = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                List<Glyph> cell = cells.get(row * columns + column);
                words.add(cell.isEmpty() ? List.of() : PdfRows.of(cell).stream().flatMap(List::stream)
                        .reduce(Segment::and).orElseThrow().runs());
            }
            read.add(words);
        }
        return new Table(ys[0], ys[rows], read);
    }

    /** The first of the cells that are one with this one, because no rule stands between them. */
    private int first(int row, int column) {
        int firstColumn = column;
        while (firstColumn > 0 && !isBetween(vertical, xs[firstColumn], (ys[row] + ys[row + 1]) / 2)) {
            firstColumn--;
        }
        int firstRow = row;
        while (firstRow > 0 && !isAbove(ys[firstRow], (xs[firstColumn] + xs[firstColumn + 1]) / 2)) {
            firstRow--;
        }
        return firstRow * (xs.length - 1) + firstColumn;
    }

    private static boolean isBetween(List<Rule> rules, float x, float y) {
        return rules.stream().anyMatch(rule -> Math.abs(rule.x() - x) <= TOLERANCE && rule.top() <= y && rule.bottom() >= y);
    }

    private boolean isAbove(float y, float x) {
        return horizontal.stream().anyMatch(rule -> Math.abs(rule.y() - y) <= TOLERANCE && rule.left() <= x && rule.right() >= x);
    }

    /** The index of the interval in which a place is; -1 for none. */
    private static int place(float[] places, float place) {
        for (int i = 0; i + 1 < places.length; i++) {
            if (place >= places[i] && place < places[i + 1]) {
                return i;
            }
        }
        return -1;
    }
}
