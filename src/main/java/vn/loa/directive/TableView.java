package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.loa.text.structure.Table;

/** The rows of a table in JSON. */
public final class TableView {

    private TableView() {
    }

    /** A row of a table. */
    public record Row(
            List<Cell> cells) {
    }

    /** A cell of a table; what is usual is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(
            String text,
            int start,
            Boolean header,
            Integer columnSpan,
            Integer rowSpan) {

        static Cell of(Table.Cell cell) {
            return new Cell(cell.text(), cell.start(), cell.header() ? true : null, cell.columns() == 1 ? null : cell.columns(),
                    cell.rows() == 1 ? null : cell.rows());
        }
    }

    static List<Row> rows(Table table) {
        return table.rows().stream().map(row -> new Row(row.stream().map(Cell::of).toList())).toList();
    }
}
