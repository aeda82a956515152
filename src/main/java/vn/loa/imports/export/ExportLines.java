package vn.loa.imports.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an export, part by part. There is never more than one in memory. */
final class ExportLines {

    static final String KIND = "@kind";
    static final String END = "@end";
    private static final Pattern START = Pattern.compile("\\{\"" + KIND + "\":\"([a-z_]{1,63})\",");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportBytes bytes;
    private final OpenExport export;
    private final List<ExportPart> parts;
    private int next;
    private PartInput input;
    /** Whether the next line is the first of a stored part. */
    private boolean begins;
    /** How many parts have begun. */
    private int begun;
    private ExportHeader header;
    private String line;
    private String kind;
    private long lines;

    ExportLines(ExportBytes bytes, OpenExport export, List<ExportPart> parts) {
        this.bytes = bytes;
        this.export = export;
        this.parts = parts;
    }

    /** What the first line says. */
    ExportHeader header() throws IOException {
        read();
        return header;
    }

    /** The kind of the next line; null behind the last one, when all are there. */
    String kind() {
        return kind;
    }

    /** How many were taken. */
    long count() {
        return lines;
    }

    /** The members of the next line, if it is of this kind; else null. */
    String take(String wanted) throws IOException {
        if (!wanted.equals(kind)) {
            return null;
        }
        String taken = line;
        lines++;
        read();
        return taken;
    }

    private void read() throws IOException {
        while (true) {
            String found = input == null ? null : input.line();
            if (found == null) {
                open();
                continue;
            }
            Matcher start = START.matcher(found);
            if (!begins && start.lookingAt()) {
                kind = start.group(1);
                line = "{" + found.substring(start.end());
                return;
            }
            JsonNode mark = node(found);
            if (mark.path("@export").isInt()) {
                begin(mark);
            } else if (begins) {
                throw notAnExport("does not begin as a part of an export");
            } else if (mark.path(END).isIntegralNumber()) {
                end(mark.path(END).asLong());
                return;
            } else {
                throw notAnExport("has a line that is none of an export");
            }
        }
    }

    private void open() throws IOException {
        if (next == parts.size()) {
            throw new ExportFault("The last line of the export is missing: a part is.");
        }
        ExportPart part = parts.get(next++);
        input = PartInput.open((offset, length) -> bytes.read(export.id(), List.of(part), offset, length), part.size());
        begins = true;
    }

    /** Parts that were put one behind the other are one file, so that this line need not be the first. */
    private void begin(JsonNode mark) throws IOException {
        if (mark.path("@export").asInt() != ExportHeader.FORMAT) {
            throw new ExportFault("A newer version of Loa wrote this export; this one cannot read it.");
        }
        ExportHeader read;
        try {
            read = JSON.treeToValue(mark, ExportHeader.class);
        } catch (JsonProcessingException e) {
            throw notAnExport("does not begin as a part of an export");
        }
        begun++;
        if (read.part() != begun || header != null && !read.equals(header.ofPart(begun))) {
            throw notAnExport("is the part " + read.part() + " of the export " + read.id());
        }
        header = header == null ? read : header;
        begins = false;
    }

    private void end(long said) throws IOException {
        if (said != lines || input.line() != null || next != parts.size()) {
            throw new ExportFault("The export says that it has " + said + " lines, and they are not there, or more are.");
        }
        kind = null;
        line = null;
    }

    private JsonNode node(String text) throws IOException {
        try {
            JsonNode node = JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
            return node == null ? JSON.missingNode() : node;
        } catch (JsonProcessingException e) {
            throw notAnExport("has a line that is no JSON");
        }
    }

    private ExportFault notAnExport(String what) {
        return new ExportFault("The part " + next + " " + what + ".");
    }
}
