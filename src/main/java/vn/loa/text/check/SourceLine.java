package vn.loa.text.check;

import java.util.Arrays;
import vn.loa.text.fold.VietnameseText;

/**
 * A paragraph of a text as one normalised line, with the place of each of its characters in the text as it was sent.
 *
 * @param text as {@code VietnameseText.oneLine} returns it
 * @param starts where each character begins in the source
 * @param ends where each character ends in the source
 */
record SourceLine(String text, int[] starts, int[] ends) {

    int start(int offset) {
        return starts[offset];
    }

    /** The place behind the character before the offset. */
    int end(int offset) {
        return ends[offset - 1];
    }

    /** Collects the characters of one line. */
    static final class Builder {
        private static final int FIRST_PLAIN = '!';
        private static final int LAST_PLAIN = 0x7E;
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[256];
        private int[] ends = new int[256];
        private boolean spaceBefore;

        boolean isEmpty() {
            return text.isEmpty();
        }

        /** The last character that is no space; a space for none. */
        char last() {
            return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        }

        void space() {
            spaceBefore = !text.isEmpty();
        }

        /** Adds a character with the marks that follow it, and returns the offset behind them. */
        int add(String source, int at) {
            char c = source.charAt(at);
            int end = at + 1;
            if (!isVietnamese(c) || end < source.length() && isMark(source.charAt(end))) {
                end = at + Character.charCount(source.codePointAt(at));
                while (end < source.length() && isMark(source.charAt(end))) {
                    end++;
                }
                append(VietnameseText.normalise(source.substring(at, end)), at, end);
            } else {
                append(c, at, end);
            }
            return end;
        }

        private void append(String characters, int from, int to) {
            for (int i = 0; i < characters.length(); i++) {
                char c = characters.charAt(i);
                if (c == ' ' || c == '\n' || c == '\t') {
                    space();
                } else {
                    append(c, from, to);
                }
            }
        }

        private void append(char c, int from, int to) {
            if (spaceBefore) {
                put(' ', ends[text.length() - 1], from);
                spaceBefore = false;
            }
            put(c, from, to);
        }

        private void put(char c, int from, int to) {
            int place = text.length();
            if (place == starts.length) {
                starts = Arrays.copyOf(starts, 2 * place);
                ends = Arrays.copyOf(ends, 2 * place);
            }
            starts[place] = from;
            ends[place] = to;
            text.append(c);
        }

        private static boolean isMark(char c) {
            return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
        }

        SourceLine done() {
            String line = text.toString();
            // Characters that only combine with their neighbours, as Hangul's do, would move what follows.
            return new SourceLine(VietnameseText.oneLine(line).equals(line) ? line : withoutOthers(line), starts, ends);
        }

        private static String withoutOthers(String line) {
            StringBuilder kept = new StringBuilder(line);
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) != ' ' && !isVietnamese(line.charAt(i))) {
                    kept.setCharAt(i, '\uFFFD');
                }
            }
            return kept.toString();
        }

        private static boolean isVietnamese(char c) {
            return c >= FIRST_PLAIN && c <= LAST_PLAIN || c > 0xAD && c < 0x180 && c != 'Ð' && c != 'ð' || c >= 0x1EA0 && c < 0x1EFA
                    || "ƠơƯư–—‘’“”•…«".indexOf(c) >= 0;
        }
    }
}
