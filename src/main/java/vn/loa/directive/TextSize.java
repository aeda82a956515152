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
 * large text is read.
 *
 * @param body the body's HTML
 * @param sections all sections without their citations
 * @param citations all citations once, each with one article
 */
public record TextSize(int body, int sections, int citations) {

    /** The columns for a revision {@code r}. */
    public static final String COLUMNS = "r.body_bytes, r.section_bytes, r.citation_bytes";

    /** The bytes of JSON names, quotation marks and numbers. */
    private static final int SECTION_OVERHEAD = 170;
    private static final int PARAGRAPH_OVERHEAD = 24;
    /** With its eId and that of its place. */
    private static final int CELL_OVERHEAD = 90;
    private static final int NOTE_OVERHEAD = 320;
    private static final int CITATION_OVERHEAD = 260;
    private static final int PINPOINT_OVERHEAD = 90;
    private static final int DIVISION_OVERHEAD = 20;
    /** The id, slug and title of an article. */
    private static final int TARGET_BYTES = 300;

    public static TextSize of(String body, List<Section> sections, List<Citation> citations) {
        return new TextSize(bytes(body), sections.stream().mapToInt(TextSize::of).sum(),
                citations.stream().mapToInt(TextSize::of).sum());
    }

    public static TextSize read(ResultRow row) {
        return new TextSize(row.get("body_bytes", Integer.class), row.get("section_bytes", Integer.class),
                row.get("citation_bytes", Integer.class));
    }

    /** The size of a section with its citations. */
    static int of(Section section, List<StoredCitation> citations) {
        return of(section) + (citations == null ? 0 : citations.stream().mapToInt(TextSize::of).sum());
    }

    private static int of(Section section) {
        int total = SECTION_OVERHEAD + 2 * bytes(section.eId().value()) + bytes(section.marker()) + bytes(section.heading());
        total += NOTE_OVERHEAD * section.notes().size();
        for (Paragraph paragraph : section.ownAndNotes()) {
            total += PARAGRAPH_OVERHEAD + bytes(paragraph.eId().value()) + bytes(paragraph.text());
            if (paragraph.table() != null) {
                // The words of a table are in it twice.
                total += bytes(paragraph.text()) + CELL_OVERHEAD * paragraph.table().rows().stream().mapToInt(row -> row.size() + 1).sum();
            }
        }
        return total;
    }

    private static int of(Citation citation) {
        int total = CITATION_OVERHEAD + bytes(citation.paragraphEId().value()) + bytes(citation.raw())
                + bytes(citation.type()) + bytes(citation.issuer()) + bytes(citation.title());
        for (Pinpoint pinpoint : citation.pinpoints()) {
            total += PINPOINT_OVERHEAD + bytes(pinpoint.eId().value());
        }
        total += citation.divisions().stream().mapToInt(eId -> DIVISION_OVERHEAD + bytes(eId.value())).sum();
        return citation.number() == null ? total : total + TARGET_BYTES + bytes(citation.number().toString());
    }

    private static int of(StoredCitation citation) {
        int total = CITATION_OVERHEAD + bytes(citation.paragraphEId()) + bytes(citation.raw())
                + bytes(citation.type()) + bytes(citation.issuer()) + bytes(citation.title());
        for (PinpointView pinpoint : citation.pinpoints() == null ? List.<PinpointView>of() : citation.pinpoints()) {
            total += PINPOINT_OVERHEAD + bytes(pinpoint.eId());
        }
        total += citation.divisions() == null ? 0 : citation.divisions().stream().mapToInt(eId -> DIVISION_OVERHEAD + bytes(eId)).sum();
        return citation.number() == null ? total : total + TARGET_BYTES + bytes(citation.number());
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
