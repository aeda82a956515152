package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import vn.loa.imports.file.FileFault;
import vn.loa.imports.file.child.WordText.Paragraph;

/** Reads the blocks of a DOCX: paragraphs with the numbers that Word shows before them, and tables. */
final class DocxBody {

    /** Takes blocks in: the document, or a cell of a table. */
    private interface Sink {
        void paragraph(Paragraph paragraph);

        void row(List<List<Paragraph>> cells);
    }

    /** Columns from which a table without rules is data, and not a way to set two columns of a head. */
    private static final int COLUMNS_OF_DATA = 3;
    private static final int DEEPEST = 50;

    private final Xml xml;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final WordText text;
    private final Map<String, List<Paragraph>> footnotes;
    private final Map<String, List<Paragraph>> endnotes;
    /** The runs of paragraphs whose end was deleted, so that they go on in the next one. */
    private List<Run> pending = new ArrayList<>();
    private int depth;

    DocxBody(Xml xml, DocxStyles styles, DocxNumbering numbering, WordText text, Map<String, List<Paragraph>> footnotes,
            Map<String, List<Paragraph>> endnotes) {
        this.xml = xml;
        this.styles = styles;
        this.numbering = numbering;
        this.text = text;
        this.footnotes = footnotes;
        this.endnotes = endnotes;
    }

    void readDocument() throws XMLStreamException {
        Sink document = new Sink() {
            @Override
            public void paragraph(Paragraph paragraph) {
                text.add(paragraph);
            }

            @Override
            public void row(List<List<Paragraph>> cells) {
                text.addRow(cells);
            }
        };
        xml.each(name -> {
            if (name.equals("body")) {
                blocks(document);
            }
        });
        flush(document);
    }

    /** All paragraphs in the present element, those of tables included. */
    List<Paragraph> readParagraphs() throws XMLStreamException {
        List<Paragraph> read = new ArrayList<>();
        Sink list = new Sink() {
            @Override
            public void paragraph(Paragraph paragraph) {
                read.add(paragraph);
            }

            @Override
            public void row(List<List<Paragraph>> cells) {
                cells.forEach(read::addAll);
            }
        };
        blocks(list);
        flush(list);
        return read;
    }

    private void flush(Sink sink) {
        if (!pending.isEmpty()) {
            sink.paragraph(new Paragraph(0, pending));
            pending = new ArrayList<>();
        }
    }

