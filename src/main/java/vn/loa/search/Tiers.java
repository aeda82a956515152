package vn.loa.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.DocumentQuery;

/**
 * A query as tiers, the best first, each a tsquery that the index answers alone: no entry is in two of them. The
 * lexemes are explained where they are made, in V10__search.sql.
 *
 * @param queries the tiers
 * @param sieve lets through the candidates: what is in any of the tiers, and not too much else. What is common is slow
 *     to look up for each of them, so a document number goes without most of what stands around it
 * @param mostRanked up to so many candidates are ranked by how often they have the words; more only by tier and date
 * @param words the wanted words, for ranking inside a tier
 */
record Tiers(List<String> queries, String sieve, int mostRanked, String words) {

    static final int MOST_RANKED = 300;
    /** More: going through the tiers takes longer, with the common words around a number to be looked up in each. */
    static final int MOST_RANKED_OF_A_NUMBER = 1000;

    /** What people write around a number, and no title has. */
    private static final Set<String> STOPS = Set.of("so", "ngay", "nam", "cua", "ve", "tai", "theo", "muc", "dieu");

    Tiers {
        queries = List.copyOf(queries);
    }

    /** One after the other, what the narrowing lets through. */
    private static final class Building {

        private final String narrowing;
        private final List<String> queries = new ArrayList<>();
        private final List<String> sieves = new ArrayList<>();

        Building(String narrowing) {
            this.narrowing = narrowing;
        }

        /** @param outside what better tiers have already, as far as the query has any of it */
        void add(String query, List<String> outside) {
            String others = outside.stream().map(each -> " & !(" + each + ")").collect(Collectors.joining());
            queries.add("(" + query + ")" + others + narrowing);
        }

        /** @param query lets through all of a tier */
        void letThrough(String query) {
            sieves.add("(" + query + ")");
        }

        Tiers build(int mostRanked, String words) {
            return new Tiers(queries, "(" + String.join(" | ", sieves) + ")" + narrowing, mostRanked, words);
        }
    }

    static Tiers of(SearchQuery query, SearchFilter filter) {
        Building tiers = new Building(narrowing(query, filter));
        List<String> words = query.words();
        String together = query.wanted().stream().map(Term::together).collect(Collectors.joining(" & "));
        List<String> numbers = numbers(query, tiers);
        tiers.letThrough(sieve(query.wanted()));
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

    /** A number is told by how it begins; where there is none, all that is wanted, in any order. */
    private static String sieve(List<Term> wanted) {
        List<String> numbers = wanted.stream().filter(Term::isNumber)
                .map(term -> Term.pairs(term.folded().subList(0, 2))).toList();
        return String.join(" & ", numbers.isEmpty() ? wanted.stream().map(Term::loosely).toList() : numbers);
    }

    /** In a title; in the text in the same order; anywhere. */
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

    /** The document that is named, and its sections with the other words: what is in these tiers. */
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
            tiers.letThrough(whole);
            found.add(whole);
        }
        List<String> rest = query.words().stream().filter(word -> !word.equals(document.numberStart())).toList();
        String figures = Term.lexeme("#", document.numberStart());
        String beginning = and(figures, "^", rest);
        tiers.add(beginning, found);
        tiers.letThrough(and(figures, "^", last(rest)));
        found.add(beginning);
        addSections(query, tiers, found);
        return found;
    }

    private static String and(String query, String prefix, List<String> words) {
        return words.isEmpty() ? query : query + " & " + Term.all(prefix, words);
    }

    /** The last one, or none. */
    private static List<String> last(List<String> words) {
        return words.subList(Math.max(words.size() - 1, 0), words.size());
    }

    /** Sections of the named document that have the words which do not name it, if there are such words. */
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
        tiers.letThrough(and(inDocument, "", number.isPresent() ? last(rest) : rest));
        found.add(sections);
    }

    private static String type(DocumentQuery document) {
        return document.type() == null ? "" : " & " + Term.lexeme("type:", Word.folded(document.type()));
    }

    private static String narrowing(SearchQuery query, SearchFilter filter) {
        return Stream.concat(filter.lexemes().stream(), query.unwanted().stream().map(Tiers::without))
                .map(lexeme -> " & " + lexeme).collect(Collectors.joining());
    }

    /** A word with accents leaves out only what is spelled so. */
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
