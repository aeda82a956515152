package vn.loa.imports.file.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import vn.loa.imports.file.FileText;

/**
 * Reads a DOCX as it shows (ISO/IEC 29500-1). Its parts are read as streams: the object model of Apache POI would hold the
 * whole tree of a document in memory, add ten megabytes of classes, and knows no numbers of lists.
 */
final class DocxReader {

    private DocxReader() {
    }

    static FileText read(byte[] file) throws IOException {
        try {
            DocxParts parts = DocxParts.of(file);
            DocxStyles styles = DocxStyles.read(parts.related("styles"));
            WordText text = new WordText();
            DocxNumbering numbering = DocxNumbering.read(parts.related("numbering"), styles);
            Map<String, List<WordText.Paragraph>> footnotes = notes(parts, "footnotes", styles, numbering, text);
            Map<String, List<WordText.Paragraph>> endnotes = notes(parts, "endnotes", styles, numbering, text);
            DocxBody body = new DocxBody(Xml.of(parts.main()), styles, numbering, text, footnotes, endnotes);
            body.readDocument();
            for (InputStream head : parts.heads()) {
                text.addHead(new DocxBody(Xml.of(head), styles, numbering, text, Map.of(), Map.of()).readParagraphs());
            }
            return text.read();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The notes of a part by their ids. Those with a type are the rules between text and notes. */
    private static Map<String, List<WordText.Paragraph>> notes(DocxParts parts, String kind, DocxStyles styles,
            DocxNumbering numbering, WordText text) throws IOException, XMLStreamException {
        Map<String, List<WordText.Paragraph>> notes = new HashMap<>();
        Xml xml = Xml.of(parts.related(kind));
        DocxBody reader = new DocxBody(xml, styles, numbering, text, Map.of(), Map.of());
        xml.each(name -> {
            String id = xml.attribute("id");
            boolean isNote = xml.attribute("type") == null || xml.attribute("type").equals("normal");
            if (isNote && id != null) {
                notes.put(id, reader.readParagraphs());
            }
        });
        return notes;
    }
}
