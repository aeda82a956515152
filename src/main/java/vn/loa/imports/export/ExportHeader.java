package vn.loa.imports.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;

/**
 * The first line of each part.
 *
 * @param format what follows is written so; another number is another way
 * @param id of the export
 * @param part its number
 * @param of the kind of the export
 * @param loa the version of Loa that wrote it
 * @param schema the version of the schema
 * @param at the instant of the snapshot
 */
@JsonPropertyOrder({"@export", "id", "part", "of", "loa", "schema", "at"})
record ExportHeader(@JsonProperty("@export") int format, UUID id, int part, String of, String loa, String schema, String at) {

    static final int FORMAT = 1;

    ExportHeader ofPart(int number) {
        return new ExportHeader(format, id, number, of, loa, schema, at);
    }
}
