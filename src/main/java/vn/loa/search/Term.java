package vn.loa.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Adjacent words in a query: a single word, a phrase in quotation marks, or words without a space between them
 * ("22-CT/TU").
 *
 * @param folded at least one word, folded as by {@link Word#folded}
 * @param spelled the same words, spelled as by {@link Word#spelled}
 * @param isNumber whether the term has several words, the first of which begins with a digit and has no space behind
 *     it: "22-CT/TU"
 */
record Term(List<String> folded, List<String> spelled, boolean isNumber) {

    /** A letter with the digit of an accent, or đ at the start (see {@link Word#spelled}). */
    private static final Pattern ACCENT = Pattern.compile("[a-z][1-9]|^9[a-z]");

    Term {
        folded = List.copyOf(folded);
        spelled = List.copyOf(spelled);
    }

    static Term of(List<Word> words) {
        Word first = words.get(0);
        boolean number = words.size() > 1 && Character.isDigit(first.text().charAt(first.start()))
                && first.text().charAt(first.end()) != ' ';
        return new Term(words.stream().map(Word::folded).toList(), words.stream().map(Word::spelled).toList(), number);
    }

    boolean isPhrase() {
        return folded.size() > 1;
    }

    /** A lexeme, quoted for a tsquery. Words contain neither quotation marks nor backslashes. */
    static String lexeme(String prefix, String word) {
        return "'" + prefix + word + "'";
    }

    /** A tsquery for all of these words, in any order. */
    static String all(String prefix, List<String> words) {
        return words.stream().distinct().map(word -> lexeme(prefix, word)).collect(Collectors.joining(" & "));
    }

    /** A tsquery for consecutive words, at least two, by the index's pairs of words. */
    static String pairs(List<String> words) {
        return IntStream.range(1, words.size()).mapToObj(i -> lexeme("", words.get(i - 1) + "_" + words.get(i)))
                .distinct().collect(Collectors.joining(" & "));
    }

    /** A tsquery for the words of the term in their order, whatever the accents. */
    String together() {
        return switch (folded.size()) {
            case 1, 2 -> loosely();
            // The pairs find candidates in the index, the phrase operator then checks the order in the entry.
            default -> loosely() + " & ("
                    + folded.stream().map(word -> lexeme("", word)).collect(Collectors.joining(" <-> ")) + ")";
        };
    }

    /**
     * The part of {@link #together} that the index answers alone. Entries with all pairs, but not in order, match as
     * well.
     */
    String loosely() {
        return isPhrase() ? pairs(folded) : lexeme("", folded.get(0));
    }

    boolean hasAccents() {
        return spelled.stream().anyMatch(word -> ACCENT.matcher(word).find());
    }
}
