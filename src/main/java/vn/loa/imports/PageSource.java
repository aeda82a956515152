package vn.loa.imports;

import java.util.List;
import java.util.Map;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.imports.file.Emphasis;
import vn.loa.imports.file.FileText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.Table;

/**
 * A page as a sequence of one-line blocks, before the meaning of each block is known.
 *
 * @param head the blocks above the article's text: names of the site, the title, the publication stamp, the byline
 * @param content the article's text, possibly with a byline or counters
 * @param around all other blocks, where counters may be
 * @param leftOut blocks that look like text but are apart from it
 * @param hidden words that the page's readers do not see
 * @param dropped lines of a printed document that are not text: running heads, page numbers
 * @param hints metadata in the page's markup
 * @param notes notes at the foot of a printed document's pages; they count the paragraphs of the content
 * @param tables the blocks of the content that are tables, by their text
 * @param headings the levels of the blocks that are headings in a file, by their text
 * @param markup of the content's blocks, one for each; null when they have none
 */
record PageSource(List<String> head, List<String> content, List<String> around, List<String> leftOut, List<String> hidden,
        List<DroppedLine> dropped, Hints hints, List<PlacedNote> notes, Map<String, Table> tables, HtmlMarkup markup,
        Map<String, Integer> headings, Map<String, List<Emphasis>> emphases) {

    /** A page without markup. */
    PageSource(List<String> head, List<String> content, List<DroppedLine> dropped, Hints hints, List<PlacedNote> notes,
            Map<String, Table> tables) {
        this(head, content, List.of(), List.of(), List.of(), dropped, hints, notes, tables, null, Map.of(), Map.of());
    }

    PageSource with(FileText file) {
        return new PageSource(head, content, around, leftOut, hidden, dropped, hints, notes, tables, markup, file.headings(), file.emphases());
    }

    /**
     * Each value is null when the page does not have it.
     *
     * @param category the name of the subject in which the article stands
     * @param picture the address of the picture that stands for the article
     */
    record Hints(String site, String title, String byline, Stamp stamp, String summary, String language,
            List<String> tags, String category, String picture) {

        static final Hints NONE = new Hints(null, null, null, null, null, null, List.of(), null, null);

        /** The title of an official document, which has no headline, and what it is about. */
        static Hints ofDocument(String title, String summary) {
            return new Hints(null, title, null, null, summary, null, List.of(), null, null);
        }

        Hints titled(String title, String summary) {
            return new Hints(site, title, byline, stamp, this.summary == null ? summary : this.summary, language, tags, category, picture);
        }
    }
}
