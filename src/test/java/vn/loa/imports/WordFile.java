package vn.loa.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a DOCX with the parts that a test gives it. */
public final class WordFile {

    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** @param body what stands in {@code w:body} */
    public static WordFile of(String body) {
        return ofXml("<?xml version=\"1.0\"?><w:document " + W + "><w:body>" + body + "</w:body></w:document>");
    }

    static WordFile ofXml(String document) {
        return new WordFile().with("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .with("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r\" Type=\"" + RELATIONS + "officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                .with("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("styles") + relation("numbering") + relation("footnotes") + relation("endnotes") + relation("header") + relation("footer") + "</Relationships>")
                .with("word/document.xml", document);
    }

    private static String relation(String part) {
        return "<Relationship Id=\"" + part + "\" Type=\"" + RELATIONS + part + "\" Target=\"" + part + ".xml\"/>";
    }

    /** @param content what stands in the root element of this name */
    WordFile withPart(String part, String root, String content) {
        return with("word/" + part + ".xml", "<w:" + root + " " + W + ">" + content + "</w:" + root + ">");
    }

    WordFile with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    WordFile with(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }
}
