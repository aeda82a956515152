package vn.loa.imports;

import java.util.List;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.PlacedNote;

/**
 * A page as a sequence of one-line blocks, before the meaning of each block is known.
 *
 * @param head the blocks above the article's text: names of the site, the title, the publication stamp, the byline
 * @param content the article's text, possibly with a byline or counters
 * @param around all other blocks, where counters may be
 * @param leftOut blocks that look like text but are apart from it
 * @param dropped lines of a printed document that are not text: running heads, page numbers
 * @param notes notes at the foot of a printed document's pages; they count the paragraphs of the content
 * @param hints metadata in the page's markup
 */
record PageSource(List<String> head, List<String> content, List<String> around, List<String> leftOut,
        List<DroppedLine> dropped, Hints hints, List<PlacedNote> notes) {

    /** Each value is null when the page does not have it. */
    record Hints(String site, String title, String byline, Stamp stamp, String summary, String language,
            List<String> tags) {

        static final Hints NONE = new Hints(null, null, null, null, null, null, List.of());
    }
}
