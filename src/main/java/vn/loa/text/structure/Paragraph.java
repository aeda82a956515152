package vn.loa.text.structure;

import java.util.Objects;
import vn.loa.text.fold.VietnameseText;

/**
 * One paragraph and its eId. The text is always one normalised line ({@link VietnameseText#oneLine}): offsets of
 * citations count in {@code text()}.
 */
public record Paragraph(EId eId, String text) {
    public Paragraph {
        Objects.requireNonNull(eId, "eId");
        text = VietnameseText.oneLine(text);
    }
}
