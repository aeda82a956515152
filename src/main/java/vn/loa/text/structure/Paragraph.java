package vn.loa.text.structure;

import java.util.Objects;
import vn.loa.text.fold.VietnameseText;

/**
 * One paragraph and its eId. The text is one normalised line ({@link VietnameseText#oneLine}); that of a table has a line for
 * each row. Offsets of citations count in {@code text()}.
 *
 * @param table null for words that are none
 */
public record Paragraph(EId eId, String text, Table table) {
    public Paragraph {
        Objects.requireNonNull(eId, "eId");
        text = table == null ? VietnameseText.oneLine(text) : table.text();
    }

    public Paragraph(EId eId, String text) {
        this(eId, text, null);
    }

    public Paragraph(EId eId, Table table) {
        this(eId, table.text(), table);
    }
}
