package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.loa.search.LexemeQuery.MarkBeginning;
import vn.loa.search.LexemeQuery.Not;
import vn.loa.search.index.Lexemes;

/**
 * What a search finds beside the words as they are typed: other names for what they name, then words that the last one
 * begins. It is a search of its own, whose results come behind those of the words themselves.
 */
final class Widening {

    private final SearchQuery query;
    private final List<QueryPart> parts;
    private final QueryPart last;
    private final SearchOrder.Building tiers;
    /** The queries of the better tiers. */
    private final List<LexemeQuery> better;
    private final LexemeQuery candidates;

    private Widening(SearchQuery query, List<LexemeQuery> narrowing, List<LexemeQuery> exact) {
        this.query = query;
        this.parts = query.parts();
        this.last = parts.get(parts.size() - 1);
        this.tiers = new SearchOrder.Building(narrowing);
        this.better = new ArrayList<>(exact);
        this.candidates = candidates(exact);
    }

    /**
     * @param narrowing what all results must have
     * @param exact the queries of all that the words themselves find
     * @return empty when the words have no other meaning than themselves
     */
    static Optional<Widening> of(SearchQuery query, List<LexemeQuery> narrowing, List<LexemeQuery> exact) {
        boolean named = query.parts().stream().anyMatch(part -> !part.names().isEmpty());
        if (!named && query.beginnings().isEmpty()) {
            return Optional.empty();
        }
        Widening widening = new Widening(query, narrowing, exact);
        if (named) {
            widening.add(all(query.parts().stream().map(QueryPart::inTitle)));
            widening.add(all(query.parts().stream().map(QueryPart::anywhere)));
        }
        if (!query.beginnings().isEmpty()) {
            widening.addUnfinished();
        }
        return Optional.of(widening);
    }

    SearchOrder order() {
        tiers.addCandidates(candidates);
        return tiers.build(SearchOrder.MOST_RANKED, words());
    }

    /** What matches the entries of all tiers, before narrowing. */
    LexemeQuery candidates() {
        return candidates;
    }

    /** Document numbers alone, as for the words themselves: looking up common words is slow. */
    private LexemeQuery candidates(List<LexemeQuery> exact) {
        List<LexemeQuery> numbers = parts.stream().filter(this::hasWholeBeginningOfNumber)
                .map(part -> SearchOrder.beginningOfNumber(part.terms().get(0))).distinct().toList();
        if (!numbers.isEmpty()) {
            return LexemeQuery.all(numbers);
        }
        LexemeQuery widest = all(parts.stream().map(QueryPart::anywhere));
        return withoutExact(query.beginnings().isEmpty() ? widest
                : LexemeQuery.any(List.of(widest, unfinished(QueryPart::anywhere, QueryPart::anywhere))), exact);
    }

    /** Whether all results have the first two words of this number: it has no other name, and the last word may be unfinished. */
    private boolean hasWholeBeginningOfNumber(QueryPart part) {
        Term term = part.terms().get(0);
        boolean unfinished = part == last && !query.beginnings().isEmpty();
        return term.isNumber() && part.names().isEmpty() && (!unfinished || term.folded().size() > 2);
    }

    private void add(LexemeQuery tier) {
        tiers.add(tier, List.copyOf(better));
        better.add(tier);
    }

    /** Adds the document whose number was begun, then what has the accents of the complete words, then all. */
    private void addUnfinished() {
        Term term = last.terms().get(last.terms().size() - 1);
        if (term.isNumber()) {
            LexemeQuery number = new MarkBeginning(Lexemes.NUMBER + String.join("-", term.folded()));
            add(all(Stream.concat(Stream.of(number), complete().map(QueryPart::anywhere))));
        }
        if (complete().anyMatch(QueryPart::hasAccents)) {
            LexemeQuery spelled = unfinished(QueryPart::spelled, QueryPart::anywhere);
            add(LexemeQuery.all(unfinished(QueryPart::inTitle, QueryPart::inTitle), spelled));
            add(spelled);
        }
        add(unfinished(QueryPart::inTitle, QueryPart::inTitle));
        add(unfinished(QueryPart::anywhere, QueryPart::anywhere));
    }

    private Stream<QueryPart> complete() {
        return parts.subList(0, parts.size() - 1).stream();
    }

    private interface Begun {

        LexemeQuery query(QueryPart part, List<String> beginnings);
    }

    private LexemeQuery unfinished(Function<QueryPart, LexemeQuery> complete, Begun begun) {
        return all(Stream.concat(complete().map(complete), Stream.of(begun.query(last, query.beginnings()))));
    }

    private static LexemeQuery all(Stream<LexemeQuery> parts) {
        return LexemeQuery.all(parts.toList());
    }

    /** The index takes all neighbours for a phrase, so it may not leave out what has a longer one. */
    private static LexemeQuery withoutExact(LexemeQuery query, List<LexemeQuery> exact) {
        return all(Stream.concat(Stream.of(query), exact.stream().filter(LexemeQuery::isExact).map(Not::new)));
    }

    /** For ranking inside a tier. */
    private List<String> words() {
        return Stream.concat(parts.stream().flatMap(QueryPart::all).flatMap(term -> term.folded().stream()),
                query.beginnings().stream().map(beginning -> Lexemes.TEXT_BEGINNING + beginning)).distinct().toList();
    }
}
