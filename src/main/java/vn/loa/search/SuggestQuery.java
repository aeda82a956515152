package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.directive.DirectiveView;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.LexemeQuery.Not;
import vn.loa.search.SearchRepository.FoundArticle;
import vn.loa.search.index.Lexemes;
import vn.loa.text.fold.Word;

/**
 * The words of an incomplete query, for suggestions.
 *
 * @param whole the complete words, folded
 * @param last the incomplete last word, folded; null when the query ends with a space
 * @param tiers queries of the index, the best first; empty without words
 */
record SuggestQuery(List<String> whole, String last, List<String> tiers) {

    /** @throws vn.loa.problem.ProblemException 400 when the query is missing or too long */
    static SuggestQuery of(String q) {
        String line = SearchQuery.line(q);
        boolean ended = Character.isWhitespace(q.charAt(q.length() - 1));
        List<String> words = withoutNumberSign(Word.in(line).stream().map(Word::folded).toList());
        if (words.isEmpty()) {
            return new SuggestQuery(List.of(), null, List.of());
        }
        List<String> whole = ended ? words : words.subList(0, words.size() - 1);
        String last = ended ? null : words.get(words.size() - 1);
        return new SuggestQuery(whole, last, tiers(words, whole, last));
    }

    /** Removes "số" before digits, because the word says only that a number follows. */
    private static List<String> withoutNumberSign(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(i -> i + 1 == words.size() || !words.get(i).equals("so") || !Character.isDigit(words.get(i + 1).charAt(0)))
                .mapToObj(words::get).toList();
    }

    private static List<String> tiers(List<String> words, List<String> whole, String last) {
        List<LexemeQuery> parts = new ArrayList<>(whole.stream().map(word -> new Lexeme(Lexemes.OF_TITLE + word)).toList());
        if (last != null) {
            boolean isLong = last.length() > Lexemes.LONGEST_BEGINNING;
            parts.add(new Lexeme((isLong ? Lexemes.OF_TITLE : Lexemes.BEGINNING) + last));
        }
        LexemeQuery all = LexemeQuery.all(parts);
        // The first digits may be a number by themselves, or a whole number together with the words behind them.
        int figures = 0;
        while (figures < words.size() && !Character.isDigit(words.get(figures).charAt(0))) {
            figures++;
        }
        if (figures == words.size()) {
            return List.of(all.tsquery());
        }
        LexemeQuery number = LexemeQuery.any(List.of(new Lexeme(Lexemes.NUMBER + words.get(figures)),
                new Lexeme(Lexemes.NUMBER + String.join("-", words.subList(figures, words.size())))));
        return List.of(LexemeQuery.all(number, all).tsquery(), LexemeQuery.all(all, new Not(number)).tsquery());
    }

    /** Whether the article's title or number begins with the query. */
    boolean begins(FoundArticle found) {
        DirectiveView directive = found.directive();
        String number = directive == null || directive.number() == null ? "" : directive.number();
        return begins(found.article().title()) || begins(number)
                || directive != null && begins(directive.type() + " " + number);
    }

    private boolean begins(String text) {
        String start = whole.stream().map(word -> word + " ").collect(Collectors.joining()) + (last == null ? "" : last);
        return (Word.in(text).stream().map(Word::folded).collect(Collectors.joining(" ")) + " ").startsWith(start);
    }

    Highlighter highlighter() {
        return new Highlighter(whole.stream().map(List::of).toList(), last == null ? List.of() : List.of(last));
    }
}
