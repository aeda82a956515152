package vn.loa.imports;

import java.util.List;
import java.util.Map;
import vn.loa.imports.file.Emphasis;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.Table;

/**
 * The content of an article's page on a portal. Everything but the title and the paragraphs may be missing.
 *
 * @param site the portal's name
 * @param publishedAt the publication stamp as the page prints it
 * @param paragraphs the article's text, each paragraph on one line
 * @param apart blocks that look like text but belong neither to the head nor to the text
 * @param leftOut all words of the page that are neither in the article nor otherwise read
 * @param notes notes at the foot of a printed document's pages; they count the paragraphs
 * @param dropped lines of a printed document that are not text: running heads, page numbers
 */
record PortalPage(String site, String title, String byline, Stamp publishedAt, String summary, String language,
        List<String> tags, PageCounters counters, List<String> paragraphs,
        List<String> apart, List<LeftOut> leftOut, List<DroppedLine> dropped, List<PlacedNote> notes, String category,
        String picture, PageText text) {

    /**
     * What the paragraphs are beside their words.
     *
     * @param tables those that are tables, by their text
     * @param headings the levels of those that are headings in a file, by their text
     * @param emphases the bold and italic words of those of a file, by their text
     * @param markup null when they have none
     * @param from the first paragraph's place in the markup
     */
    record PageText(Map<String, Table> tables, Map<String, Integer> headings, Map<String, List<Emphasis>> emphases, HtmlMarkup markup, int from) {
    }
}
