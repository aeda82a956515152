package vn.loa.search;

import java.util.List;
import java.util.regex.Pattern;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.LexemeQuery.Phrase;
import vn.loa.text.fold.Word;

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

    /** The words of the term in their order, whatever the accents. */
    LexemeQuery query() {
        return isPhrase() ? new Phrase(folded) : new Lexeme(folded.get(0));
    }

    boolean hasAccents() {
        return spelled.stream().anyMatch(word -> ACCENT.matcher(word).find());
    }
}
