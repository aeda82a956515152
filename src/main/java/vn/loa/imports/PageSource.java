package vn.loa.imports;

import java.util.List;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.print.DroppedLine;

/**
 * A page as a sequence of one-line blocks, before anybody knows which of them mean what.
 *
 * @param head what stands above the article's text: names of the site, the title, the publication stamp, the byline
 * @param content the article's text, perhaps with a byline or counters still in it
 * @param around everything else, where counters may stand
 * @param leftOut what looks like text but stands apart from it
 * @param dropped lines of a print that are no text
 * @param hints what the page's markup says about itself
 */
record PageSource(List<String> head, List<String> content, List<String> around, List<String> leftOut,
        List<DroppedLine> dropped, Hints hints) {

    /** Each is null where the page does not say it. */
    record Hints(String site, String title, String byline, Stamp stamp, String summary, String language,
            List<String> tags) {

        static final Hints NONE = new Hints(null, null, null, null, null, null, List.of());
    }
}
