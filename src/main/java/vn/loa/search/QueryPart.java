package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.LexemeQuery.PhraseBeginning;
import vn.loa.search.index.Lexemes;

/**
 * A term that is searched for, or several that are a name together.
 *
 * @param terms at least one; if there are several, each has one word
 * @param names other names for the same
 */
record QueryPart(List<Term> terms, List<Term> names) {

    /** @param quoted terms that are meant as they are written */
    static List<QueryPart> of(List<Term> wanted, Set<Term> quoted, Names names) {
        List<QueryPart> parts = new ArrayList<>();
        int start = 0;
        while (start < wanted.size()) {
            int loose = start;
            while (loose < wanted.size() && loose - start < names.longest() && !wanted.get(loose).isPhrase()
                    && !quoted.contains(wanted.get(loose))) {
                loose++;
            }
            QueryPart part = longest(wanted.subList(start, loose), names);
            parts.add(part == null ? of(wanted.get(start), quoted, names) : part);
            start += part == null ? 1 : part.terms.size();
        }
        return parts;
    }

    private static QueryPart of(Term term, Set<Term> quoted, Names names) {
        return new QueryPart(List.of(term), quoted.contains(term) ? List.of() : names.others(term.folded()));
    }

    /** The longest name at the beginning of these words; null for none. */
    private static QueryPart longest(List<Term> words, Names names) {
        for (int length = words.size(); length > 0; length--) {
            List<Term> terms = words.subList(0, length);
            List<Term> others = names.others(terms.stream().map(term -> term.folded().get(0)).toList());
            if (!others.isEmpty()) {
                return new QueryPart(List.copyOf(terms), others);
            }
        }
        return null;
    }

    /** The terms, or another name. */
    LexemeQuery anywhere() {
        return LexemeQuery.any(Stream.concat(Stream.of(LexemeQuery.all(terms.stream().map(Term::query).toList())),
                names.stream().map(QueryPart::anywhere)).toList());
    }

    /** The terms, or another name, in a title. */
    LexemeQuery inTitle() {
        return LexemeQuery.any(Stream.concat(Stream.of(LexemeQuery.all(terms.stream().map(QueryPart::inTitle).toList())),
                names.stream().map(QueryPart::inTitle)).toList());
    }

    /** The terms, of which the last word is unfinished. */
    LexemeQuery anywhere(List<String> beginnings) {
        return unfinished(Term::query, begun(beginnings, Lexemes.TEXT_BEGINNING), beginnings);
    }

    /** The terms in a title, of which the last word is unfinished. */
    LexemeQuery inTitle(List<String> beginnings) {
        return unfinished(QueryPart::inTitle, begun(beginnings, Lexemes.BEGINNING), beginnings);
    }

    /** @param last what the last word must be, unless words stand before it without a space */
    private LexemeQuery unfinished(Function<Term, LexemeQuery> complete, LexemeQuery last, List<String> beginnings) {
        Term term = terms.get(terms.size() - 1);
        Stream<LexemeQuery> before = terms.subList(0, terms.size() - 1).stream().map(complete);
        Stream<LexemeQuery> unfinished = term.isPhrase()
                ? Stream.of(new PhraseBeginning(term.folded().subList(0, term.folded().size() - 1), beginnings), last)
                : Stream.of(last);
        return LexemeQuery.all(Stream.concat(before, unfinished).toList());
    }

    private static LexemeQuery begun(List<String> beginnings, String sign) {
        return LexemeQuery.any(beginnings.stream().map(beginning -> new Lexeme(sign + beginning)).toList());
    }

    /** The terms with the accents of the query. */
    LexemeQuery spelled() {
        return LexemeQuery.all(terms.stream().map(QueryPart::spelled).toList());
    }

    private static LexemeQuery spelled(Term term) {
        LexemeQuery words = LexemeQuery.words(Lexemes.SPELLED, term.spelled());
        return term.isPhrase() ? LexemeQuery.all(words, term.query()) : words;
    }

    boolean hasAccents() {
        return terms.stream().anyMatch(Term::hasAccents);
    }

    /** An abbreviation with an accent is searched for as it is spelled: "NĐ" is no "ND". */
    private static LexemeQuery anywhere(Term name) {
        return name.isPhrase() || !name.hasAccents() ? name.query() : new Lexeme(Lexemes.SPELLED + name.spelled().get(0));
    }

    private static LexemeQuery inTitle(Term name) {
        if (!name.isPhrase()) {
            return new Lexeme(Lexemes.OF_TITLE + (name.hasAccents() ? Lexemes.SPELLED + name.spelled().get(0) : name.folded().get(0)));
        }
        return LexemeQuery.all(LexemeQuery.words(Lexemes.OF_TITLE, name.folded()), name.query());
    }

    /** The words of the terms and of the other names. */
    Stream<Term> all() {
        return Stream.concat(terms.stream(), names.stream());
    }
}
