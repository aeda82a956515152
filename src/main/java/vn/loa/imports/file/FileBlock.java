package vn.loa.imports.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A paragraph of a file, or a row of a table in it.
 *
 * @param heading the level of a heading from 1 on; 0 for other paragraphs and for rows
 * @param cells the words, each on one line; a paragraph has one
 * @param emphases of a paragraph, in order and apart from each other; a row has none
 */
public record FileBlock(Kind kind, int heading, List<String> cells, List<Emphasis> emphases) {

    /** The kinds of blocks. */
    public enum Kind {
        PARAGRAPH,
        ROW
    }

    private static final String BETWEEN_CELLS = " | ";

    public FileBlock {
        cells = List.copyOf(cells);
        emphases = List.copyOf(emphases);
    }

    public static FileBlock paragraph(int heading, String text) {
        return paragraph(heading, text, List.of());
    }

    public static FileBlock paragraph(int heading, String text, List<Emphasis> emphases) {
        return new FileBlock(Kind.PARAGRAPH, heading, List.of(text), emphases);
    }

    public static FileBlock row(List<String> cells) {
        return new FileBlock(Kind.ROW, 0, cells, List.of());
    }

    /** Its words on one line. */
    String text() {
        return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(BETWEEN_CELLS));
    }
}
