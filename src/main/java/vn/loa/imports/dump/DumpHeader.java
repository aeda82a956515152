package vn.loa.imports.dump;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The first line of a file.
 *
 * @param format what follows is written so; another number is another way
 * @param loa the version of Loa that wrote it
 * @param schema the version of the schema: of the last migration
 * @param at the instant of the snapshot, as RFC 3339 has it
 */
@JsonPropertyOrder({"@dump", "loa", "schema", "at"})
public record DumpHeader(@JsonProperty("@dump") int format, String loa, String schema, String at) {

    static final int FORMAT = 1;
}
