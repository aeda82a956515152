package vn.loa.directive;

import io.netty.buffer.ByteBufUtil;
import java.util.List;
import vn.loa.sql.ResultRow;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.Pinpoint;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;

/**
 * Estimates of how many bytes the parts of a revision have in a response, almost never too low: each citation counts
 * with one article, even if it leads to none. They are stored with the revision, so that the size is known before a
 * large text is read. The migration that adds the columns computes the same sums.
 *
 * @param body the body's HTML
 * @param sections all sections without their citations
 * @param citations all citations once, each with one article
 */
public record TextSize(int body, int sections, int citations) {

    /** The columns for a revision {@code r}. */
    public static final String COLUMNS = "r.body_bytes, r.section_bytes, r.citation_bytes";

    /** The bytes of JSON names, quotation marks and numbers. */
    private static final int OF_SECTION = 170;
    private static final int OF_PARAGRAPH = 24;
    private static final int OF_CITATION = 260;
    private static final int OF_PINPOINT = 90;
    /** The id, slug and title of an article. */
    private static final int OF_TARGET = 300;

    public static TextSize of(String body, List<Section> sections, List<Citation> citations) {
        return new TextSize(bytes(body), sections.stream().mapToInt(TextSize::of).sum(),
                citations.stream().mapToInt(TextSize::of).sum());
    }

    public static TextSize read(ResultRow row) {
        return new TextSize(row.get("body_bytes", Integer.class), row.get("section_bytes", Integer.class),
                row.get("citation_bytes", Integer.class));
    }

    private static int of(Section section) {
        int own = OF_SECTION + 2 * bytes(section.eId().value()) + bytes(section.marker()) + bytes(section.heading());
        for (Paragraph paragraph : section.paragraphs()) {
            own += OF_PARAGRAPH + bytes(paragraph.eId().value()) + bytes(paragraph.text());
        }
        return own;
    }

    private static int of(Citation citation) {
        int own = OF_CITATION + bytes(citation.paragraphEId().value()) + bytes(citation.raw()) + bytes(citation.type())
                + bytes(citation.issuer()) + bytes(citation.title());
        for (Pinpoint pinpoint : citation.pinpoints()) {
            own += OF_PINPOINT + bytes(pinpoint.eId().value());
        }
        return citation.number() == null ? own : own + OF_TARGET + bytes(citation.number().toString());
    }

    private static int bytes(String text) {
        return text == null ? 0 : ByteBufUtil.utf8Bytes(text);
    }

    /** The sections with their citations. */
    public long sectionsWithCitations() {
        return (long) sections + citations;
    }

    /** The whole text. Citations are in it twice: with their sections and as a list. */
    public long all() {
        return (long) body + sections + 2L * citations;
    }
}
