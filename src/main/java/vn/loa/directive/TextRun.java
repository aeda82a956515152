package vn.loa.directive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A piece of a paragraph: the words of a citation, or those between two.
 *
 * @param citation null for words that name no document
 */
record TextRun(String text, CitationView citation) {

    /**
     * The text cut where citations begin and end; together the pieces are the text. A citation that is not where it
     * says, or overlaps one before it, is left out: the words count more.
     *
     * @param citations of this paragraph, in any order; null for none
     */
    static List<TextRun> of(String text, List<CitationView> citations) {
        List<TextRun> runs = new ArrayList<>();
        int end = 0;
        for (CitationView citation : inOrder(citations)) {
            if (citation.start() >= end && stands(citation, text)) {
                add(runs, text.substring(end, citation.start()), null);
                end = citation.end();
                add(runs, text.substring(citation.start(), end), citation);
            }
        }
        add(runs, text.substring(end), null);
        return runs;
    }

    /** Citations by the paragraph that they say they stand in. */
    static Map<String, List<CitationView>> byParagraph(List<CitationView> citations) {
        return citations.stream().collect(Collectors.groupingBy(CitationView::paragraphEId));
    }

    private static List<CitationView> inOrder(List<CitationView> citations) {
        return citations == null ? List.of() : citations.stream()
                .sorted(Comparator.comparingInt(CitationView::start).thenComparing(CitationView::end)).toList();
    }

    private static boolean stands(CitationView citation, String text) {
        return citation.start() >= 0 && citation.end() > citation.start() && citation.end() <= text.length()
                && text.substring(citation.start(), citation.end()).equals(citation.raw())
                && !splits(text, citation.start()) && !splits(text, citation.end());
    }

    /** Whether a cut here would leave half a character on either side. */
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
