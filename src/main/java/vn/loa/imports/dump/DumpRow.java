package vn.loa.imports.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Makes lines of JSON rows of {@code COPY}. */
final class DumpRow {

    /** A value is as long as PostgreSQL lets it be; lines are bounded where they are read. */
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).maxNumberLength(1000).build()).build();
    private static final HexFormat HEX = HexFormat.of();
    private static final String BYTES = "\\\\x";

    private final String table;
    private final List<DumpColumn> columns;
    private final boolean inPieces;
    private final Map<String, Integer> places = new HashMap<>();
    private final String[] values;
    /** Of a row whose next piece is awaited: all that comes before its content. */
    private String begun;

    /** @param inPieces whether the last column is */
    DumpRow(String table, List<DumpColumn> columns, boolean inPieces) {
        this.table = table;
        this.columns = columns;
        this.inPieces = inPieces;
        this.values = new String[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
    }

    /** The row, or the part of it that this line has. */
    StringBuilder read(String line) throws DumpFault {
        boolean more;
        try {
            more = parse(line);
        } catch (JsonProcessingException e) {
            throw new DumpFault("A line of the table " + table + " is no row", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new DumpFault("A line of the table " + table + " is no row: " + e.getMessage(), e);
        }
        StringBuilder row = new StringBuilder(line.length() + 64);
        int last = columns.size() - 1;
        String before = String.join("\t", Arrays.asList(values).subList(0, inPieces ? last : columns.size()));
        if (begun == null) {
            row.append(before);
        } else if (!before.equals(begun) || !values[last].startsWith(BYTES)) {
            throw new DumpFault("A piece is missing in the table " + table);
        }
        if (inPieces) {
            row.append(begun != null ? values[last].substring(BYTES.length()) : columns.size() > 1 ? "\t" + values[last] : values[last]);
        }
        begun = more ? before : null;
        return more ? row : row.append('\n');
    }

    /** @throws DumpFault when a piece is missing */
    void requireEnd() throws DumpFault {
        if (begun != null) {
            throw new DumpFault("The last piece is missing in the table " + table);
        }
    }

    private boolean parse(String line) throws IOException {
        Arrays.fill(values, null);
        boolean more = false;
        try (JsonParser json = JSON.createParser(line)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "an object is expected");
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                Integer place = places.get(name);
                json.nextToken();
                if (place != null) {
                    require(values[place] == null, name + " stands there twice");
                    values[place] = value(columns.get(place), json, line);
                } else {
                    require(inPieces && name.equals(DumpWriter.MORE), "there is no " + name);
                    more = json.currentToken() == JsonToken.VALUE_TRUE;
                }
            }
            require(json.nextToken() == null, "something follows it");
        }
        for (int i = 0; i < values.length; i++) {
            require(values[i] != null, columns.get(i).name() + " is missing");
        }
        return more;
    }

    private static void require(boolean holds, String otherwise) throws DumpFault {
        if (!holds) {
            throw new DumpFault(otherwise);
        }
    }

    private static String value(DumpColumn column, JsonParser json, String line) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return CopyText.NULL;
        }
        StringBuilder value = new StringBuilder();
        switch (column.form()) {
            case BYTES -> value.append(BYTES).append(HEX.formatHex(Base64.getDecoder().decode(scalar(json))));
            case LIST -> CopyText.escape(list(json), value);
            case JSON -> CopyText.escape(json.currentToken().isStructStart() ? structure(json, line) : scalar(json), value);
            case PLAIN -> CopyText.escape(scalar(json), value);
            default -> throw new IllegalStateException();
        }
        return value.toString();
    }

    private static String scalar(JsonParser json) throws IOException {
        require(json.currentToken().isScalarValue(), json.currentName() + " is not one value");
        return json.getText();
    }

    /** As PostgreSQL writes an array. */
    private static String list(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, json.currentName() + " is no list");
        StringBuilder array = new StringBuilder("{");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (array.length() > 1) {
                array.append(',');
            }
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                array.append("NULL");
            } else {
                array.append('"').append(scalar(json).replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return array.append('}').toString();
    }

    /** Just as it stands there: a column of the type json keeps every byte, and answers are made of them. */
    private static String structure(JsonParser json, String line) throws IOException {
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return line.substring(start, (int) json.currentLocation().getCharOffset());
    }
}
