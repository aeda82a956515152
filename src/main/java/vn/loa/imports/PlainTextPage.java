package vn.loa.imports;

import java.util.List;
import vn.loa.text.TextBlocks;

/** A page as somebody copies it from a browser: the head ends with the line that has the publication stamp. */
final class PlainTextPage {

    /** The site, a line or two above the title, the title and the stamp; further down a date belongs to the text. */
    private static final int LONGEST_HEAD = 6;

    private PlainTextPage() {
    }

    static PageSource read(String text) {
        TextBlocks read = TextBlocks.read(text);
        List<String> blocks = read.paragraphs();
        int headEnd = 0;
        for (int i = 0; i < Math.min(blocks.size(), LONGEST_HEAD); i++) {
            if (PageReader.stampIn(blocks.get(i)).isPresent()) {
                headEnd = i + 1;
                break;
            }
        }
        if (headEnd == 0) {
            headEnd = endOfHeadWithoutStamp(blocks);
        }
        return new PageSource(blocks.subList(0, headEnd), blocks.subList(headEnd, blocks.size()), List.of(),
                List.of(), read.dropped(), PageSource.Hints.NONE);
    }

    /** The site's name, if it comes first, and the title. */
    private static int endOfHeadWithoutStamp(List<String> blocks) {
        int title = !blocks.isEmpty() && SiteName.in(blocks.get(0)).isPresent() ? 1 : 0;
        return Math.min(title + 1, blocks.size());
    }
}
