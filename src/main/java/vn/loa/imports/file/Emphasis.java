package vn.loa.imports.file;

/**
 * Bold or italic words of a paragraph.
 *
 * @param from the offset of the first character, in UTF-16 code units
 * @param to the offset behind the last one
 */
public record Emphasis(int from, int to, boolean strong, boolean em) {
}