    private void blocks(Sink sink) throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file's tables are nested deeper than any document needs.");
        }
        xml.each(name -> {
            switch (name) {
                case "p" -> paragraph(sink);
                case "tbl" -> table(sink);
                case "ins", "moveTo" -> {
                    text.inserted();
                    blocks(sink);
                }
                case "sdt", "sdtContent", "customXml", "smartTag", "AlternateContent", "Choice" -> blocks(sink);
                default -> { }
            }
        });
        depth--;
    }

    private void paragraph(Sink sink) throws XMLStreamException {
        DocxStyles.Style style = new DocxStyles.Style();
        boolean[] endDeleted = new boolean[1];
        List<Paragraph> boxes = new ArrayList<>();
        DocxRuns runs = new DocxRuns(xml, styles, style, text, footnotes, endnotes, () -> boxes.addAll(readBox()));
        xml.each(name -> {
            if (name.equals("pPr")) {
                xml.each(property -> {
                    if (property.equals("rPr")) {
                        xml.each(mark -> endDeleted[0] |= mark.equals("del") || mark.equals("moveFrom"));
                    } else {
                        DocxStyles.readParagraph(xml, property, style);
                    }
                });
            } else {
                runs.read(name);
            }
        });
        boolean empty = runs.isEmpty() && pending.isEmpty();
        List<Run> all = new ArrayList<>();
        // Word counts an empty paragraph of a list, too. One whose end was deleted is the beginning of the next one.
        String label = endDeleted[0] ? "" : label(style);
        if (!empty && !label.isEmpty()) {
            all.add(new Run(label, null, false, 0));
        }
        all.addAll(pending);
        all.addAll(runs.read());
        pending = new ArrayList<>();
        if (endDeleted[0]) {
            pending = all;
        } else {
            sink.paragraph(new Paragraph(styles.heading(style), all));
        }
        boxes.forEach(sink::paragraph);
    }

    private String label(DocxStyles.Style style) {
        String list = styles.find(style, each -> each.numbering);
        Integer level = styles.find(style, each -> each.level < 0 ? null : each.level);
        return list == null ? "" : numbering.next(list, level == null ? 0 : level);
    }

    /** The paragraphs of a text box that stands in a run; they follow the paragraph in which it is anchored. */
    private List<Paragraph> readBox() throws XMLStreamException {
        List<Run> outside = pending;
        pending = new ArrayList<>();
        List<Paragraph> read = readParagraphs();
        pending = outside;
        return read;
    }

    private void table(Sink sink) throws XMLStreamException {
        boolean[] ruled = new boolean[1];
        List<List<List<Paragraph>>> rows = new ArrayList<>();
        xml.each(name -> {
            switch (name) {
                case "tblPr" -> xml.each(property -> {
                    if (property.equals("tblBorders")) {
                        ruled[0] |= DocxStyles.isRuled(xml);
                    } else if (property.equals("tblStyle")) {
                        ruled[0] |= styles.find(styles.named(xml.value()), style -> style.ruled ? true : null) != null;
                    }
                });
                case "tr" -> row(rows, ruled);
                case "sdt", "sdtContent", "customXml", "ins" -> rowsIn(rows, ruled);
                default -> { }
            }
        });
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean data = ruled[0] && columns > 1 || columns >= COLUMNS_OF_DATA && rows.size() > 1;
        for (List<List<Paragraph>> row : rows) {
            if (data) {
                sink.row(row);
            } else {
                row.forEach(cell -> cell.forEach(sink::paragraph));
            }
        }
    }

    private void rowsIn(List<List<List<Paragraph>>> rows, boolean[] ruled) throws XMLStreamException {
        xml.each(name -> {
            if (name.equals("tr")) {
                row(rows, ruled);
            } else if (name.equals("sdtContent") || name.equals("sdt")) {
                rowsIn(rows, ruled);
            }
        });
    }

    private void row(List<List<List<Paragraph>>> rows, boolean[] ruled) throws XMLStreamException {
        List<List<Paragraph>> cells = new ArrayList<>();
        boolean[] deleted = new boolean[1];
        xml.each(name -> {
            switch (name) {
                case "trPr" -> xml.each(property -> deleted[0] |= property.equals("del"));
                case "tc" -> cells.add(cell(ruled));
                case "sdt" -> xml.each(content -> {
                    if (content.equals("sdtContent")) {
                        xml.each(inner -> {
                            if (inner.equals("tc")) {
                                cells.add(cell(ruled));
                            }
                        });
                    }
                });
                default -> { }
            }
        });
        if (deleted[0]) {
            cells.forEach(cell -> cell.forEach(paragraph -> paragraph.runs().forEach(run -> text.deleted(run.text()))));
        } else {
            rows.add(cells);
        }
    }

    private List<Paragraph> cell(boolean[] ruled) throws XMLStreamException {
        List<Paragraph> read = new ArrayList<>();
        Sink list = new Sink() {
            @Override
            public void paragraph(Paragraph paragraph) {
                read.add(paragraph);
            }

            @Override
            public void row(List<List<Paragraph>> cells) {
                cells.forEach(read::addAll);
            }
        };
        xml.each(name -> {
            switch (name) {
                case "tcPr" -> xml.each(property -> {
                    if (property.equals("tcBorders")) {
                        ruled[0] |= DocxStyles.isRuled(xml);
                    }
                });
                case "p" -> paragraph(list);
                case "tbl" -> nested(list);
                case "sdt", "sdtContent", "customXml" -> blocks(list);
                default -> { }
            }
        });
        flush(list);
        return read;
    }

    private void nested(Sink list) throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file's tables are nested deeper than any document needs.");
        }
        table(list);
        depth--;
    }
}
