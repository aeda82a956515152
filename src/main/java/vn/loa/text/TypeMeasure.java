package vn.loa.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of the measure the lines of a print fill, as they were set: in a proportional type, where fifty letters m
 * are as wide as a hundred and forty letters i. A count of characters errs by a fifth.
 */
final class TypeMeasure {
    /** Letters of one width in Times, the type of official documents (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
    private static final List<String> LETTERS = List.of(" .,", "ijlt:;/", "frI()-", "sJ", "acez", "FPS", "ELTZ", "BCR",
            "ADĐGHKNOQUVXYw", "m", "M", "W");
    /** Their widths, in thousandths of the type's size. */
    private static final int[] OF_LETTERS = {250, 278, 333, 389, 444, 556, 611, 667, 722, 778, 889, 944};
    /** All others, figures among them. */
    private static final int OTHER = 500;
    /** Every letter of Vietnamese stands below it. */
    private static final int[] WIDTHS = widths(0x1F00);

    /** The lines that are compared with one: a footnote's smaller type says nothing of the text above it. */
    private static final int AROUND = 6;
    /** Where no line around fills this share of the measure, they do not tell it. */
    private static final double TELLING = 0.8;

    private final int[] widths;
    private final int full;

    /** @param shortest lines with fewer characters say nothing about the measure */
    TypeMeasure(List<PrintLine> lines, int shortest) {
        widths = lines.stream().mapToInt(line -> width(line.text())).toArray();
        int[] longer = IntStream.range(0, widths.length).filter(i -> lines.get(i).length() >= shortest)
                .map(i -> widths[i]).sorted().toArray();
        full = longer.length == 0 ? 0 : longer[longer.length * 9 / 10];
    }

    /** Whether the line with a word more would fill no more than this share of what the lines around it fill. */
    boolean fits(int line, String word, double share) {
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
