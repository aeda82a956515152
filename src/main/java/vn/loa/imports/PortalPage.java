package vn.loa.imports;

import java.util.List;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.PlacedNote;

/**
 * The content of an article's page on a portal. Everything but the title and the paragraphs may be missing.
 *
 * @param site the portal's name
 * @param publishedAt the publication stamp as the page prints it
 * @param paragraphs the article's text, each paragraph on one line
 * @param leftOut blocks that look like text but belong neither to the head nor to the text
 * @param notes notes at the foot of a printed document's pages; they count the paragraphs
 * @param dropped lines of a printed document that are not text: running heads, page numbers
 */
record PortalPage(String site, String title, String byline, Stamp publishedAt, String summary, String language,
        List<String> tags, PageCounters counters, List<String> paragraphs,
        List<String> leftOut, List<DroppedLine> dropped, List<PlacedNote> notes) {
}
