package vn.loa.imports.file.child;

/**
 * A sign on a page, in points from the upper left corner.
 *
 * @param text its letters in Unicode, more than one for a ligature; without spaces
 * @param y of the line on which it stands
 * @param size of the type
 * @param spaces printed before it
 */
record Glyph(String text, String font, float x, float y, float width, float size, int spaces) {

    private static final float ASCENT = 0.75f;
    private static final float DESCENT = 0.2f;

    boolean isSpaced() {
        return spaces > 0;
    }

    float right() {
        return x + width;
    }

    float top() {
        return y - ASCENT * size;
    }

    float bottom() {
        return y + DESCENT * size;
    }
}
