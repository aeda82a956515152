package vn.loa.text.effect;

import java.util.BitSet;

/** The words of a line that stand in quotation marks. */
final class Quotations {
    private Quotations() {}

    /** The offsets behind an opening mark and up to its closing one; up to the end where none follows. */
    static BitSet in(String text) {
        BitSet quoted = new BitSet();
        int open = text.indexOf('“');
        while (open >= 0) {
            int close = text.indexOf('”', open);
            quoted.set(open + 1, close < 0 ? text.length() : Math.max(close, open + 1));
            open = close < 0 ? -1 : text.indexOf('“', close);
        }
        return quoted;
    }
}
