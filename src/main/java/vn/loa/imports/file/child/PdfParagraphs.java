package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.List;
import vn.loa.text.encoding.FontRepair;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.Capitals;
import vn.loa.text.print.PrintLine;
import vn.loa.text.print.PrintLine.Gap;
import vn.loa.text.structure.TextBlocks;

/**
 * Joins the lines of a PDF to paragraphs. Where they stand says where most paragraphs end: at a wider gap, before an indented
 * line, behind a line on which the next word would have had room. The words say the rest, as in any print.
 */
final class PdfParagraphs {

    private static final float WIDER = 1.22f;
    private static final float INDENT = 0.8f;
    private static final float OTHER_SIZE = 0.15f;
    private static final float FAR_FROM_MARGIN = 0.25f;
    private static final int FULL_LINES = 2;
    private static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    private final List<PdfLine> lines;
    private final float leading;

    private PdfParagraphs(List<PdfLine> lines, float leading) {
        this.lines = lines;
        this.leading = leading;
    }

    /**
     * @param lines no rows of tables
     * @param leading the distance of lines in parts of the type's size
     */
    static TextBlocks of(List<PdfLine> lines, float leading, FontRepair fonts) {
        PdfParagraphs reader = new PdfParagraphs(lines, leading);
        List<PrintLine> printed = new ArrayList<>();
        Gap gap = Gap.NONE;
        for (int i = 0; i < lines.size(); i++) {
            gap = i == 0 || gap == Gap.BLANK ? gap : wider(gap, reader.before(i));
            RunText text = RunText.of(lines.get(i).segment().runs(), fonts);
            if (VietnameseText.line(text.text()) != null) {
                boolean full = i + 1 < lines.size() && !lines.get(i).hasRoomFor(lines.get(i + 1)) && !lines.get(i).isCentered();
                printed.add(new PrintLine(text.text(), full, printed.isEmpty() ? Gap.NONE : gap, text.marks()));
                gap = Gap.NONE;
            }
        }
        return TextBlocks.of(printed);
    }

    private static Gap wider(Gap one, Gap other) {
        return one == Gap.NONE ? other : other == Gap.BLANK ? other : one;
    }

    /** The distance of consecutive lines in parts of the type's size, as it is inside most paragraphs. */
    static float leading(List<PdfLine> lines) {
        List<Float> all = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine above = lines.get(i - 1);
            PdfLine line = lines.get(i);
            if (!above.isRow() && !line.isRow() && above.flow() == line.flow() && above.page() == line.page()) {
                float distance = (line.segment().y() - above.segment().y()) / Math.max(1, line.segment().size());
                if (distance > 0.5f && distance < 3) {
                    all.add(distance);
                }
            }
        }
        all.sort(Float::compare);
        return all.isEmpty() ? 1.2f : all.get(all.size() / 4);
    }

    private Gap before(int i) {
        PdfLine above = lines.get(i - 1);
        PdfLine line = lines.get(i);
        boolean sameFlow = above.flow() == line.flow() && above.page() == line.page();
        boolean bothOfPage = above.right() == line.right() && above.left() == line.left();
        if (!sameFlow && !bothOfPage && !(isText(above) && isText(line))) {
            return Gap.BLANK;
        }
        float size = Math.max(above.segment().size(), line.segment().size());
        if (Math.abs(above.segment().size() - line.segment().size()) > OTHER_SIZE * size) {
            return Gap.BLANK;
        }
        float distance = line.segment().y() - above.segment().y();
        if (sameFlow && (distance > WIDER * leading * size || distance < 0)) {
            return Gap.BLANK;
        }
        return endsByItsPlace(i) ? Gap.BLANK : sameFlow ? Gap.NONE : Gap.PAGE;
    }

    /** The lines with the name of the State on one line, which a narrow column has on two. */
    static List<PdfLine> withWholeMotto(List<PdfLine> lines) {
        List<PdfLine> whole = new ArrayList<>(lines);
        for (int i = 0; i + 1 < whole.size(); i++) {
            if (!whole.get(i).isRow() && !whole.get(i + 1).isRow()) {
                Segment both = whole.get(i).segment().and(whole.get(i + 1).segment());
                if (VietnameseText.oneLine(both.text()).equals(STATE)) {
                    whole.set(i, whole.get(i).with(both.runs()));
                    whole.remove(i + 1);
                }
            }
        }
        return whole;
    }

    /** Whether the column has running text, whose paragraphs go on in the next one; the head of a document has not. */
    private boolean isText(PdfLine line) {
        return lines.stream().filter(other -> other.flow() == line.flow() && other.segment().right() > line.right() - 2 * line.segment().size())
                .count() >= FULL_LINES;
    }

    private boolean endsByItsPlace(int i) {
        PdfLine above = lines.get(i - 1);
        PdfLine line = lines.get(i);
        if (above.isCentered() && line.isCentered()) {
            // In the head of a document, offices and mottos stand below each other.
            return line.isOfColumn() && Capitals.only(above.segment().text(), 0) && Capitals.only(line.segment().text(), 0);
        }
        if (above.isCentered() != line.isCentered() && (above.isCentered() ? above : line).hasRoomFor(line)) {
            return true;
        }
        float room = line.right() - line.left();
        float size = line.segment().size();
        float left = line.segment().left() - line.left();
        float leftAbove = above.segment().left() - above.left();
        if (above.hasRoomFor(line) || leftAbove > FAR_FROM_MARGIN * room && left < leftAbove - size) {
            return true;
        }
        boolean deeper = left > leftAbove + INDENT * size;
        if (deeper) {
            return !above.isItem();
        }
        // A first line, if it is full and the next one goes back to the margin.
        boolean indented = left > INDENT * size && left > leftAbove - INDENT * size;
        PdfLine next = i + 1 < lines.size() && lines.get(i + 1).flow() == line.flow() ? lines.get(i + 1) : null;
        return indented && next != null && !line.hasRoomFor(next) && !next.isItem()
                && next.segment().left() - line.left() < left - INDENT * size && !line.isCentered();
    }
}
