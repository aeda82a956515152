package vn.loa.imports.file.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import vn.loa.imports.file.FileBlock;
import vn.loa.imports.file.FileFault;
import vn.loa.imports.file.FileText;
import vn.loa.text.encoding.FontRepair;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.print.RunningHeads;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.TextBlocks;
import vn.loa.text.structure.Warning;

/** Reads the text of a PDF from where its signs stand: rows, columns, tables, running heads, notes, paragraphs. */
final class PdfReader {

    private static final int MOST_SIGNS = 20_000_000;
    private static final int MOST_NAMED_PAGES = 20;

    private final List<PdfPage> pages = new ArrayList<>();
    private final FontRepair fonts = new FontRepair();
    private final StringBuilder sample = new StringBuilder();
    private final List<DroppedLine> dropped = new ArrayList<>();
    private final List<FileBlock> blocks = new ArrayList<>();
    private final List<PlacedNote> marks = new ArrayList<>();
    private long unknown;
    private long signs;

    private PdfReader() {
    }

    static FileText read(byte[] file) throws IOException {
        FontMappers.set(new StandInFonts());
        try (PDDocument document = Loader.loadPDF(file)) {
            PdfReader reader = new PdfReader();
            PdfPages.each(document, reader::add);
            return reader.read();
        } catch (InvalidPasswordException e) {
            throw new UnreadableFileException(FileFault.ENCRYPTED, "The file is encrypted: it can only be read with its password.");
        }
    }

    private void add(PdfPages.Page page) {
        unknown += page.unknown();
        signs += page.glyphs().size();
        if (signs > MOST_SIGNS) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file has more than " + MOST_SIGNS + " signs.");
        }
        pages.add(PdfPage.of(page));
    }

    private FileText read() {
        List<Integer> pictures = pages.stream().filter(PdfPage::isPicture).map(PdfPage::number).toList();
        List<Integer> written = pages.stream().filter(page -> !page.isEmpty()).map(PdfPage::number).toList();
        if (unknown == 0 && (written.isEmpty() || pictures.size() > written.size())) {
            throw new UnreadableFileException(pictures.isEmpty() ? FileFault.EMPTY : FileFault.SCANNED, pictures.isEmpty()
                    ? "The file has no text." : "The pages of the file are pictures of text (" + pictures.size() + " of " + pages.size()
                    + "): a scan, whose words only character recognition (OCR) could read.");
        }
        dropped.addAll(PdfFurniture.take(pages));
        List<PdfNotes.Note> notes = PdfNotes.take(pages, bodySize());
        List<PdfLine> lines = lines();
        lines.forEach(this::learn);
        notes.forEach(note -> note.lines().forEach(this::learn));
        Legibility.check(sample, unknown);
        List<PdfLine> marked = PdfParagraphs.withWholeMotto(PdfMarks.resolve(withoutStamps(lines), notes));
        addBlocks(marked, PdfParagraphs.leading(marked));
        return new FileText(blocks, dropped, placed(notes), warnings(pictures));
    }

    /** The size of most letters. */
    private float bodySize() {
        Map<Float, Integer> letters = new HashMap<>();
        pages.forEach(page -> page.rows().forEach(row -> row.forEach(segment ->
                letters.merge(Math.round(segment.size() * 2) / 2f, segment.text().length(), Integer::sum))));
        return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0f);
    }

    /** The lines of all pages. Those of the pages' own flow have the margins of all pages of that width. */
    private List<PdfLine> lines() {
        List<PdfLine> lines = new ArrayList<>();
        Map<Integer, float[]> margins = new HashMap<>();
        for (PdfPage page : pages) {
            for (PdfLine line : page.lines(page.number() * PdfLine.FLOWS_OF_PAGE)) {
                lines.add(line);
                if (!line.isRow() && line.right() == 0) {
                    float[] margin = margins.computeIfAbsent(Math.round(page.width()), width -> new float[] {Float.MAX_VALUE, 0});
                    margin[0] = Math.min(margin[0], line.segment().left());
                    margin[1] = Math.max(margin[1], line.segment().right());
                }
            }
        }
        lines.replaceAll(line -> {
            float[] margin = margins.get(Math.round(pages.get(line.page() - 1).width()));
            return line.isRow() || line.right() > 0 ? line : line.in(margin[0], margin[1]);
        });
        return lines;
    }

    private void learn(PdfLine line) {
        List<Run> runs = line.isRow() ? line.cells().stream().flatMap(List::stream).toList() : line.segment().runs();
        runs.forEach(run -> {
            fonts.add(run.font(), run.text());
            sample.append(run.text());
        });
        sample.append('\n');
    }

    /** Without what {@link RunningHeads} knows by its words: heads of a gazette, stamps of signatures, rules. */
    private List<PdfLine> withoutStamps(List<PdfLine> lines) {
        List<String> texts = lines.stream().map(line -> line.isRow() ? "" : RunText.of(line.segment().runs(), fonts).text()).toList();
        DroppedLine.LineKind[] kinds = RunningHeads.in(texts);
        List<PdfLine> rest = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == null) {
                rest.add(lines.get(i));
            } else {
                dropped.add(new DroppedLine(i + 1, kinds[i], texts.get(i)));
            }
        }
        return rest;
    }

    private void addBlocks(List<PdfLine> lines, float leading) {
        int from = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).isRow()) {
                TextBlocks read = PdfParagraphs.of(lines.subList(from, i), leading, fonts);
                read.notes().forEach(mark -> marks.add(new PlacedNote(mark.number(), List.of(), blocks.size() + mark.paragraph(), mark.offset())));
                read.paragraphs().forEach(text -> blocks.add(FileBlock.paragraph(0, text)));
                from = i + 1;
            }
            if (i < lines.size() && lines.get(i).isRow()) {
                blocks.add(FileBlock.row(lines.get(i).cells().stream().map(cell -> RunText.of(cell, fonts).text()).toList()));
            }
        }
    }

    private List<PlacedNote> placed(List<PdfNotes.Note> notes) {
        Map<Integer, PlacedNote> byNumber = marks.stream().collect(Collectors.toMap(PlacedNote::number, mark -> mark, (one, other) -> one));
        List<PlacedNote> placed = new ArrayList<>();
        for (int number = 1; number <= notes.size(); number++) {
            List<PdfLine> lines = notes.get(number - 1).lines();
            PlacedNote mark = byNumber.getOrDefault(number, new PlacedNote(number, List.of(), -1, 0));
            List<String> words = PdfParagraphs.of(lines, PdfParagraphs.leading(lines), fonts).paragraphs();
            placed.add(new PlacedNote(number, words, mark.paragraph(), mark.offset()));
        }
        return placed;
    }

    private List<Warning> warnings(List<Integer> pictures) {
        List<Warning> warnings = new ArrayList<>(fonts.warnings());
        if (!pictures.isEmpty()) {
            String named = pictures.stream().limit(MOST_NAMED_PAGES).map(String::valueOf).collect(Collectors.joining(", "));
            warnings.add(new Warning("pages-without-text", pictures.size() + " of " + pages.size()
                    + " pages are pictures, whose words are missing: " + named + (pictures.size() > MOST_NAMED_PAGES ? ", …" : "") + ".", null));
        }
        if (unknown > 0) {
            warnings.add(new Warning("unknown-letters", "The file does not say which letters " + unknown + " of its signs are; they are missing"
                    + " or stand as \uFFFD.", null));
        }
        return warnings;
    }
}
