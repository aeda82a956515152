package vn.loa.imports.job.store;

import java.util.List;
import java.util.UUID;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.sql.ResultRow;

/**
 * An item that waits.
 *
 * @param target the article or the file that it will be
 */
public record StoredItem(long number, Kind kind, String source, String address, String path, String mediaType, String fileName, List<String> notes,
        byte[] content, UUID target) {

    public static StoredItem of(ResultRow row) {
        return new StoredItem(row.get("number", Long.class), Kind.of(row.text("kind")), row.text("source"), row.text("address"),
                row.text("path"), row.text("media_type"), row.text("file_name"), row.texts("notes"), row.get("content", byte[].class),
                row.get("target", UUID.class));
    }
}
