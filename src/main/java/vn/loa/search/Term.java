package vn.loa.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that stand together in a query: a word, a phrase in quotes, or what is written without spaces ("22-CT/TU").
 *
 * @param folded at least one, as {@link Word#folded} has them
 * @param spelled the same words as {@link Word#spelled} has them
 * @param isNumber whether it begins with a figure and goes on without a space: "22-CT/TU"
 */
record Term(List<String> folded, List<String> spelled, boolean isNumber) {

    /** A letter with a figure behind it, or đ. */
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

    /** A lexeme, quoted for a tsquery: words have neither quotes nor backslashes. */
    static String lexeme(String prefix, String word) {
        return "'" + prefix + word + "'";
    }

    /** Each of these words, in any place. */
    static String all(String prefix, List<String> words) {
        return words.stream().distinct().map(word -> lexeme(prefix, word)).collect(Collectors.joining(" & "));
    }

    /** Words that follow each other, at least two: pairs of them. */
    static String pairs(List<String> words) {
        return IntStream.range(1, words.size()).mapToObj(i -> lexeme("", words.get(i - 1) + "_" + words.get(i)))
                .distinct().collect(Collectors.joining(" & "));
    }

    /** What has its words together; accents do not matter. */
    String together() {
        return switch (folded.size()) {
            case 1, 2 -> loosely();
            // Pairs are found by the index; that they follow each other is seen in the text.
            default -> loosely() + " & ("
                    + folded.stream().map(word -> lexeme("", word)).collect(Collectors.joining(" <-> ")) + ")";
        };
    }

    /** The same as far as the index can tell. */
    String loosely() {
        return isPhrase() ? pairs(folded) : lexeme("", folded.get(0));
    }

    boolean hasAccents() {
        return spelled.stream().anyMatch(word -> ACCENT.matcher(word).find());
    }
}
