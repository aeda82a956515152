package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.html.PlainText;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.SearchRepository.Found;
import vn.loa.search.SearchRepository.SearchMatch;
import vn.loa.search.SearchRepository.SearchResult;
import vn.loa.search.index.Lexemes;
import vn.loa.search.known.SearchDay;

/**
 * Offers another spelling of a query. It is taken from texts that the public reads at this moment, found by the index: no list
 * of words is kept, so nothing that is withdrawn, removed or not published yet shows in it.
 */
@ApplicationScoped
class Spelling {

    /** More wrong words than these are no misspelling. */
    private static final int MOST_MISSPELLED = 3;
    /** The texts that are read for a spelling. */
    private static final SearchWindow FIRST = new SearchWindow(SearchWindow.NO_ENTRY, 0, 10);

    private final SearchRepository entries;

    Spelling(SearchRepository entries) {
        this.entries = entries;
    }

    /**
     * Words that stand in no text as they are, if nothing was found; accents that no result has, if something was.
     *
     * @param result of the query's own words
     */
    Optional<SpellingSuggestion> suggest(SearchQuery query, List<LexemeQuery> filters, SearchOrder order, SearchResult result,
            SearchDay force) {
        if (result.total() == 0) {
            return misspelled(QueryWord.of(query.line())).flatMap(some -> read(query, some, entries.bestOfMany(
                    near(some, SearchOrder.narrowing(query, filters)), FIRST, force).found()));
        }
        return result.bestTier() >= order.firstWithoutAccents() ? read(query, QueryWord.of(query.line()), result.found())
                : Optional.empty();
    }

    /** The words, of which some are misspelled; empty if all are known, or if one that is not known is meant as it is. */
    private Optional<List<QueryWord>> misspelled(List<QueryWord> words) {
        Set<String> known = new HashSet<>(entries.known(words.stream().map(QueryWord::folded).distinct().toList()));
        List<QueryWord> unknown = words.stream().filter(word -> !known.contains(word.folded())).toList();
        if (unknown.isEmpty() || unknown.size() > MOST_MISSPELLED || !unknown.stream().allMatch(QueryWord::canBeMisspelled)) {
            return Optional.empty();
        }
        return Optional.of(words.stream().map(word -> unknown.contains(word) ? word.misspelled() : word).toList());
    }

    /** Entries with the known words and one of those that may be meant by each other; first those where they are neighbours. */
    private static SearchOrder near(List<QueryWord> words, List<LexemeQuery> narrowing) {
        List<LexemeQuery> all = new ArrayList<>();
        List<LexemeQuery> neighbours = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            QueryWord word = words.get(i);
            all.add(word.isMisspelled() ? anyOf(word.near().keySet().stream()) : new Lexeme(word.folded()));
            if (i > 0 && words.get(i - 1).isMisspelled() != word.isMisspelled()) {
                String before = words.get(i - 1).folded();
                neighbours.add(word.isMisspelled() ? anyOf(word.near().keySet().stream().map(near -> Lexemes.pair(before, near)))
                        : anyOf(words.get(i - 1).near().keySet().stream().map(near -> Lexemes.pair(near, word.folded()))));
            }
        }
        SearchOrder.Building tiers = new SearchOrder.Building(narrowing);
        LexemeQuery anywhere = LexemeQuery.all(all.stream().distinct().toList());
        if (!neighbours.isEmpty()) {
            LexemeQuery inOrder = LexemeQuery.all(neighbours);
            tiers.add(LexemeQuery.all(anywhere, inOrder), List.of());
            tiers.add(anywhere, List.of(inOrder));
        } else {
            tiers.add(anywhere, List.of());
        }
        tiers.addCandidates(anywhere);
        return tiers.build(0, List.of());
    }

    private static LexemeQuery anyOf(Stream<String> lexemes) {
        return LexemeQuery.any(lexemes.map(Lexeme::new).toList());
    }

    /** Of several misspelled words, what is meant must stand in one text together. */
    private static Optional<SpellingSuggestion> read(SearchQuery query, List<QueryWord> words, List<Found> texts) {
        boolean together = words.stream().filter(QueryWord::isMisspelled).count() > 1;
        SpellingVotes votes = new SpellingVotes(query.line(), words);
        for (Found text : texts) {
            votes.read(lines(text.match()));
            Optional<SpellingSuggestion> suggestion = together ? votes.suggestion() : Optional.empty();
            if (suggestion.isPresent()) {
                return suggestion;
            }
        }
        return votes.suggestion();
    }

    private static Collection<String> lines(SearchMatch text) {
        return Stream.of(Stream.of(text.article().article().title()), Optional.ofNullable(text.heading()).stream(),
                Optional.ofNullable(text.summary()).stream(), text.paragraphs().stream().map(paragraph -> paragraph.text()),
                Optional.ofNullable(text.body()).stream().map(PlainText::of).flatMap(String::lines))
                .flatMap(each -> each).toList();
    }
}
