package vn.loa.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A question about the lexemes of an entry: the index answers it as a tsquery, a candidate by its words. */
sealed interface LexemeQuery {

    /** The question in the syntax of a tsquery. */
    String tsquery();

    boolean matches(Candidate candidate);

    /** Whether the index finds all that match and nothing else. */
    boolean isExact();

    /** All lexemes that the question names. */
    Stream<String> lexemes();

    /** @param text never has a quotation mark or a backslash, because words have none */
    record Lexeme(String text) implements LexemeQuery {

        @Override
        public String tsquery() {
            return "'" + text + "'";
        }

        @Override
        public boolean matches(Candidate candidate) {
            return candidate.has(text);
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public Stream<String> lexemes() {
            return Stream.of(text);
        }
    }

    /** Words that follow each other, at least two, folded. The index knows of each two neighbours that they do. */
    record Phrase(List<String> words) implements LexemeQuery {

        private Stream<String> pairs() {
            return IntStream.range(1, words.size()).mapToObj(i -> Lexemes.pair(words.get(i - 1), words.get(i))).distinct();
        }

        @Override
        public String tsquery() {
            return pairs().map(pair -> "'" + pair + "'").collect(Collectors.joining(" & ", "(", ")"));
        }

        @Override
        public boolean matches(Candidate candidate) {
            return pairs().allMatch(candidate::has) && (words.size() == 2 || candidate.hasPhrase(words));
        }

        @Override
        public boolean isExact() {
            return words.size() == 2;
        }

        @Override
        public Stream<String> lexemes() {
            return words.size() == 2 ? pairs() : Stream.concat(pairs(), words.stream());
        }
    }

    /** @param parts at least one */
    record All(List<LexemeQuery> parts) implements LexemeQuery {

        @Override
        public String tsquery() {
            return joined(parts, " & ");
        }

        @Override
        public boolean matches(Candidate candidate) {
            return parts.stream().allMatch(part -> part.matches(candidate));
        }

        @Override
        public boolean isExact() {
            return parts.stream().allMatch(LexemeQuery::isExact);
        }

        @Override
        public Stream<String> lexemes() {
            return parts.stream().flatMap(LexemeQuery::lexemes);
        }
    }

    /** @param parts at least one */
    record Any(List<LexemeQuery> parts) implements LexemeQuery {

        @Override
        public String tsquery() {
            return joined(parts, " | ");
        }

        @Override
        public boolean matches(Candidate candidate) {
            return parts.stream().anyMatch(part -> part.matches(candidate));
        }

        @Override
        public boolean isExact() {
            return parts.stream().allMatch(LexemeQuery::isExact);
        }

        @Override
        public Stream<String> lexemes() {
            return parts.stream().flatMap(LexemeQuery::lexemes);
        }
    }

    record Not(LexemeQuery part) implements LexemeQuery {

        @Override
        public String tsquery() {
            return "!" + part.tsquery();
        }

        @Override
        public boolean matches(Candidate candidate) {
            return !part.matches(candidate);
        }

        @Override
        public boolean isExact() {
            return part.isExact();
        }

        @Override
        public Stream<String> lexemes() {
            return part.lexemes();
        }
    }

    static LexemeQuery all(List<? extends LexemeQuery> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
    }

    static LexemeQuery all(LexemeQuery first, LexemeQuery second) {
        return new All(List.of(first, second));
    }

    static LexemeQuery any(List<? extends LexemeQuery> parts) {
        return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
    }

    /** All of these words, each with the prefix, in any order. */
    static LexemeQuery words(String prefix, List<String> words) {
        return all(words.stream().distinct().map(word -> new Lexeme(prefix + word)).toList());
    }

    private static String joined(List<LexemeQuery> parts, String operator) {
        return parts.stream().map(LexemeQuery::tsquery).collect(Collectors.joining(operator, "(", ")"));
    }
}
