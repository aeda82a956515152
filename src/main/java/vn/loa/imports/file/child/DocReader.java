package vn.loa.imports.file.child;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.loa.imports.file.FileFault;
import vn.loa.imports.file.FileText;

/** Reads a DOC of Word 97 to 2003 as it shows, by Apache POI. */
final class DocReader {

    private static final char CELL_END = '\u0007';
    private static final char NOTE_MARK = '\u0002';
    private static final char FIELD_BEGIN = '\u0013';
    private static final char FIELD_SEPARATOR = '\u0014';
    private static final char FIELD_END = '\u0015';
    private static final int COLUMNS_OF_DATA = 3;
    /** Of {@link Paragraph#getLvl()}: body text. */
    private static final int BODY_LEVEL = 9;
    private static final int SUPERSCRIPT = 1;

    private final HWPFDocument document;
    private final WordText text = new WordText();
    private final AbstractWordUtils.NumberingState numbering = new AbstractWordUtils.NumberingState();
    /** The places of all notes' marks. */
    private final BitSet anchors = new BitSet();
    /** How many fields are open whose code is being read; what a field shows stands behind its code. */
    private int codes;
    private int fields;

    private DocReader(HWPFDocument document) {
        this.document = document;
        Stream.of(document.getFootnotes(), document.getEndnotes())
                .forEach(notes -> IntStream.range(0, notes.getNotesCount()).forEach(note -> anchors.set(notes.getNoteAnchorPosition(note))));
    }

