package vn.loa.imports;

import java.util.List;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.print.DroppedLine;

/**
 * What a reader finds on a portal's article page. Everything but the title and the paragraphs may be missing.
 *
 * @param site the portal's name
 * @param publishedAt the publication stamp, as the page prints it
 * @param paragraphs the article's text, in order, each on one line
 * @param leftOut blocks that look like text but are neither head nor text
 * @param dropped lines of a print that are no text
 */
record PortalPage(String site, String title, String byline, Stamp publishedAt, String summary, String language,
        List<String> tags, PageCounters counters, List<String> paragraphs,
        List<String> leftOut, List<DroppedLine> dropped) {
}
