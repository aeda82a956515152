package vn.loa.directive.rendering;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in Markdown as GitHub's extension writes it: a line for each row, the first one as the heads of the columns.
 * Without the extension its rows are lines of a paragraph.
 */
final class MarkdownTable {

    /** A wider row is no table that anybody reads; the cells behind are in its last column. */
    private static final int MOST_COLUMNS = 200;

    private final List<List<String>> rows = new ArrayList<>();
    private int columns;

    void row() {
        rows.add(new ArrayList<>());
    }

    /** @param words escaped, on one line */
    void cell(String words, int columnSpan) {
        List<String> row = rows.get(rows.size() - 1);
        if (row.size() >= MOST_COLUMNS) {
            row.set(row.size() - 1, row.get(row.size() - 1) + " " + words);
            return;
        }
        row.add(words);
        for (int i = 1; i < columnSpan && row.size() < MOST_COLUMNS; i++) {
            row.add("");
        }
        columns = Math.max(columns, row.size());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            out.append(i == 0 ? "|" : "\n|");
            for (int column = 0; column < columns; column++) {
                String words = column < row.size() ? row.get(column) : "";
                out.append(words.isEmpty() ? "" : " ").append(words).append(" |");
            }
            if (i == 0) {
                out.append("\n|").append(" --- |".repeat(columns));
            }
        }
        return out.toString();
    }
}
