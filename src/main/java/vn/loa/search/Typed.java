package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.directive.DirectiveView;
import vn.loa.search.SearchRepository.FoundArticle;

/**
 * Words of a title or number, the last of which may be only begun.
 *
 * @param whole the words that are complete, folded
 * @param last the begun one, folded; null when a space follows it
 * @param tiers queries of the index, the best first; empty without words
 */
record Typed(List<String> whole, String last, List<String> tiers) {

    /** As far as the index has beginnings. */
    private static final int LONGEST_BEGINNING = 8;

    /** @throws vn.loa.web.ProblemException 400 when it is missing or too long */
    static Typed of(String q) {
        String line = SearchQuery.line(q);
        boolean ended = Character.isWhitespace(q.charAt(q.length() - 1));
        List<String> words = withoutNumberSign(Word.in(line).stream().map(Word::folded).toList());
        if (words.isEmpty()) {
            return new Typed(List.of(), null, List.of());
        }
        List<String> whole = ended ? words : words.subList(0, words.size() - 1);
        String last = ended ? null : words.get(words.size() - 1);
        return new Typed(whole, last, tiers(words, whole, last));
    }

    /** "số" before figures says only that they are a number. */
    private static List<String> withoutNumberSign(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(i -> i + 1 == words.size() || !words.get(i).equals("so") || !Character.isDigit(words.get(i + 1).charAt(0)))
                .mapToObj(words::get).toList();
    }

    private static List<String> tiers(List<String> words, List<String> whole, String last) {
        List<String> parts = new ArrayList<>(whole.stream().map(word -> Term.lexeme("^", word)).toList());
        if (last != null) {
            parts.add(last.length() > LONGEST_BEGINNING ? Term.lexeme("^", last) : Term.lexeme("<", last));
        }
        String all = String.join(" & ", parts);
        // The first figures may be a number, or a whole number with what follows.
        int figures = 0;
        while (figures < words.size() && !Character.isDigit(words.get(figures).charAt(0))) {
            figures++;
        }
        if (figures == words.size()) {
            return List.of(all);
        }
        String number = "(" + Term.lexeme("#", words.get(figures)) + " | "
                + Term.lexeme("#", String.join("-", words.subList(figures, words.size()))) + ")";
        return List.of(number + " & " + all, all + " & !" + number);
    }

    /** Whether the article's title or number begins with what was typed. */
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
        return new Highlighter(whole.stream().map(List::of).toList(), last);
    }
}
