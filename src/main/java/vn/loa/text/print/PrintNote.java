package vn.loa.text.print;

import java.util.List;

/**
 * A note at the foot of a page.
 *
 * @param page the first line of the page that opens the note
 * @param at the lines of the note
 * @param lines their words; the first one begins with the note's number
 */
public record PrintNote(int number, int page, List<Integer> at, List<String> lines) {}
