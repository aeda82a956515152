package vn.loa.text.print;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures the width of a print's lines in proportional type, where 50 letters m are as wide as 140 letters i. A count
 * of characters errs by a fifth.
 */
public final class TypeMeasure {
    /**
     * Groups of letters of equal width in Times, the typeface of official documents (Nghị định 30/2020/NĐ-CP, Phụ lục
     * I).
     */
    private static final List<String> LETTERS = List.of(" .,", "ijlt:;/", "frI()-", "sJ", "acez", "FPS", "ELTZ", "BCR",
            "ADĐGHKNOQUVXYw", "m", "M", "W");
    /** The width of each group, in thousandths of the type size. */
    private static final int[] OF_LETTERS = {250, 278, 333, 389, 444, 556, 611, 667, 722, 778, 889, 944};
    /** The width of all other characters, digits among them. */
    private static final int OTHER = 500;
    /** Every Vietnamese letter has a code below the limit. */
    private static final int[] WIDTHS = widths(0x1F00);

    /**
     * The number of lines above and below that a line is compared with. More distant lines, such as footnotes, may have
     * another size.
     */
    private static final int AROUND = 6;
    /**
     * The share of the full width that one of these lines must reach. Otherwise the width of the whole text is used.
     */
    private static final double TELLING = 0.8;

    private final int[] widths;
    private final int full;

    /** @param shortest the number of characters below which a line tells nothing about the width */
    public TypeMeasure(List<PrintLine> lines, int shortest) {
        widths = lines.stream().mapToInt(line -> width(line.text())).toArray();
        int[] longer = IntStream.range(0, widths.length).filter(i -> lines.get(i).length() >= shortest)
                .map(i -> widths[i]).sorted().toArray();
        full = longer.length == 0 ? 0 : longer[longer.length * 9 / 10];
    }

    /** Whether the line together with the word would fill at most this share of the width of the lines around it. */
    public boolean fits(int line, String word, double share) {
        int around = 0;
        for (int i = Math.max(line - AROUND, 0); i < Math.min(line + AROUND + 2, widths.length); i++) {
            around = i == line ? around : Math.max(around, widths[i]);
        }
        int measure = around < TELLING * full ? full : Math.min(around, full);
        return widths[line] + width(" ") + width(word) <= share * measure;
    }

    private static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) < WIDTHS.length ? WIDTHS[text.charAt(i)] : OTHER;
        }
        return width;
    }

    private static int[] widths(int count) {
        int[] widths = new int[count];
        Arrays.fill(widths, OTHER);
        for (char c = ' '; c < count; c++) {
            char letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            for (int i = 0; i < OF_LETTERS.length; i++) {
                widths[c] = LETTERS.get(i).indexOf(letter) >= 0 ? OF_LETTERS[i] : widths[c];
            }
        }
        return widths;
    }
}
