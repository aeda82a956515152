package vn.loa.imports.file.child;

import java.util.Locale;

/** Prints the numbers of lists and notes in the formats of Word (ISO/IEC 29500-1, 17.18.59). */
final class NumberFormat {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] NUMERALS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int LARGEST_ROMAN = 3999;
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 20;

    private NumberFormat() {
    }

    /** @param format such as {@code lowerRoman}; what is not known is printed in figures */
    static String print(int number, String format) {
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "none" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String roman(int number) {
        if (number < 1 || number > LARGEST_ROMAN) {
            return String.valueOf(number);
        }
        StringBuilder out = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                out.append(NUMERALS[i]);
                rest -= VALUES[i];
            }
        }
        return out.toString();
    }

    /** A to Z, then AA to ZZ, as Word counts. */
    private static String letters(int number) {
        int times = (number - 1) / LETTERS + 1;
        return number < 1 || times > MOST_LETTERS ? String.valueOf(number)
                : String.valueOf((char) ('A' + (number - 1) % LETTERS)).repeat(times);
    }
}
