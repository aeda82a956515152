package vn.loa.imports.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;
import vn.loa.sql.ResultRow;

/**
 * What became of an item, in JSON.
 *
 * @param problem as a failed request is answered
 * @param undo whether it was taken back; null while there is no undo
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReportLine(long number, Long line, String path, String kind, String source, String address, String status, UUID article,
        UUID file, @JsonRawValue String problem, @JsonRawValue String warnings, String undo, String undoNote) {

    static ImportReportLine of(ResultRow row) {
        String kind = row.text("kind");
        String status = row.text("status");
        boolean there = !status.equals("waiting") && !status.equals("failed") && !status.equals("skipped");
        UUID target = there ? row.get("target", UUID.class) : null;
        boolean isFile = kind.equals("file");
        return new ImportReportLine(row.get("number", Long.class), row.get("line", Long.class), row.text("path"),
                kind.equals("unknown") ? null : kind, row.text("source"), row.text("address"), status, isFile ? null : target,
                isFile ? target : null, row.text("problem"), row.text("warnings"), row.text("undo"), row.text("undo_note"));
    }
}