    static FileText read(byte[] file) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            if (files.getRoot().hasEntry("EncryptedPackage")) {
                throw new UnreadableFileException(FileFault.ENCRYPTED, "The file is encrypted: it can only be read with its password.");
            }
            if (!files.getRoot().hasEntry("WordDocument")) {
                throw new UnreadableFileException(FileFault.OTHER_FORMAT, "The file is of another program of Office, and no Word document.");
            }
            return new DocReader(new HWPFDocument(files)).read();
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFileException(FileFault.ENCRYPTED, "The file is encrypted: it can only be read with its password.");
        } catch (OldWordFileFormatException e) {
            throw new UnreadableFileException(FileFault.OTHER_FORMAT, "The file is of a Word before Word 97, which is not read.");
        } catch (FileNotFoundException e) {
            throw new UnreadableFileException(FileFault.DAMAGED, "The file lacks a part that every Word document has.");
        }
    }

    private FileText read() {
        blocks(document.getRange());
        Range boxes = document.getMainTextboxRange();
        if (boxes != null && boxes.numParagraphs() > 0) {
            blocks(boxes);
        }
        Range heads = document.getHeaderStoryRange();
        if (heads != null) {
            List<WordText.Paragraph> paragraphs = new ArrayList<>();
            for (int i = 0; i < heads.numParagraphs(); i++) {
                paragraphs.add(paragraph(heads.getParagraph(i)));
            }
            text.addHead(paragraphs);
        }
        return text.read();
    }

    private void blocks(Range range) {
        int i = 0;
        while (i < range.numParagraphs()) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable()) {
                Table table = range.getTable(paragraph);
                table(table);
                i += Math.max(1, table.numParagraphs());
            } else {
                text.add(paragraph(paragraph));
                i++;
            }
        }
    }

    private void table(Table table) {
        List<List<List<WordText.Paragraph>>> rows = new ArrayList<>();
        boolean ruled = false;
        int columns = 0;
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            List<List<WordText.Paragraph>> cells = new ArrayList<>();
            ruled |= row.getTopBorder().getBorderType() > 0 || row.getVerticalBorder().getBorderType() > 0;
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                ruled |= cell.getBrcTop() != null && cell.getBrcTop().getBorderType() > 0
                        || cell.getBrcLeft() != null && cell.getBrcLeft().getBorderType() > 0;
                List<WordText.Paragraph> words = new ArrayList<>();
                for (int p = 0; p < cell.numParagraphs(); p++) {
                    words.add(paragraph(cell.getParagraph(p)));
                }
                cells.add(words);
            }
            columns = Math.max(columns, cells.size());
            rows.add(cells);
        }
        boolean data = ruled && columns > 1 || columns >= COLUMNS_OF_DATA && rows.size() > 1;
        for (List<List<WordText.Paragraph>> row : rows) {
            if (data) {
                text.addRow(row);
            } else {
                row.forEach(cell -> cell.forEach(text::add));
            }
        }
    }

    private WordText.Paragraph paragraph(Paragraph paragraph) {
        List<Run> runs = new ArrayList<>();
        for (int r = 0; r < paragraph.numCharacterRuns(); r++) {
            CharacterRun run = paragraph.getCharacterRun(r);
            if (run.isMarkedDeleted()) {
                text.deleted(plain(run.text()));
            } else if (run.isVanished()) {
                text.hidden(plain(run.text()));
            } else {
                if (run.isMarkedInserted()) {
                    text.inserted();
                }
                read(run, runs);
            }
        }
        boolean empty = runs.stream().allMatch(run -> run.text().isBlank() && !run.isMark());
        if (paragraph.isInList() && !empty) {
            String label = label(paragraph);
            if (!label.isEmpty()) {
                runs.add(0, new Run(label + " ", null, false, 0));
            }
        }
        int level = paragraph.getLvl();
        return new WordText.Paragraph(level >= BODY_LEVEL || level < 0 ? 0 : level + 1, runs);
    }

    private String label(Paragraph paragraph) {
        HWPFList list = paragraph.getList();
        String label = RunText.bullets(AbstractWordUtils.getBulletText(numbering, list, (char) paragraph.getIlvl())).strip();
        return label.chars().anyMatch(c -> c >= 0xE000 && c < 0xF900) || label.equals("o") ? "•" : label;
    }

    private void read(CharacterRun run, List<Run> runs) {
        String letters = run.isSymbol() ? String.valueOf(run.getSymbolCharacter()) : run.text();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            switch (c) {
                case FIELD_BEGIN -> {
                    fields++;
                    codes = fields;
                }
                case FIELD_SEPARATOR -> codes = 0;
                case FIELD_END -> {
                    fields = Math.max(0, fields - 1);
                    codes = 0;
                }
                case NOTE_MARK -> {
                    add(words, run, runs);
                    words.setLength(0);
                    note(run.getStartOffset() + i, "", runs);
                }
                default -> {
                    if (codes == 0 && anchors.get(run.getStartOffset() + i)) {
                        add(words, run, runs);
                        words.setLength(0);
                        i += note(run.getStartOffset() + i, letters.substring(i), runs);
                    }
                    words.append(codes > 0 || i == letters.length() ? "" : shown(letters.charAt(i)));
                }
            }
        }
        add(words, run, runs);
    }

    private static void add(StringBuilder words, CharacterRun run, List<Run> runs) {
        if (!words.isEmpty()) {
            String letters = run.isCapitalized() ? words.toString().toUpperCase(Locale.ROOT) : words.toString();
            runs.add(new Run(letters, run.getFontName(), run.getSubSuperScriptIndex() == SUPERSCRIPT, run.isBold(), run.isItalic(), 0));
        }
    }

    private static String plain(String letters) {
        StringBuilder plain = new StringBuilder();
        letters.chars().forEach(c -> plain.append(shown((char) c)));
        return plain.toString();
    }

    /** What Word shows for a character of a DOC ([MS-DOC], 2.4.1). */
    private static String shown(char c) {
        return switch (c) {
            case '\u000B' -> "\n";
            case '\u001E' -> "-";
            case '\t', '\f' -> " ";
            case '\u001F' -> "\u00AD";
            case CELL_END, '\r' -> "";
            default -> c < ' ' ? "" : String.valueOf(c);
        };
    }

    /**
     * Adds the note whose mark stands at a position.
     *
     * @param behind the letters from the mark on, where it is one of the author's own, as "*"
     * @return how many of them are the mark
     */
    private int note(int position, String behind, List<Run> runs) {
        int own = addNote(document.getFootnotes(), document.getFootnoteRange(), position, behind, false, runs);
        return own >= 0 ? own : Math.max(0, addNote(document.getEndnotes(), document.getEndnoteRange(), position, behind, true, runs));
    }

    /** @return the length of the author's own mark, with which the note's words begin, too; -1 when there is no such note */
    private int addNote(Notes notes, Range all, int position, String behind, boolean atEnd, List<Run> runs) {
        int index = notes.getNoteIndexByAnchorPosition(position);
        if (index < 0) {
            return -1;
        }
        Range words = new Range(all.getStartOffset() + notes.getNoteTextStartOffset(index),
                all.getStartOffset() + notes.getNoteTextEndOffset(index), document);
        List<WordText.Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < words.numParagraphs(); i++) {
            paragraphs.add(paragraph(words.getParagraph(i)));
        }
        runs.add(Run.mark(text.addNote(paragraphs, atEnd)));
        String note = words.text();
        int own = 0;
        while (own < Math.min(behind.length(), note.length()) && behind.charAt(own) == note.charAt(own) && behind.charAt(own) > ' ') {
            own++;
        }
        text.ownMark(behind.substring(0, own));
        return own;
    }
}
