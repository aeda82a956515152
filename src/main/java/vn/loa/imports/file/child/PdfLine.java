package vn.loa.imports.file.child;

import java.util.List;

/**
 * A line of a PDF's text, or a row of a table.
 *
 * @param segment null for a row
 * @param cells the runs of each cell; null for a line
 * @param page from 1 on
 * @param flow in which the lines of one column follow each other; every page has flows of its own
 * @param left of the flow
 * @param right of the flow
 */
record PdfLine(Segment segment, List<List<Run>> cells, int page, int flow, float left, float right) {

    /** The flow of a page itself has a multiple of this as its number, and its columns have the next ones. */
    static final int FLOWS_OF_PAGE = 10_000;

    boolean isRow() {
        return cells != null;
    }

    /** Whether it stands in a column beside another one. */
    boolean isOfColumn() {
        return flow % FLOWS_OF_PAGE != 0;
    }

    PdfLine in(float flowLeft, float flowRight) {
        return new PdfLine(segment, cells, page, flow, flowLeft, flowRight);
    }

    PdfLine with(List<Run> runs) {
        return new PdfLine(segment.with(runs), cells, page, flow, left, right);
    }

    /** Whether it stands in the middle of its flow, away from both margins. */
    boolean isCentered() {
        float room = right - left;
        return Math.abs(segment.center() - (left + right) / 2) < 0.03f * room && segment.left() - left > 0.04f * room;
    }

    /** Whether it begins with a list's marker, behind which the lines of the item may be indented. */
    boolean isItem() {
        return segment.text().strip().matches("(?s)(?:[-–•+*]|\\p{L}[.)]|[0-9IVXivx]{1,4}[.)]|\\([0-9a-z]{1,3}\\)|[0-9.]{2,8}) .*");
    }

    /** Whether the first word of the next line would have had room behind this one. */
    boolean hasRoomFor(PdfLine next) {
        return segment.right() + 0.25f * segment.size() + next.segment.firstWord() < right - 0.3f * segment.size();
    }
}
