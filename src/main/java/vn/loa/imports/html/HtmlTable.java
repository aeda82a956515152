package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Table;

/**
 * Reads a table of data. Tables that only set things beside each other are none: the head of an official document, its
 * signatures, the columns of a page.
 */
final class HtmlTable {

    /** What a paragraph and an editor's table may hold has room for these. */
    private static final int LONGEST = 50_000;
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_CELLS = 200;
    private static final int LARGEST_SPAN = 1_000;
    private static final int MOST_PARAGRAPHS_IN_CELL = 20;
    private static final Pattern SPAN = Pattern.compile("[0-9]{1,4}");
    /** Words of the heads and signatures of official documents. */
    private static final Pattern HEAD_OR_SIGNATURE = Pattern.compile("CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM"
            + "|Độc lập ?[-–] ?Tự do|Nơi nhận ?:|(?:^|\\s)(?:TM|KT|TL|TUQ|T/M)\\. ?\\p{Lu}{2}");

    private HtmlTable() {
    }

    /** The table, divided where it is long; none when it is no table of data. */
    static List<Table> read(Element element) {
        if (element.attr("role").matches("(?i)presentation|none") || element.stream().skip(1).anyMatch(inside -> inside.nameIs("table"))
                || element.selectFirst("h1, form, textarea, iframe") != null) {
            return List.of();
        }
        List<Element> rows = element.select("tr");
        List<List<Table.Cell>> cells = rows.stream().map(HtmlTable::cells).toList();
        if (!isData(element, cells)) {
            return List.of();
        }
        List<List<Table.Cell>> all = new ArrayList<>();
        Element caption = element.selectFirst("caption");
        String title = caption == null ? "" : words(caption);
        if (!title.isEmpty()) {
            int columns = cells.stream().mapToInt(HtmlTable::width).max().orElse(1);
            all.add(List.of(new Table.Cell(title, true, columns, 1)));
        }
        all.addAll(cells);
        return Table.of(all).parts(LONGEST, MOST_ROWS);
    }

    private static List<Table.Cell> cells(Element row) {
        return row.children().stream().filter(child -> child.nameIs("td") || child.nameIs("th"))
                .map(cell -> new Table.Cell(words(cell), cell.nameIs("th"), span(cell, "colspan"), span(cell, "rowspan")))
                .toList();
    }

    private static boolean isData(Element table, List<List<Table.Cell>> rows) {
        List<List<Table.Cell>> filled = rows.stream().filter(row -> row.stream().anyMatch(cell -> !cell.text().isEmpty())).toList();
        long several = filled.stream().filter(row -> row.size() > 1).count();
        boolean bounded = filled.stream().allMatch(row -> row.size() <= MOST_CELLS
                && row.stream().mapToInt(cell -> cell.text().length()).sum() <= LONGEST);
        if (filled.size() < 2 || several < 2 || !bounded || HEAD_OR_SIGNATURE.matcher(table.text()).find()
                || table.select("td").stream().anyMatch(cell -> cell.select("p, div, li").size() > MOST_PARAGRAPHS_IN_CELL)) {
            return false;
        }
        boolean declared = table.selectFirst("th, thead, caption") != null || table.attr("border").matches("[1-9].*")
                || !table.select("[style*=border]").isEmpty();
        return declared || isRegular(filled);
    }

    /** Whether most rows have the same number of columns, and each column has words. */
    private static boolean isRegular(List<List<Table.Cell>> rows) {
        int columns = rows.stream().mapToInt(HtmlTable::width).max().orElse(0);
        long full = rows.stream().filter(row -> width(row) == columns).count();
        long worded = rows.stream().filter(row -> row.stream().filter(cell -> !cell.text().isEmpty()).count() > 1).count();
        return full * 10 >= rows.size() * 6L && worded >= 2;
    }

    private static int width(List<Table.Cell> row) {
        return row.stream().mapToInt(Table.Cell::columns).sum();
    }

    private static int span(Element cell, String attribute) {
        String span = cell.attr(attribute).strip();
        return SPAN.matcher(span).matches() ? Math.min(Math.max(Integer.parseInt(span), 1), LARGEST_SPAN) : 1;
    }

    /** The words of a cell; its paragraphs follow each other. */
    private static String words(Element cell) {
        StringBuilder words = new StringBuilder();
        for (HtmlBlock line : HtmlBlock.of(cell)) {
            words.append(words.length() == 0 ? "" : " ").append(line.text());
        }
        return VietnameseText.oneLine(words.toString());
    }
}
