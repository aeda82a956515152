package vn.loa.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.TextBlocks;

/**
 * Reads a page that was copied from a browser, whose head ends with the line of the publication stamp; or an official
 * document from a printed gazette, which has no such head.
 */
final class PlainTextPage {

    /** In blocks: the site in one or two lines, the title and the stamp. A date further down belongs to the text. */
    private static final int MAX_HEAD_BLOCKS = 6;

    private PlainTextPage() {
    }

    static PageSource read(String text) {
        return of(TextBlocks.read(text));
    }

    static PageSource of(TextBlocks read) {
        List<String> blocks = read.paragraphs();
        Optional<Subject> official = Letterhead.find(blocks);
        if (official.isPresent()) {
            return new PageSource(List.of(), blocks, read.dropped(),
                    PageSource.Hints.ofDocument(titleOf(official.get()), official.get().title()), read.notes(), read.tables());
        }
        int headEnd = headEnd(blocks);
        return new PageSource(blocks.subList(0, headEnd), blocks.subList(headEnd, blocks.size()),
                read.dropped(), PageSource.Hints.NONE, read.notes().stream().map(note -> note.without(headEnd)).toList(), read.tables());
    }

    /** Makes a title of the document's type, number and subject, because a printed document has no headline. */
    static String titleOf(Subject document) {
        return Stream.of(document.type(), document.number() == null ? null : "số " + document.number(),
                about(document.title())).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String about(String title) {
        return title != null && Character.isLowerCase(title.charAt(0)) ? "về " + title : title;
    }

    private static int headEnd(List<String> blocks) {
        for (int i = 0; i < Math.min(blocks.size(), MAX_HEAD_BLOCKS); i++) {
            if (PortalPageReader.stampIn(blocks.get(i)).isPresent()) {
                return i + 1;
            }
        }
        return endOfHeadWithoutStamp(blocks);
    }

    /** The end of a head without a stamp: the site's name, if it comes first, and the title. */
    private static int endOfHeadWithoutStamp(List<String> blocks) {
        int title = !blocks.isEmpty() && SiteName.in(blocks.get(0)).isPresent() ? 1 : 0;
        return Math.min(title + 1, blocks.size());
    }
}
