package vn.loa.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.citation.DocumentQuery;

/**
 * Decides the order of search results: a query as tiers of results, the best first. Each tier is a tsquery that the index answers. No entry is in two
 * tiers. R__search.sql explains the lexemes.
 *
 * @param queries the tiers
 * @param candidateQuery matches the entries of all tiers and not too many others. Looking up a common word in each
 *     candidate is slow, so for a document number this query leaves out most other words
 * @param mostRanked the number of candidates up to which results are ranked by the frequency of the words; more
 *     candidates are ordered only by tier and date
 * @param words the wanted words, for the ranking inside a tier
 */
record SearchOrder(List<String> queries, String candidateQuery, int mostRanked, String words) {

    static final int MOST_RANKED = 300;
    /**
     * The limit for a document number is higher, because reading tier by tier would look up the common words around the
     * number in each tier.
     */
    static final int MOST_RANKED_OF_A_NUMBER = 1000;

    /** Words that people write around a number, but that do not belong to titles. */
    private static final Set<String> STOPS = Set.of("so", "ngay", "nam", "cua", "ve", "tai", "theo", "muc", "dieu");

    SearchOrder {
        queries = List.copyOf(queries);
    }

    /** Collects the tiers, each with the filters. */
    private static final class Building {

        private final String narrowing;
        private final List<String> queries = new ArrayList<>();
        private final List<String> candidateQueries = new ArrayList<>();

        Building(String narrowing) {
            this.narrowing = narrowing;
        }

        /** @param outside queries of the better tiers; the new tier excludes their entries */
        void add(String query, List<String> outside) {
            String others = outside.stream().map(each -> " & !(" + each + ")").collect(Collectors.joining());
            queries.add("(" + query + ")" + others + narrowing);
        }

        /** @param query a query that matches all entries of a tier */
        void addCandidates(String query) {
            candidateQueries.add("(" + query + ")");
        }

        SearchOrder build(int mostRanked, String words) {
            return new SearchOrder(queries, "(" + String.join(" | ", candidateQueries) + ")" + narrowing, mostRanked, words);
        }
    }

    static SearchOrder of(SearchQuery query, SearchFilter filter) {
        Building tiers = new Building(narrowing(query, filter));
        List<String> words = query.words();
        String together = query.wanted().stream().map(Term::together).collect(Collectors.joining(" & "));
        List<String> numbers = numbers(query, tiers);
        tiers.addCandidates(candidateQuery(query.wanted()));
        String phrases = query.wanted().stream().filter(Term::isPhrase).map(term -> " & " + term.together())
                .collect(Collectors.joining());
        List<String> better = numbers;
        if (query.accents()) {
            List<String> spelled = query.wanted().stream().flatMap(term -> term.spelled().stream()).toList();
            String exact = Term.all("=", spelled) + phrases;
            addTextTiers(tiers, better, Term.all("^=", spelled) + phrases, exact, query);
            better = with(better, exact);
        }
        addTextTiers(tiers, better, Term.all("^", words) + phrases, together, query);
        boolean number = query.wanted().stream().anyMatch(Term::isNumber);
        return tiers.build(number ? MOST_RANKED_OF_A_NUMBER : MOST_RANKED, Term.all("", words));
    }

    /** The candidate query: the first two words of each document number, or else all wanted words in any order. */
    private static String candidateQuery(List<Term> wanted) {
        List<String> numbers = wanted.stream().filter(Term::isNumber)
                .map(term -> Term.pairs(term.folded().subList(0, 2))).toList();
        return String.join(" & ", numbers.isEmpty() ? wanted.stream().map(Term::loosely).toList() : numbers);
    }

    /** Adds tiers: words in a title; if there are several terms, words in their order in the text; words anywhere. */
    private static void addTextTiers(Building tiers, List<String> better, String title, String anywhere, SearchQuery query) {
        tiers.add(title, better);
        List<String> betterThanText = with(better, title);
        if (query.wanted().size() > 1) {
            String inOrder = Term.pairs(query.wanted().stream().flatMap(term -> term.folded().stream()).toList());
            tiers.add(anywhere + " & " + inOrder, betterThanText);
            betterThanText = with(betterThanText, inOrder);
        }
        tiers.add(anywhere, betterThanText);
    }

    /**
     * Adds the tiers of the document that the query names, and of its sections with the other words. Returns the
     * queries of these tiers.
     */
    private static List<String> numbers(SearchQuery query, Building tiers) {
        DocumentQuery document = query.document();
        if (document.numberStart() == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        String whole = document.numbers().stream().map(number -> Term.lexeme("#", number.replace(' ', '-')))
                .collect(Collectors.joining(" | "));
        if (!whole.isEmpty()) {
            Integer year = document.issuedOn() == null ? document.year() : (Integer) document.issuedOn().getYear();
            String known = type(document) + (year == null ? "" : " & 'year:" + year + "'");
            String best = "(" + whole + ")" + known;
            if (!known.isEmpty()) {
                tiers.add(best, List.of());
            }
            tiers.add(whole, known.isEmpty() ? List.of() : List.of(best));
            tiers.addCandidates(whole);
            found.add(whole);
        }
        List<String> rest = query.words().stream().filter(word -> !word.equals(document.numberStart())).toList();
        String figures = Term.lexeme("#", document.numberStart());
        String beginning = and(figures, "^", rest);
        tiers.add(beginning, found);
        tiers.addCandidates(and(figures, "^", last(rest)));
        found.add(beginning);
        addSections(query, tiers, found);
        return found;
    }

    private static String and(String query, String prefix, List<String> words) {
        return words.isEmpty() ? query : query + " & " + Term.all(prefix, words);
    }

    /** The last word, or none. */
    private static List<String> last(List<String> words) {
        return words.subList(Math.max(words.size() - 1, 0), words.size());
    }

    /** Adds the sections of the named document that have the query's other words, if there are other words. */
    private static void addSections(SearchQuery query, Building tiers, List<String> found) {
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
        String inDocument = Term.lexeme("~", number.map(term -> String.join("-", term.folded()))
                .orElse(document.numberStart()));
        String sections = and(inDocument + type(document), "", rest);
        tiers.add(sections, found);
        tiers.addCandidates(and(inDocument, "", number.isPresent() ? last(rest) : rest));
        found.add(sections);
    }

    private static String type(DocumentQuery document) {
        return document.type() == null ? "" : " & " + Term.lexeme("type:", Word.folded(document.type()));
    }

    private static String narrowing(SearchQuery query, SearchFilter filter) {
        return Stream.concat(filter.lexemes().stream(), query.unwanted().stream().map(SearchOrder::without))
                .map(lexeme -> " & " + lexeme).collect(Collectors.joining());
    }

    /** Excludes a term. A word with accents excludes only its exact spelling. */
    private static String without(Term term) {
        if (!term.isPhrase()) {
            return "!" + (term.hasAccents() ? Term.lexeme("=", term.spelled().get(0)) : term.together());
        }
        return "!(" + term.together() + ") & !" + Term.lexeme("#", String.join("-", term.folded()));
    }

    private static List<String> with(List<String> some, String more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
