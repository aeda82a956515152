package vn.loa.imports.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads what {@link DumpFileWriter} wrote, and refuses a file that was cut off or changed. */
final class DumpFileReader implements AutoCloseable {

    /** A table, whose lines follow. */
    record Table(String name, List<String> columns, Optional<String> content) {
    }

    /** No row of Loa comes near. */
    private static final int LONGEST_LINE = 1 << 28;
    private static final int BUFFER = 1 << 16;
    private static final String MARK = "{\"@";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final MessageDigest all = Checksum.start();
    private final MessageDigest ofTable = Checksum.start();
    private int next;
    private int end;
    private long lines;
    private long linesOfTable;
    private String table;

    DumpFileReader(InputStream compressed) throws IOException {
        try {
            in = new GZIPInputStream(compressed, BUFFER);
        } catch (ZipException | EOFException e) {
            throw new DumpFault("The file is no backup of Loa", e);
        }
    }

    DumpHeader header() throws IOException {
        byte[] line = line();
        try {
            JsonNode header = MAPPER.readTree(line == null ? new byte[0] : line);
            if (!header.path("@dump").isInt()) {
                throw new DumpFault("The file is no backup of Loa");
            }
            if (header.path("@dump").asInt() != DumpHeader.FORMAT) {
                throw new DumpFault("A newer version of Loa wrote this file; this one cannot read it");
            }
            return MAPPER.treeToValue(header, DumpHeader.class);
        } catch (JsonProcessingException e) {
            throw new DumpFault("The file is no backup of Loa", e);
        } finally {
            digest(all, line);
        }
    }

    /** The next table; null behind the last one, when the whole file was as it was written. */
    Table nextTable() throws IOException {
        byte[] line = required();
        JsonNode mark = mark(line);
        if (mark.has(DumpFileWriter.END)) {
            check(mark, "", lines, all);
            if (line() != null) {
                throw new DumpFault("Something follows the end of the file: it was changed");
            }
            return null;
        }
        digest(all, line);
        table = mark.path(DumpFileWriter.TABLE).asText();
        ofTable.reset();
        linesOfTable = 0;
        List<String> columns = new ArrayList<>();
        mark.path("columns").forEach(column -> columns.add(column.asText()));
        return new Table(table, columns, Optional.ofNullable(mark.path("content").textValue()));
    }

    /** The next line of the table; null behind the last one, when all were as they were written. */
    String nextRow() throws IOException {
        byte[] line = required();
        if (!isMark(line)) {
            linesOfTable++;
            digest(ofTable, line);
            digest(all, line);
            return new String(line, StandardCharsets.UTF_8);
        }
        check(mark(line), table, linesOfTable, ofTable);
        digest(all, line);
        lines += linesOfTable;
        return null;
    }

    private static boolean isMark(byte[] line) {
        return line.length >= MARK.length() && new String(line, 0, MARK.length(), StandardCharsets.ISO_8859_1).equals(MARK);
    }

    private JsonNode mark(byte[] line) throws IOException {
        try {
            if (isMark(line)) {
                return MAPPER.readTree(line);
            }
        } catch (JsonProcessingException e) {
            throw new DumpFault("The file was changed: a line is damaged", e);
        }
        throw new DumpFault("The file was changed: a line is missing");
    }

    private static void check(JsonNode mark, String of, long count, MessageDigest digest) throws DumpFault {
        if (!mark.path(DumpFileWriter.END).asText("-").equals(of) || mark.path("lines").asLong(-1) != count
                || !mark.path("sha256").asText().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new DumpFault("The file was changed: the checksum " + (of.isEmpty() ? "at its end" : "of " + of) + " does not agree");
        }
    }

    private static void digest(MessageDigest digest, byte[] line) {
        if (line != null) {
            digest.update(line);
            digest.update((byte) '\n');
        }
    }

    private byte[] required() throws IOException {
        byte[] line = line();
        if (line == null) {
            throw new DumpFault("The file was cut off");
        }
        return line;
    }

    /** Without its line break; null at the end of the file. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (next == end && !fill()) {
                if (line.size() > 0) {
                    throw new DumpFault("The file was cut off");
                }
                return null;
            }
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            line.write(buffer, from, next - from);
            if (line.size() > LONGEST_LINE) {
                throw new DumpFault("A line of the file is longer than any that Loa writes");
            }
            if (next < end) {
                next++;
                return line.toByteArray();
            }
        }
    }

    private boolean fill() throws IOException {
        try {
            next = 0;
            end = Math.max(in.read(buffer), 0);
            return end > 0;
        } catch (EOFException e) {
            throw new DumpFault("The file was cut off", e);
        } catch (ZipException e) {
            throw new DumpFault("The file was changed: it cannot be unpacked", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
