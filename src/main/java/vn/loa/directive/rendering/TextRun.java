package vn.loa.directive.rendering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.directive.CitationView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.TableView;

/**
 * A run of a paragraph's text: the words of one citation, or the words between two citations.
 *
 * @param citation null for words that name no document
 */
record TextRun(String text, CitationView citation) {

    /**
     * Splits a text at the start and end of citations; joined, the runs are the text. A citation whose text does not
     * match its offsets, or that overlaps an earlier one, is left out, because the words matter more.
     *
     * @param citations the citations of this paragraph, in any order; null for none
     */
    static List<TextRun> of(String text, List<CitationView> citations) {
        List<TextRun> runs = new ArrayList<>();
        int end = 0;
        for (CitationView citation : inOrder(citations)) {
            if (citation.start() >= end && matches(citation, text)) {
                add(runs, text.substring(end, citation.start()), null);
                end = citation.end();
                add(runs, text.substring(citation.start(), end), citation);
            }
        }
        add(runs, text.substring(end), null);
        return runs;
    }

    /** The runs of each cell of a table, in order; a citation that reaches over several cells is divided between them. */
    static List<List<TextRun>> ofCells(ParagraphView table, List<CitationView> citations) {
        List<TextRun> runs = of(table.text(), citations);
        List<List<TextRun>> cells = new ArrayList<>();
        int run = 0;
        int at = 0;
        for (TableView.Row row : table.rows()) {
            for (TableView.Cell cell : row.cells()) {
                List<TextRun> inside = new ArrayList<>();
                int end = cell.start() + cell.text().length();
                while (run < runs.size() && at < end) {
                    TextRun next = runs.get(run);
                    int from = Math.max(cell.start() - at, 0);
                    int to = Math.min(end - at, next.text.length());
                    if (from < to) {
                        inside.add(new TextRun(next.text.substring(from, to), next.citation));
                    }
                    if (to < next.text.length()) {
                        break;
                    }
                    at += next.text.length();
                    run++;
                }
                cells.add(inside);
            }
        }
        return cells;
    }

    /** The citations by the eId of their paragraph. */
    static Map<String, List<CitationView>> byParagraph(List<CitationView> citations) {
        return citations.stream().collect(Collectors.groupingBy(CitationView::paragraphEId));
    }

    private static List<CitationView> inOrder(List<CitationView> citations) {
        return citations == null ? List.of() : citations.stream()
                .sorted(Comparator.comparingInt(CitationView::start).thenComparing(CitationView::end)).toList();
    }

    private static boolean matches(CitationView citation, String text) {
        return citation.start() >= 0 && citation.end() > citation.start() && citation.end() <= text.length()
                && text.substring(citation.start(), citation.end()).equals(citation.raw())
                && !splits(text, citation.start()) && !splits(text, citation.end());
    }

    /** Whether the index splits a surrogate pair. */
    private static boolean splits(String text, int index) {
        return index > 0 && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }

    private static void add(List<TextRun> runs, String text, CitationView citation) {
        if (!text.isEmpty()) {
            runs.add(new TextRun(text, citation));
        }
    }
}
