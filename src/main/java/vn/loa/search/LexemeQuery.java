package vn.loa.search;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.search.index.Lexemes;

/** A question about the lexemes of an entry: the index answers it as a tsquery, a candidate by its words. */
sealed interface LexemeQuery {

    /** The question in the syntax of a tsquery. */
    String tsquery();

    boolean matches(Candidate candidate);

    /** Whether the index finds all that match and nothing else. */
    boolean isExact();

    /** Adds all lexemes that the question names. */
    void addLexemes(Set<String> all);

    /** A tsquery that is written once: the better tiers are part of each other one. It says nothing of its own, so all are equal. */
    final class Text {

        private String written;

        private String or(Supplier<String> writing) {
            String before = written;
            String known = before == null ? writing.get() : before;
            written = known;
            return known;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

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
        public void addLexemes(Set<String> all) {
            all.add(text);
        }
    }

    /**
     * Words that follow each other.
     *
     * @param words at least two, folded
     * @param pairs each two neighbours: the index knows of these that they follow each other
     */
    record Phrase(List<String> words, List<String> pairs) implements LexemeQuery {

        Phrase(List<String> words) {
            this(List.copyOf(words), IntStream.range(1, words.size())
                    .mapToObj(i -> Lexemes.pair(words.get(i - 1), words.get(i))).distinct().toList());
        }

        @Override
        public String tsquery() {
            return pairs.stream().map(pair -> "'" + pair + "'").collect(Collectors.joining(" & ", "(", ")"));
        }

        @Override
        public boolean matches(Candidate candidate) {
            return candidate.hasAll(pairs) && (words.size() == 2 || candidate.hasPhrase(words));
        }

        @Override
        public boolean isExact() {
            return words.size() == 2;
        }

        @Override
        public void addLexemes(Set<String> all) {
            all.addAll(pairs);
            if (words.size() > 2) {
                all.addAll(words);
            }
        }
    }

    /**
     * Words that follow each other, and behind them a longer word with one of these beginnings.
     *
     * @param words at least one, folded
     */
    record PhraseBeginning(List<String> words, List<String> beginnings) implements LexemeQuery {

        private LexemeQuery phrase() {
            return words.size() == 1 ? new Lexeme(words.get(0)) : new Phrase(words);
        }

        private LexemeQuery begun() {
            return any(beginnings.stream().map(beginning -> new Lexeme(Lexemes.TEXT_BEGINNING + beginning)).toList());
        }

        @Override
        public String tsquery() {
            return all(phrase(), begun()).tsquery();
        }

        @Override
        public boolean matches(Candidate candidate) {
            return beginnings.stream().anyMatch(beginning -> candidate.hasPhrase(
                    Stream.concat(words.stream(), Stream.of(Lexemes.TEXT_BEGINNING + beginning)).toList()));
        }

        @Override
        public boolean isExact() {
            return false;
        }

        @Override
        public void addLexemes(Set<String> all) {
            all.addAll(words);
            begun().addLexemes(all);
        }
    }

    /** A lexeme that is no word and begins so: part of a document number. */
    record MarkBeginning(String beginning) implements LexemeQuery {

        @Override
        public String tsquery() {
            return "'" + beginning + "':*";
        }

        @Override
        public boolean matches(Candidate candidate) {
            return candidate.hasMark(beginning);
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public void addLexemes(Set<String> all) {
            // Marks are found whether they are wanted or not.
        }
    }

    /**
     * @param parts at least one
     * @param text of the tsquery
     */
    record All(List<LexemeQuery> parts, Text text) implements LexemeQuery {

        @Override
        public String tsquery() {
            return text.or(this::written);
        }

        /** Without words that stand in a phrase: whoever has two neighbours has both, and looking up a common word is slow. */
        private String written() {
            List<LexemeQuery> flat = flat().toList();
            Set<String> neighbours = flat.stream().filter(Phrase.class::isInstance).map(Phrase.class::cast)
                    .flatMap(phrase -> phrase.words.stream()).collect(Collectors.toSet());
            return flat.stream().filter(part -> !(part instanceof Lexeme word) || !neighbours.contains(word.text))
                    .map(LexemeQuery::tsquery).distinct().collect(Collectors.joining(" & ", "(", ")"));
        }

        private Stream<LexemeQuery> flat() {
            return parts.stream().flatMap(part -> part instanceof All all ? all.flat() : Stream.of(part));
        }

        @Override
        public boolean matches(Candidate candidate) {
            for (LexemeQuery part : parts) {
                if (!part.matches(candidate)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isExact() {
            return parts.stream().allMatch(LexemeQuery::isExact);
        }

        @Override
        public void addLexemes(Set<String> all) {
            parts.forEach(part -> part.addLexemes(all));
        }
    }

    /**
     * @param parts at least one
     * @param text of the tsquery
     */
    record Any(List<LexemeQuery> parts, Text text) implements LexemeQuery {

        @Override
        public String tsquery() {
            return text.or(() -> parts.stream().map(LexemeQuery::tsquery).collect(Collectors.joining(" | ", "(", ")")));
        }

        @Override
        public boolean matches(Candidate candidate) {
            for (LexemeQuery part : parts) {
                if (part.matches(candidate)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean isExact() {
            return parts.stream().allMatch(LexemeQuery::isExact);
        }

        @Override
        public void addLexemes(Set<String> all) {
            parts.forEach(part -> part.addLexemes(all));
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
        public void addLexemes(Set<String> all) {
            part.addLexemes(all);
        }
    }

    static LexemeQuery all(List<? extends LexemeQuery> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts), new Text());
    }

    static LexemeQuery all(LexemeQuery first, LexemeQuery second) {
        return new All(List.of(first, second), new Text());
    }

    static LexemeQuery any(List<? extends LexemeQuery> parts) {
        return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts), new Text());
    }

    /** All of these words, each with the prefix, in any order. */
    static LexemeQuery words(String prefix, List<String> words) {
        return all(words.stream().distinct().map(word -> new Lexeme(prefix + word)).toList());
    }
}
