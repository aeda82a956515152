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
 * @param sieve lets through what is in any of them and little else: the index looks up each of its lexemes for each
 *     candidate, so it has as few as can be, and few that are common
 * @param words the wanted words, for ranking inside a tier
 */
record Tiers(List<String> queries, String sieve, String words) {

    /** What people write around a number, and no title has. */
    private static final Set<String> STOPS = Set.of("so", "ngay", "nam", "cua", "ve", "tai", "theo", "muc", "dieu");

    Tiers {
        queries = List.copyOf(queries);
    }

    /** One after the other, what the narrowing lets through. */
    private static final class Building {

        private final String narrowing;
        private final List<String> queries = new ArrayList<>();

        Building(String narrowing) {
            this.narrowing = narrowing;
        }

        /** @param outside what better tiers have already, as far as the query has any of it */
        void add(String query, List<String> outside) {
            String others = outside.stream().map(each -> " & !(" + each + ")").collect(Collectors.joining());
            queries.add("(" + query + ")" + others + narrowing);
        }
    }

    static Tiers of(SearchQuery query, SearchFilter filter) {
        Building tiers = new Building(narrowing(query, filter));
        List<String> words = query.words();
        String together = query.wanted().stream().map(Term::together).collect(Collectors.joining(" & "));
        List<String> numbers = numbers(query, tiers);
        String sieve = Stream.concat(numbers.stream(), Stream.of(sieve(query.wanted())))
                .map(each -> "(" + each + ")").collect(Collectors.joining(" | "));
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
        return new Tiers(tiers.queries, "(" + sieve + ")" + tiers.narrowing, Term.all("", words));
    }

    /** A number in the text is rare enough; where there is none, all that is wanted, in whichever order. */
    private static String sieve(List<Term> wanted) {
        List<Term> numbers = wanted.stream().filter(Term::isNumber).toList();
        return (numbers.isEmpty() ? wanted : numbers).stream().map(Term::loosely).collect(Collectors.joining(" & "));
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
            found.add(whole);
        }
        List<String> rest = query.words().stream().filter(word -> !word.equals(document.numberStart())).toList();
        String beginning = Term.lexeme("#", document.numberStart()) + (rest.isEmpty() ? "" : " & " + Term.all("^", rest));
        tiers.add(beginning, found);
        found.add(beginning);
        sections(query).ifPresent(sections -> {
            tiers.add(sections, found);
            found.add(sections);
        });
        return found;
    }

    /** Sections of the named document that have the words which do not name it. */
    private static Optional<String> sections(SearchQuery query) {
        DocumentQuery document = query.document();
        Optional<Term> number = query.wanted().stream()
                .filter(Term::isNumber).findFirst();
        Set<String> naming = new HashSet<>(STOPS);
        naming.add(document.numberStart());
        number.ifPresent(term -> naming.addAll(term.folded()));
        if (document.type() != null) {
            naming.addAll(List.of(Word.folded(document.type()).split(" ")));
        }
        List<String> rest = query.words().stream().filter(word -> !naming.contains(word)).toList();
        if (rest.isEmpty() || number.isEmpty() && document.type() == null) {
            return Optional.empty();
        }
        return Optional.of(Term.lexeme("~", number.map(term -> String.join("-", term.folded()))
                .orElse(document.numberStart())) + type(document) + " & " + Term.all("", rest));
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
