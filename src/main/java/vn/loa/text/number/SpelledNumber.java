package vn.loa.text.number;

import java.util.Locale;
import java.util.Map;

/** Numbers in words, as old texts number their parts: "thứ hai", "mười lăm", "hai mươi mốt". From 1 to 99. */
public final class SpelledNumber {
    private static final String UNITS = "(?:nhất|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)";
    /** In small letters; to be compared without regard to case. */
    public static final String PATTERN = "(?:mười(?: " + UNITS + ")?+|" + UNITS + "(?: mươi(?: " + UNITS + ")?+)?+)";
    private static final Map<String, Integer> VALUES = Map.ofEntries(Map.entry("nhất", 1), Map.entry("một", 1), Map.entry("mốt", 1),
            Map.entry("hai", 2), Map.entry("ba", 3), Map.entry("bốn", 4), Map.entry("tư", 4), Map.entry("năm", 5), Map.entry("lăm", 5),
            Map.entry("sáu", 6), Map.entry("bảy", 7), Map.entry("bẩy", 7), Map.entry("tám", 8), Map.entry("chín", 9));
    private static final int TEN = 10;

    private SpelledNumber() {}

    /** The value of words that match {@link #PATTERN}. */
    public static int value(String words) {
        int value = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split(" ")) {
            value = word.equals("mười") ? TEN : word.equals("mươi") ? value * TEN : value + VALUES.get(word);
        }
        return value;
    }
}
