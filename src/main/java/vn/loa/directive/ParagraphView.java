package vn.loa.directive;

import vn.loa.text.structure.Paragraph;

/** A paragraph in JSON, also in the stored JSON of its section. */
public record ParagraphView(
        String eId,
        String text) {

    static ParagraphView of(Paragraph paragraph) {
        return new ParagraphView(paragraph.eId().value(), paragraph.text());
    }
}
