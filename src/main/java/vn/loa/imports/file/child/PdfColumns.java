package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the rows of a page into the order in which they are read. Where rows stand in two columns, side by side, those of the
 * left one come first: the head of an official document, the names below it, and pages of two columns.
 */
final class PdfColumns {

    private static final float NARROWEST_GUTTER = 1.2f;
    /** In parts of the type's size: rows further apart belong to other blocks. */
    private static final float WIDEST_LEADING = 2.6f;
    private static final float ALIGNED = 0.8f;
    private static final int COLUMNS_OF_DATA = 3;

    private final List<List<Segment>> rows;
    private final int page;
    private final List<PdfLine> lines = new ArrayList<>();
    private int flow;

    private PdfColumns(List<List<Segment>> rows, int page, int flow) {
        this.rows = rows;
        this.page = page;
        this.flow = flow;
    }

    /**
     * The lines in order. Those of the page's own flow have no margins yet: they are 0.
     *
     * @param flow the number of the page's own flow; its columns have the next ones
     */
    static List<PdfLine> read(List<List<Segment>> rows, int page, int flow) {
        PdfColumns reader = new PdfColumns(rows, page, flow);
        reader.read(flow);
        return reader.lines;
    }

    private void read(int own) {
        int i = 0;
        while (i < rows.size()) {
            int end = rows.get(i).size() > 1 ? endOfTable(i) : i;
            if (end > i) {
                rows.subList(i, end).forEach(row -> lines.add(new PdfLine(null, row.stream().map(Segment::runs).toList(), page, own, 0, 0)));
                i = end;
                continue;
            }
            Gutter gutter = gutter(i);
            if (gutter == null) {
                lines.add(new PdfLine(rows.get(i).stream().reduce(Segment::and).orElseThrow(), null, page, own, 0, 0));
                i++;
            } else {
                column(i, gutter, true);
                column(i, gutter, false);
                i = gutter.end;
            }
        }
    }

    /** The gap between two columns, and the row behind the last one that has it. */
    private record Gutter(float left, float right, int end) {
    }

    /** Rows of three and more segments, each row with the same gaps, are a table without rules; its end, or its start for none. */
    private int endOfTable(int start) {
        int columns = rows.get(start).size();
        if (columns < COLUMNS_OF_DATA) {
            return start;
        }
        float[] left = new float[columns];
        float[] right = new float[columns];
        Arrays.fill(right, Float.MAX_VALUE);
        int end = start;
        while (end < rows.size() && rows.get(end).size() == columns && isClose(end, start) && narrow(rows.get(end), left, right)) {
            end++;
        }
        return end - start > 1 ? end : start;
    }

    /** Narrows the gaps between columns to those of a row too; false when one of them is closed by it. */
    private static boolean narrow(List<Segment> row, float[] left, float[] right) {
        for (int i = 1; i < row.size(); i++) {
            left[i] = Math.max(left[i], row.get(i - 1).right());
            right[i] = Math.min(right[i], row.get(i).left());
            if (right[i] - left[i] < row.get(i).size() / 2) {
                return false;
            }
        }
        return true;
    }

    private boolean isClose(int row, int first) {
        return row == first || y(row) - y(row - 1) <= WIDEST_LEADING * rows.get(row).get(0).size();
    }

    private float y(int row) {
        return rows.get(row).get(0).y();
    }

    /** The gap of this row that most rows below it have, too; null for none. */
    private Gutter gutter(int start) {
        Gutter best = null;
        for (int gap = 1; gap < rows.get(start).size(); gap++) {
            Gutter gutter = gutter(start, rows.get(start).get(gap - 1).right(), rows.get(start).get(gap).left());
            best = best == null || gutter != null && gutter.end > best.end ? gutter : best;
        }
        return best;
    }

    private Gutter gutter(int start, float firstLeft, float firstRight) {
        float left = firstLeft;
        float right = firstRight;
        int end = start + 1;
        int both = 1;
        while (end < rows.size() && isClose(end, start)) {
            List<Segment> row = rows.get(end);
            float newLeft = left;
            float newRight = right;
            float middle = (left + right) / 2;
            boolean crossed = false;
            for (Segment segment : row) {
                if (segment.right() <= right && segment.center() < middle) {
                    newLeft = Math.max(newLeft, segment.right());
                } else if (segment.left() >= left && segment.center() > middle) {
                    newRight = Math.min(newRight, segment.left());
                } else {
                    crossed = true;
                }
            }
            if (crossed || newRight - newLeft < NARROWEST_GUTTER * row.get(0).size()
                    || row.size() == 1 && !isAligned(row.get(0), start, end, middle)) {
                break;
            }
            both += row.size() > 1 ? 1 : 0;
            left = newLeft;
            right = newRight;
            end++;
        }
        // One row alone is a column only where the gap is as wide as a column.
        boolean alone = both == 1 && end == start + 1;
        return alone && right - left < 3 * rows.get(start).get(0).size() ? null : new Gutter(left, right, end);
    }

    /** Whether a segment that is alone in its row stands below those of its column: at one of their edges, or in their middle. */
    private boolean isAligned(Segment alone, int start, int end, float middle) {
        for (int i = start; i < end; i++) {
            for (Segment above : rows.get(i)) {
                boolean same = above.center() < middle == alone.center() < middle;
                float tolerance = ALIGNED * alone.size();
                if (same && (Math.abs(above.left() - alone.left()) < tolerance || Math.abs(above.right() - alone.right()) < tolerance
                        || Math.abs(above.center() - alone.center()) < tolerance)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void column(int start, Gutter gutter, boolean first) {
        List<Segment> column = new ArrayList<>();
        for (List<Segment> row : rows.subList(start, gutter.end)) {
            row.stream().filter(segment -> segment.center() < (gutter.left + gutter.right) / 2 == first).reduce(Segment::and)
                    .ifPresent(column::add);
        }
        flow++;
        float left = (float) column.stream().mapToDouble(Segment::left).min().orElse(0);
        float right = (float) column.stream().mapToDouble(Segment::right).max().orElse(0);
        column.forEach(segment -> lines.add(new PdfLine(segment, null, page, flow, left, right)));
    }
}
