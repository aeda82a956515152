package vn.loa.text.fold;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The pairs of opening and closing quotation marks in a line, found in linear time. */
public final class QuotePairs {
    private final int[] closing;

    public QuotePairs(String text) {
        closing = new int[text.length()];
        Arrays.fill(closing, -1);
        Deque<Integer> curly = new ArrayDeque<>();
        Deque<Integer> angular = new ArrayDeque<>();
        int straight = -1;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '“', '‟', '„' -> curly.push(i);
                case '«' -> angular.push(i);
                case '”' -> close(curly, i);
                case '»' -> close(angular, i);
                case '"' -> {
                    if (straight >= 0) {
                        closing[straight] = i;
                    }
                    straight = straight >= 0 ? -1 : i;
                }
                default -> { }
            }
        }
    }

    private void close(Deque<Integer> open, int at) {
        if (!open.isEmpty()) {
            closing[open.pop()] = at;
        }
    }

    /**
     * The offset of the mark that closes the quotation at this offset; -1 when the quotation stays open, or when no
     * quotation opens there.
     */
    public int closing(int opening) {
        return closing[opening];
    }

    public static boolean isOpening(char c) {
        return c == '“' || c == '‟' || c == '„' || c == '«' || c == '"';
    }

    static boolean isClosing(char c) {
        return c == '”' || c == '»' || c == '"';
    }
}
