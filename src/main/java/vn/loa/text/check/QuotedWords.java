package vn.loa.text.check;

import java.util.ArrayList;
import java.util.List;

/** The words in quotation marks in one line. A mark inside a quotation belongs to it. */
record QuotedWords(int start, int end) {
    private static final String OPENING = "“‟«";
    private static final String CLOSING = "”»";

    /** The quotations that are closed, in order; those inside others are not among them. */
    static List<QuotedWords> in(String line) {
        List<QuotedWords> found = new ArrayList<>();
        int depth = 0;
        int open = -1;
        boolean straight = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && depth == 0) {
                if (straight) {
                    add(found, open, i);
                }
                straight = !straight;
                open = i + 1;
            } else if (!straight && OPENING.indexOf(c) >= 0) {
                open = depth++ == 0 ? i + 1 : open;
            } else if (!straight && CLOSING.indexOf(c) >= 0 && depth > 0 && --depth == 0) {
                add(found, open, i);
            }
        }
        return found;
    }

    private static void add(List<QuotedWords> found, int from, int to) {
        if (to > from) {
            found.add(new QuotedWords(from, to));
        }
    }

    /** Where the opening mark stands. */
    int mark() {
        return start - 1;
    }
}
