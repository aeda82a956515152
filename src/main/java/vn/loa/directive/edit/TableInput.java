package vn.loa.directive.edit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Table;

/** The rows of a table from an editor, in the shape in which they are read. */
public final class TableInput {

    public static final int MOST_ROWS = 2_000;
    public static final int MOST_CELLS = 200;
    public static final int LONGEST_SPAN = 1_000;

    private TableInput() {
    }

    /** A row of a table. */
    public record Row(
            @NotNull(message = "must be given")
            @Size(min = 1, max = MOST_CELLS, message = "must have {min} to {max} items")
            List<@NotNull(message = "must not be null") @Valid Cell> cells) {
    }

    /** A cell of a table. Its place in the paragraph's text is always derived. */
    @JsonIgnoreProperties("start")
    public record Cell(
            @NotNull(message = "must be given")
            @Size(max = SectionInput.LONGEST_PARAGRAPH, message = "must have at most {max} characters")
            String text,
            Boolean header,
            @Min(value = 1, message = "must be at least {value}")
            @Max(value = LONGEST_SPAN, message = "must be at most {value}")
            Integer columnSpan,
            @Min(value = 1, message = "must be at least {value}")
            @Max(value = LONGEST_SPAN, message = "must be at most {value}")
            Integer rowSpan) {

        public Cell {
            text = text == null ? null : Objects.requireNonNullElse(VietnameseText.line(text), "");
        }

        private Table.Cell cell() {
            return new Table.Cell(text, Boolean.TRUE.equals(header), columnSpan == null ? 1 : columnSpan,
                    rowSpan == null ? 1 : rowSpan);
        }
    }

    /** The table; null when one of the rows is not whole, which was reported before. */
    static Table table(List<Row> rows) {
        boolean whole = rows.stream().allMatch(row -> row != null && row.cells() != null
                && row.cells().stream().allMatch(cell -> cell != null && cell.text() != null));
        return whole ? Table.of(rows.stream().map(row -> row.cells().stream().map(Cell::cell).toList()).toList()) : null;
    }
}
