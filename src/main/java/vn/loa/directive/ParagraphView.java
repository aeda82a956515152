package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.loa.text.structure.Paragraph;

/**
 * A paragraph in JSON, also in the stored JSON of its section.
 *
 * @param kind {@code table}; null for words
 * @param rows of a table; null for words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParagraphView(
        String eId,
        String text,
        String kind,
        List<TableView.Row> rows) {

    public static final String TABLE = "table";

    public ParagraphView(String eId, String text) {
        this(eId, text, null, null);
    }

    public static ParagraphView of(Paragraph paragraph) {
        return paragraph.table() == null ? new ParagraphView(paragraph.eId().value(), paragraph.text())
                : new ParagraphView(paragraph.eId().value(), paragraph.text(), TABLE, TableView.rows(paragraph.table()));
    }

    @JsonIgnore
    public boolean isTable() {
        return rows != null;
    }
}
