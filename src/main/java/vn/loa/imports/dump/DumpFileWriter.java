package vn.loa.imports.dump;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a file of lines:
 *
 * <pre>
 * {"@dump":1,"loa":"1.0.0","schema":"13","at":"2026-11-29T14:00:00Z"}
 * {"@table":"media","columns":["id",…],"content":null}
 * {"id":…}                                     a line for each row
 * {"@end":"media","lines":1,"sha256":"…"}      of these lines, with their line breaks
 * …
 * {"@end":"","lines":1,"sha256":"…"}           of everything before this line
 * </pre>
 */
final class DumpFileWriter implements DumpWriter.LineSink {

    static final String TABLE = "@table";
    static final String END = "@end";
    private static final byte[] LINE_BREAK = {'\n'};
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OutputStream out;
    private final MessageDigest all = Checksum.start();
    private final MessageDigest ofTable = Checksum.start();
    private long lines;
    private long linesOfTable;

    DumpFileWriter(OutputStream out) {
        this.out = out;
    }

    void begin(DumpHeader header) throws IOException {
        mark(MAPPER.writeValueAsBytes(header));
    }

    void beginTable(String name, List<String> columns, Optional<String> content) throws IOException {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put(TABLE, name);
        table.put("columns", columns);
        table.put("content", content.orElse(null));
        mark(MAPPER.writeValueAsBytes(table));
        ofTable.reset();
        linesOfTable = 0;
    }

    @Override
    public void line(byte[] line, int length) throws IOException {
        ofTable.update(line, 0, length);
        ofTable.update(LINE_BREAK);
        put(line, length);
        linesOfTable++;
    }

    void endTable(String name) throws IOException {
        end(name, linesOfTable, ofTable);
        lines += linesOfTable;
    }

    /** Behind it the file is complete. */
    void end() throws IOException {
        end("", lines, all);
    }

    private void end(String of, long count, MessageDigest digest) throws IOException {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put(END, of);
        end.put("lines", count);
        end.put("sha256", HexFormat.of().formatHex(digest.digest()));
        mark(MAPPER.writeValueAsBytes(end));
    }

    private void mark(byte[] line) throws IOException {
        put(line, line.length);
    }

    private void put(byte[] line, int length) throws IOException {
        all.update(line, 0, length);
        all.update(LINE_BREAK);
        out.write(line, 0, length);
        out.write('\n');
    }
}
