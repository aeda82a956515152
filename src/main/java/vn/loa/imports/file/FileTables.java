package vn.loa.imports.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.structure.PlacedNote;
import vn.loa.text.structure.Table;
import vn.loa.text.structure.Table.Cell;
import vn.loa.text.structure.TextBlocks;

/** Makes a paragraph of each table of a file: rows that follow each other are one. */
final class FileTables {

    /** In characters of a table that is one paragraph; a longer one is divided between rows. */
    private static final int LONGEST = 50_000;
    private static final int MOST_ROWS = 1_000;

    private final List<String> paragraphs = new ArrayList<>();
    private final Map<String, Table> tables = new HashMap<>();
    private final List<List<Cell>> open = new ArrayList<>();

    private FileTables() {
    }

    static TextBlocks of(FileText text) {
        FileTables reader = new FileTables();
        List<Integer> places = new ArrayList<>();
        for (FileBlock block : text.blocks()) {
            if (block.kind() == FileBlock.Kind.ROW) {
                places.add(reader.paragraphs.size());
                reader.open.add(block.cells().stream().map(cell -> new Cell(cell, false, 1, 1)).toList());
            } else {
                reader.close();
                places.add(reader.paragraphs.size());
                reader.paragraphs.add(block.text());
            }
        }
        reader.close();
        List<PlacedNote> notes = text.notes().stream().map(note -> note.paragraph() < 0 ? note
                : new PlacedNote(note.number(), note.paragraphs(), places.get(note.paragraph()), note.offset())).toList();
        return new TextBlocks(reader.paragraphs, text.dropped(), notes, reader.tables, List.of());
    }

    private void close() {
        if (!open.isEmpty()) {
            for (Table table : Table.of(open).parts(LONGEST, MOST_ROWS)) {
                paragraphs.add(table.text());
                tables.put(table.text(), table);
            }
            open.clear();
        }
    }
}
