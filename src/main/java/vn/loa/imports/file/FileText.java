package vn.loa.imports.file;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.TextBlocks;
import vn.loa.text.structure.Warning;

/**
 * The words of a file.
 *
 * @param dropped lines of a print that are not text, such as page numbers
 * @param notes footnotes and endnotes; they count the blocks
 * @param warnings what was left out or changed
 */
public record FileText(List<FileBlock> blocks, List<DroppedLine> dropped, List<PlacedNote> notes, List<Warning> warnings) {

    public FileText {
        blocks = List.copyOf(blocks);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /** The words as those of a plain page. */
    public TextBlocks asPage() {
        return FileTables.of(this);
    }

    /** The levels of headings, by their words. */
    public Map<String, Integer> headings() {
        return blocks.stream().filter(block -> block.heading() > 0)
                .collect(Collectors.toMap(FileBlock::text, FileBlock::heading, (one, other) -> one));
    }

    /** The bold and italic words of paragraphs, by the paragraphs' words. */
    public Map<String, List<Emphasis>> emphases() {
        return blocks.stream().filter(block -> !block.emphases().isEmpty())
                .collect(Collectors.toMap(FileBlock::text, FileBlock::emphases, (one, other) -> one));
    }

    /** Writes it as the process sends it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(blocks.size());
        for (FileBlock block : blocks) {
            out.writeByte(block.kind().ordinal());
            out.writeByte(block.heading());
            writeAll(out, block.cells());
            out.writeInt(block.emphases().size());
            for (Emphasis emphasis : block.emphases()) {
                out.writeInt(emphasis.from());
                out.writeInt(emphasis.to());
                out.writeBoolean(emphasis.strong());
                out.writeBoolean(emphasis.em());
            }
        }
        out.writeInt(dropped.size());
        for (DroppedLine line : dropped) {
            out.writeInt(line.line());
            out.writeByte(line.kind().ordinal());
            write(out, line.text());
        }
        out.writeInt(notes.size());
        for (PlacedNote note : notes) {
            out.writeInt(note.number());
            out.writeInt(note.paragraph());
            out.writeInt(note.offset());
            writeAll(out, note.paragraphs());
        }
        out.writeInt(warnings.size());
        for (Warning warning : warnings) {
            write(out, warning.code());
            write(out, warning.message());
            write(out, warning.near() == null ? "" : warning.near());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else
     */
    static FileText read(DataInputStream in) throws IOException {
        try {
            List<FileBlock> blocks = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                blocks.add(new FileBlock(FileBlock.Kind.values()[in.readByte()], in.readByte(), readAll(in), readEmphases(in)));
            }
            List<DroppedLine> dropped = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                dropped.add(new DroppedLine(in.readInt(), DroppedLine.LineKind.values()[in.readByte()], readText(in)));
            }
            List<PlacedNote> notes = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                int number = in.readInt();
                int paragraph = in.readInt();
                int offset = in.readInt();
                notes.add(new PlacedNote(number, readAll(in), paragraph, offset));
            }
            List<Warning> warnings = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                String code = readText(in);
                String message = readText(in);
                String near = readText(in);
                warnings.add(new Warning(code, message, near.isEmpty() ? null : near));
            }
            return new FileText(blocks, dropped, notes, warnings);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IOException("not what the reader of files writes", e);
        }
    }

    private static List<Emphasis> readEmphases(DataInputStream in) throws IOException {
        List<Emphasis> emphases = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            emphases.add(new Emphasis(in.readInt(), in.readInt(), in.readBoolean(), in.readBoolean()));
        }
        return emphases;
    }

    private static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(out, text);
        }
    }

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            texts.add(readText(in));
        }
        return texts;
    }

    static String readText(DataInputStream in) throws IOException {
        // Reads no more than there is, whatever length is announced.
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
