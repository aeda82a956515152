package vn.loa.imports.file.child;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import vn.loa.imports.file.child.WordText.Paragraph;

/** Reads the runs of a paragraph: its letters as they show, without deletions, hidden text and the codes of fields. */
final class DocxRuns {

    /** Reads the text box at which the reader stands. */
    interface Box {
        void read() throws XMLStreamException;
    }

    private static final int FIRST_PRIVATE = 0xF000;

    private final Xml xml;
    private final DocxStyles styles;
    private final DocxStyles.Style paragraph;
    private final WordText text;
    private final Map<String, List<Paragraph>> footnotes;
    private final Map<String, List<Paragraph>> endnotes;
    private final Box box;
    private final List<Run> runs = new ArrayList<>();
    /** For each open field whether its code is being read, and not yet what it shows. */
    private final Deque<Boolean> fields = new ArrayDeque<>();

    /** Whether the other letters of the run are the mark that an author gave a note: an asterisk. */
    private boolean ownMark;

    DocxRuns(Xml xml, DocxStyles styles, DocxStyles.Style paragraph, WordText text, Map<String, List<Paragraph>> footnotes,
            Map<String, List<Paragraph>> endnotes, Box box) {
        this.xml = xml;
        this.styles = styles;
        this.paragraph = paragraph;
        this.text = text;
        this.footnotes = footnotes;
        this.endnotes = endnotes;
        this.box = box;
    }

    List<Run> read() {
        return runs;
    }

    boolean isEmpty() {
        return runs.stream().allMatch(run -> run.text().isBlank() && !run.isMark());
    }

    /** Reads an element of a paragraph. */
    void read(String name) throws XMLStreamException {
        switch (name) {
            case "r" -> run();
            case "ins", "moveTo" -> {
                text.inserted();
                xml.each(this::read);
            }
            case "del", "moveFrom" -> text.deleted(wordsBelow());
            // The letters of a formula are set in runs of their own.
            case "t" -> runs.add(new Run(xml.text(), null, false, 0));
            case "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "oMathPara", "oMath",
                    "sSup", "sSub", "sup", "sub", "e", "f", "num", "den", "d", "rad", "deg", "nary", "func", "fName" -> xml.each(this::read);
            default -> { }
        }
    }

    private String wordsBelow() throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        xml.each(name -> words.append(name.equals("delText") || name.equals("t") ? xml.text() : wordsBelow()));
        return words.toString();
    }

    private void run() throws XMLStreamException {
        DocxStyles.Style style = new DocxStyles.Style();
        ownMark = false;
        xml.each(name -> {
            if (name.equals("rPr")) {
                xml.each(property -> DocxStyles.readLetters(xml, property, style));
            } else {
                inRun(name, style);
            }
        });
    }

    private void inRun(String name, DocxStyles.Style style) throws XMLStreamException {
        switch (name) {
            case "t" -> add(xml.text(), style);
            case "tab", "ptab" -> add(" ", style);
            case "br" -> add(xml.attribute("type") == null || xml.attribute("type").equals("textWrapping") ? "\n" : " ", style);
            case "cr" -> add("\n", style);
            case "noBreakHyphen" -> add("-", style);
            // Normalising drops it; in a font of TCVN3 it is the letter ư.
            case "softHyphen" -> add("\u00AD", style);
            case "sym" -> symbol(style);
            case "footnoteReference" -> note(footnotes, false);
            case "endnoteReference" -> note(endnotes, true);
            case "fldChar" -> field(Optional.ofNullable(xml.attribute("fldCharType")).orElse(""));
            case "drawing", "pict", "object", "AlternateContent" -> boxes();
            default -> { }
        }
    }

    private void add(String letters, DocxStyles.Style style) {
        if (fields.contains(true)) {
            return;
        }
        if (Boolean.TRUE.equals(styles.ofRun(style, paragraph, each -> each.hidden))) {
            text.hidden(letters);
            return;
        }
        if (ownMark) {
            text.ownMark(letters);
            return;
        }
        boolean capitals = Boolean.TRUE.equals(styles.ofRun(style, paragraph, each -> each.capitals));
        boolean raised = Boolean.TRUE.equals(styles.ofRun(style, paragraph, each -> each.raised));
        boolean strong = Boolean.TRUE.equals(styles.ofRun(style, paragraph, each -> each.strong));
        boolean em = Boolean.TRUE.equals(styles.ofRun(style, paragraph, each -> each.em));
        String font = styles.ofRun(style, paragraph, each -> each.font);
        runs.add(new Run(capitals ? letters.toUpperCase(Locale.ROOT) : letters, font, raised, strong, em, 0));
    }

    /** A sign of a font without Unicode: its place in the font, which Word may write beyond 0xF000. */
    private void symbol(DocxStyles.Style style) {
        try {
            int code = Integer.parseInt(Optional.ofNullable(xml.attribute("char")).orElse("0"), 16) & 0xFFFF;
            add(String.valueOf((char) (code < 0x100 ? FIRST_PRIVATE + code : code)), style);
        } catch (NumberFormatException noCode) {
            add("\uFFFD", style);
        }
    }

    private void note(Map<String, List<Paragraph>> notes, boolean atEnd) {
        List<Paragraph> note = notes.get(xml.attribute("id"));
        if (note != null && !fields.contains(true)) {
            String own = xml.attribute("customMarkFollows");
            ownMark = own != null && !own.matches("0|false|off");
            runs.add(Run.mark(text.addNote(note, atEnd)));
        }
    }

    private void field(String step) {
        switch (step) {
            case "begin" -> fields.push(true);
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.pop();
                    fields.push(false);
                }
            }
            case "end" -> fields.poll();
            default -> { }
        }
    }

    /** Looks for text boxes in a drawing. Of alternatives the first is read; the second repeats it for old programs. */
    private void boxes() throws XMLStreamException {
        xml.each(name -> {
            if (name.equals("txbxContent")) {
                box.read();
            } else if (!name.equals("Fallback")) {
                boxes();
            }
        });
    }
}
