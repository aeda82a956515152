package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets the signs of a page in rows, from top to bottom, and each row in segments, from left to right. */
final class PdfRows {

    /** A gap of so much of the type's size divides a row. */
    private static final float WIDE_GAP = 1.5f;
    /** Such a gap is still inside a justified line, if one space was printed for it. */
    private static final float WIDEST_SPACE = 6;
    private static final float STEP_BACK = 0.5f;
    private static final float OVERLAP = 0.5f;

    /** Signs that were printed one after the other on a line. */
    private static final class Piece {
        private final List<Glyph> glyphs = new ArrayList<>();
        private Glyph main;
        private float right;

        private Piece(Glyph first) {
            main = first;
            add(first);
        }

        private void add(Glyph glyph) {
            glyphs.add(glyph);
            right = Math.max(right, glyph.right());
            main = glyph.size() > main.size() ? glyph : main;
        }

        private boolean takes(Glyph glyph) {
            float size = Math.max(glyph.size(), main.size());
            float gap = glyph.x() - right;
            return isBeside(main, glyph) && gap <= (glyph.spaces() == 1 ? WIDEST_SPACE : WIDE_GAP) * size && gap >= -STEP_BACK * size;
        }

        private float left() {
            return glyphs.get(0).x();
        }
    }

    private PdfRows() {
    }

    /** The rows; each has at least one segment. */
    static List<List<Segment>> of(List<Glyph> glyphs) {
        List<Piece> pieces = new ArrayList<>();
        Piece open = null;
        for (Glyph glyph : glyphs) {
            if (open != null && open.takes(glyph)) {
                open.add(glyph);
            } else {
                open = new Piece(glyph);
                pieces.add(open);
            }
        }
        pieces.sort(Comparator.comparingDouble(piece -> piece.main.y()));
        List<List<Piece>> rows = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Piece> row = null;
            // A raised sign may come before the rest of its row, and a row of small type beside one of large type.
            for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - 3) && row == null; i--) {
                row = isBeside(largest(rows.get(i)), piece.main) ? rows.get(i) : null;
            }
            if (row == null) {
                row = new ArrayList<>();
                rows.add(row);
            }
            row.add(piece);
        }
        rows.sort(Comparator.comparingDouble(row -> largest(row).y()));
        return rows.stream().map(PdfRows::segments).toList();
    }

    private static Glyph largest(List<Piece> row) {
        return row.stream().map(piece -> piece.main).max(Comparator.comparingDouble(Glyph::size)).orElseThrow();
    }

    private static List<Segment> segments(List<Piece> row) {
        row.sort(Comparator.comparingDouble(Piece::left));
        List<Segment> segments = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        float right = 0;
        float size = 0;
        for (Piece piece : row) {
            if (!open.isEmpty() && piece.left() - right > WIDE_GAP * Math.max(size, piece.main.size())) {
                segments.add(Segment.of(open));
                open = new ArrayList<>();
                right = 0;
            }
            open.addAll(piece.glyphs);
            right = Math.max(right, piece.right);
            size = piece.main.size();
        }
        segments.add(Segment.of(open));
        return segments;
    }

    /** Whether two signs stand on one line, also if one is smaller and raised. */
    private static boolean isBeside(Glyph one, Glyph other) {
        float common = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
        return common >= OVERLAP * Math.min(one.bottom() - one.top(), other.bottom() - other.top());
    }
}
