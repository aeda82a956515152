package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;

/** Takes running heads and page numbers out of the pages: rows at the same place of many pages, at their top or bottom. */
final class PdfFurniture {

    private static final Pattern NUMBER = Pattern.compile(
            "[-–— ]*(?:Trang |Tr\\. ?|Page )?([0-9]{1,5})(?: ?[/|] ?[0-9]{1,5}| of [0-9]{1,5})?[-–— ]*", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_PAGES = 3;
    private static final float SAME_PLACE = 4;
    /** Rows at the top and at the bottom of a page that may be furniture. */
    private static final int DEPTH = 3;

    private final List<PdfPage> pages;
    private final Map<String, Integer> repeated = new HashMap<>();
    private final Map<Integer, Integer> offsets = new HashMap<>();
    private final List<DroppedLine> dropped = new ArrayList<>();
    private int line;

    private PdfFurniture(List<PdfPage> pages) {
        this.pages = pages;
    }

    static List<DroppedLine> take(List<PdfPage> pages) {
        PdfFurniture reader = new PdfFurniture(pages);
        reader.count();
        for (PdfPage page : pages) {
            int above = reader.line;
            int rows = page.rows().size();
            reader.take(page, true);
            reader.take(page, false);
            reader.line = above + rows;
        }
        return reader.dropped;
    }

    private void count() {
        for (PdfPage page : pages) {
            List<List<Segment>> rows = page.rows();
            for (int i = 0; i < rows.size(); i++) {
                if (i < DEPTH || i >= rows.size() - DEPTH) {
                    // A place near the border of two counts in both.
                    keys(rows.get(i)).forEach(key -> repeated.merge(key, 1, Integer::sum));
                    Matcher number = NUMBER.matcher(PdfPage.text(rows.get(i)));
                    if (number.matches()) {
                        offsets.merge(Integer.parseInt(number.group(1)) - page.number(), 1, Integer::sum);
                    }
                }
            }
        }
    }

    private static List<String> keys(List<Segment> row) {
        String words = PdfPage.text(row).replaceAll("[0-9]+", "#");
        int place = Math.round(PdfPage.y(row) / SAME_PLACE);
        return List.of(words + '@' + place, words + '@' + (place + 1));
    }

    private void take(PdfPage page, boolean top) {
        List<List<Segment>> rows = page.rows();
        for (int i = 0; i < DEPTH && !rows.isEmpty(); i++) {
            int at = top ? 0 : rows.size() - 1;
            String text = PdfPage.text(rows.get(at));
            DroppedLine.LineKind kind = isNumber(text, page) ? DroppedLine.LineKind.PAGE_NUMBER
                    : isRepeated(rows.get(at)) ? DroppedLine.LineKind.PAGE_HEADER : null;
            if (kind == null) {
                return;
            }
            dropped.add(new DroppedLine(line + (top ? i + 1 : rows.size()), kind, VietnameseText.oneLine(text)));
            rows.remove(at);
        }
    }

    /** Whether a row has only the number of its page, or one that differs from it by as much as on other pages. */
    private boolean isNumber(String text, PdfPage page) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return false;
        }
        int offset = Integer.parseInt(number.group(1)) - page.number();
        return offset == 0 || offsets.getOrDefault(offset, 0) >= FEWEST_PAGES;
    }

    private boolean isRepeated(List<Segment> row) {
        int most = keys(row).stream().mapToInt(key -> repeated.getOrDefault(key, 0)).max().orElse(0);
        // Left and right pages may have different heads.
        return most >= FEWEST_PAGES && most * 5 >= pages.size() * 2;
    }
}
