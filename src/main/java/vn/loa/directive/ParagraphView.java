package vn.loa.directive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.text.structure.Paragraph;

/** A paragraph in JSON, also in the stored JSON of its section. */
@Schema(name = "Paragraph", description = "A paragraph of a section.")
public record ParagraphView(
        @Schema(description = "The paragraph's address inside its article.", examples = "sec_3__p_1", required = true)
        String eId,
        @Schema(description = "Its words, on one line.", required = true)
        String text) {

    static ParagraphView of(Paragraph paragraph) {
        return new ParagraphView(paragraph.eId().value(), paragraph.text());
    }
}
