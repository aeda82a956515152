package vn.loa.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.search.LexemeQuery.All;
import vn.loa.search.LexemeQuery.Any;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.LexemeQuery.MarkBeginning;
import vn.loa.search.LexemeQuery.Not;
import vn.loa.search.LexemeQuery.Phrase;
import vn.loa.search.index.Lexemes;
import vn.loa.text.citation.DocumentQuery;
import vn.loa.text.fold.Word;

/**
 * Decides the order of search results: a query as tiers of results, the best first. No entry is in two tiers.
 *
 * @param tiers each a query that the index answers
 * @param tiersAlone the same, each without the exclusion of the better ones
 * @param candidates matches the entries of all tiers and not too many others. Looking up a common word in each candidate is
 *     slow, so for a document number this query leaves out most other words
 * @param mostRanked the number of candidates up to which results are ranked by the frequency of the words; more
 *     candidates are ordered only by tier and date
 * @param words the wanted words, each once, for the ranking inside a tier
 * @param firstWithoutAccents the first tier whose entries need not have the accents of the query; the number of tiers for none
 * @param wider the order of what is found beside these tiers, behind them: see {@link Widening}
 * @param hasCandidatesOfWider whether the candidates are also all those of the wider search
 */
record SearchOrder(List<LexemeQuery> tiers, List<LexemeQuery> tiersAlone, LexemeQuery candidates, int mostRanked, List<String> words,
        int firstWithoutAccents, Optional<SearchOrder> wider, boolean hasCandidatesOfWider) {

    static final int MOST_RANKED = 300;
    /**
     * The limit for a document number is higher, because reading tier by tier would look up the common words around the
     * number in each tier.
     */
    static final int MOST_RANKED_OF_A_NUMBER = 1000;

    /** Words that people write around a number, but that do not belong to titles. */
    private static final Set<String> STOPS = Set.of("so", "ngay", "nam", "cua", "ve", "tai", "theo", "muc", "dieu");

    SearchOrder {
        tiers = List.copyOf(tiers);
        tiersAlone = List.copyOf(tiersAlone);
        words = List.copyOf(words);
    }

    /** Collects the tiers, each with the filters. */
    static final class Building {

        private final List<LexemeQuery> narrowing;
        private final List<LexemeQuery> tiers = new ArrayList<>();
        private final List<LexemeQuery> alone = new ArrayList<>();
        private final List<LexemeQuery> candidates = new ArrayList<>();

        Building(List<LexemeQuery> narrowing) {
            this.narrowing = narrowing;
        }

        /** @param better queries of the better tiers; the new tier excludes their entries */
        void add(LexemeQuery query, List<LexemeQuery> better) {
            tiers.add(LexemeQuery.all(Stream.of(Stream.of(query), better.stream().map(Not::new), narrowing.stream())
                    .flatMap(part -> part).toList()));
            alone.add(LexemeQuery.all(Stream.concat(Stream.of(query), narrowing.stream()).toList()));
        }

        /** @param query a query that matches all entries of a tier */
        void addCandidates(LexemeQuery query) {
            candidates.add(query);
        }

        SearchOrder build(int mostRanked, List<String> words) {
            LexemeQuery any = LexemeQuery.any(candidates);
            // The index takes all neighbours for a phrase, so it may not leave out what has an unwanted one.
            Stream<LexemeQuery> exact = narrowing.stream().filter(LexemeQuery::isExact);
            return new SearchOrder(tiers, alone, LexemeQuery.all(Stream.concat(Stream.of(any), exact).toList()), mostRanked, words,
                    tiers.size(), Optional.empty(), false);
        }
    }

    /** @param filters what all results must have besides */
    static SearchOrder of(SearchQuery query, List<LexemeQuery> filters) {
        List<LexemeQuery> narrowing = narrowing(query, filters);
        Building tiers = new Building(narrowing);
        List<String> words = query.words();
        LexemeQuery together = LexemeQuery.all(query.wanted().stream().map(Term::query).toList());
        List<LexemeQuery> better = numbers(query, tiers);
        tiers.addCandidates(candidates(query.wanted()));
        List<LexemeQuery> phrases = query.wanted().stream().filter(Term::isPhrase).map(Term::query).toList();
        if (query.accents()) {
            List<String> spelled = query.wanted().stream().flatMap(term -> term.spelled().stream()).toList();
            LexemeQuery exact = with(LexemeQuery.words(Lexemes.SPELLED, spelled), phrases);
            addTextTiers(tiers, better, with(LexemeQuery.words(Lexemes.OF_TITLE + Lexemes.SPELLED, spelled), phrases), exact,
                    query);
            better = and(better, exact);
        }
        int firstWithoutAccents = tiers.tiers.size();
        addTextTiers(tiers, better, with(LexemeQuery.words(Lexemes.OF_TITLE, words), phrases), together, query);
        boolean number = query.wanted().stream().anyMatch(Term::isNumber);
        SearchOrder order = tiers.build(number ? MOST_RANKED_OF_A_NUMBER : MOST_RANKED, words);
        LexemeQuery own = candidates(query.wanted());
        Optional<Widening> wider = Widening.of(query, narrowing, and(better, together));
        return new SearchOrder(order.tiers, order.tiersAlone, order.candidates, order.mostRanked, words,
                query.accents() ? firstWithoutAccents : order.tiers.size(), wider.map(Widening::order),
                wider.map(Widening::candidates).filter(own::equals).isPresent());
    }

    /** Whether few entries can be in this tier: those with a document number, of which there are few. */
    boolean isRare(LexemeQuery tier) {
        if (tier instanceof All all) {
            return all.parts().stream().anyMatch(this::isRare);
        }
        if (tier instanceof Any any) {
            return any.parts().stream().allMatch(this::isRare);
        }
        return tier instanceof MarkBeginning || tier instanceof Lexeme lexeme && (lexeme.text().startsWith(Lexemes.NUMBER)
                || lexeme.text().startsWith(Lexemes.IN_NUMBER) && lexeme.text().indexOf('-') > 0);
    }

    /** The first two words of each document number, or else all wanted words in any order. */
    private static LexemeQuery candidates(List<Term> wanted) {
        List<LexemeQuery> numbers = wanted.stream().filter(Term::isNumber).map(SearchOrder::beginningOfNumber).toList();
        return LexemeQuery.all(numbers.isEmpty() ? wanted.stream().map(Term::query).toList() : numbers);
    }

    /** The first two words. */
    static LexemeQuery beginningOfNumber(Term number) {
        return new Phrase(number.folded().subList(0, 2));
    }

    /** Adds tiers: words in a title; if there are several terms, words in their order in the text; words anywhere. */
    private static void addTextTiers(Building tiers, List<LexemeQuery> better, LexemeQuery title, LexemeQuery anywhere,
            SearchQuery query) {
        tiers.add(title, better);
        List<LexemeQuery> betterThanText = and(better, title);
        if (query.wanted().size() > 1) {
            LexemeQuery inOrder = neighbours(query.wanted().stream().flatMap(term -> term.folded().stream()).toList());
            tiers.add(LexemeQuery.all(anywhere, inOrder), betterThanText);
            betterThanText = and(betterThanText, inOrder);
        }
        tiers.add(anywhere, betterThanText);
    }

    /** Each two words follow each other somewhere. */
    private static LexemeQuery neighbours(List<String> words) {
        List<LexemeQuery> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(new Phrase(words.subList(i - 1, i + 1)));
        }
        return LexemeQuery.all(pairs.stream().distinct().toList());
    }

    /**
     * Adds the tiers of the document that the query names, and of its sections with the other words. Returns the
     * queries of these tiers.
     */
    private static List<LexemeQuery> numbers(SearchQuery query, Building tiers) {
        DocumentQuery document = query.document();
        if (document.numberStart() == null) {
            return List.of();
        }
        List<LexemeQuery> found = new ArrayList<>();
        if (!document.numbers().isEmpty()) {
            found.add(addWholeNumber(document, tiers));
        }
        List<String> rest = query.words().stream().filter(word -> !word.equals(document.numberStart())).toList();
        LexemeQuery figures = new Lexeme(Lexemes.NUMBER + document.numberStart());
        LexemeQuery beginning = and(figures, Lexemes.OF_TITLE, rest);
        tiers.add(beginning, found);
        tiers.addCandidates(and(figures, Lexemes.OF_TITLE, last(rest)));
        found.add(beginning);
        addSections(query, tiers, found);
        return found;
    }

    /** Adds the document of the type and year that the query names, and then each other of this number. */
    private static LexemeQuery addWholeNumber(DocumentQuery document, Building tiers) {
        LexemeQuery whole = LexemeQuery.any(document.numbers().stream()
                .map(number -> new Lexeme(Lexemes.NUMBER + number.replace(' ', '-'))).toList());
        Integer year = document.issuedOn() == null ? document.year() : (Integer) document.issuedOn().getYear();
        List<LexemeQuery> known = new ArrayList<>(type(document));
        if (year != null) {
            known.add(new Lexeme(Lexemes.YEAR + year));
        }
        LexemeQuery best = with(whole, known);
        if (!known.isEmpty()) {
            tiers.add(best, List.of());
        }
        tiers.add(whole, known.isEmpty() ? List.of() : List.of(best));
        tiers.addCandidates(whole);
        return whole;
    }

    /** The last word, or none. */
    private static List<String> last(List<String> words) {
        return words.subList(Math.max(words.size() - 1, 0), words.size());
    }

    /** Adds the sections of the named document that have the query's other words, if there are other words. */
    private static void addSections(SearchQuery query, Building tiers, List<LexemeQuery> found) {
        DocumentQuery document = query.document();
        Optional<Term> number = query.wanted().stream().filter(Term::isNumber).findFirst();
        Set<String> naming = new HashSet<>(STOPS);
        naming.add(document.numberStart());
        number.ifPresent(term -> naming.addAll(term.folded()));
        if (document.type() != null) {
            naming.addAll(List.of(Word.folded(document.type()).split(" ")));
        }
        List<String> rest = query.words().stream().filter(word -> !naming.contains(word)).toList();
        if (rest.isEmpty() || number.isEmpty() && document.type() == null) {
            return;
        }
        LexemeQuery inDocument = new Lexeme(Lexemes.IN_NUMBER
                + number.map(term -> String.join("-", term.folded())).orElse(document.numberStart()));
        LexemeQuery sections = and(with(inDocument, type(document)), "", rest);
        tiers.add(sections, found);
        tiers.addCandidates(and(inDocument, "", number.isPresent() ? last(rest) : rest));
        found.add(sections);
    }

    private static List<LexemeQuery> type(DocumentQuery document) {
        return document.type() == null ? List.of() : List.of(new Lexeme(Lexemes.TYPE + Word.folded(document.type())));
    }

    /** What all results must have. */
    static List<LexemeQuery> narrowing(SearchQuery query, List<LexemeQuery> filters) {
        return Stream.concat(filters.stream(), query.unwanted().stream().flatMap(SearchOrder::without)).toList();
    }

    /** Excludes a term. A word with accents excludes only its exact spelling. */
    private static Stream<LexemeQuery> without(Term term) {
        if (!term.isPhrase()) {
            return Stream.of(new Not(term.hasAccents() ? new Lexeme(Lexemes.SPELLED + term.spelled().get(0)) : term.query()));
        }
        return Stream.of(new Not(term.query()), new Not(new Lexeme(Lexemes.NUMBER + String.join("-", term.folded()))));
    }

    private static LexemeQuery and(LexemeQuery query, String prefix, List<String> words) {
        return words.isEmpty() ? query : LexemeQuery.all(query, LexemeQuery.words(prefix, words));
    }

    private static LexemeQuery with(LexemeQuery query, List<LexemeQuery> more) {
        return more.isEmpty() ? query : LexemeQuery.all(Stream.concat(Stream.of(query), more.stream()).toList());
    }

    private static List<LexemeQuery> and(List<LexemeQuery> some, LexemeQuery more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
