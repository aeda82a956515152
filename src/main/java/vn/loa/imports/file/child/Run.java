package vn.loa.imports.file.child;

/**
 * Letters of one kind in a paragraph or line.
 *
 * @param text a line feed is a line break inside the paragraph
 * @param font its family; null when it is not known
 * @param raised whether it stands above the line, as the figures of an exponent do
 * @param strong whether it is bold
 * @param em whether it is italic
 * @param note the number of the note whose mark this is; 0 for other text
 */
record Run(String text, String font, boolean raised, boolean strong, boolean em, int note) {

    Run(String text, String font, boolean raised, int note) {
        this(text, font, raised, false, false, note);
    }

    static Run mark(int note) {
        return new Run("", null, true, note);
    }

    /** Other letters of the same kind. */
    Run with(String letters) {
        return new Run(letters, font, raised, strong, em, 0);
    }

    boolean isMark() {
        return note > 0;
    }
}
