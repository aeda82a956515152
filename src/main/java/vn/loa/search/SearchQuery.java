package vn.loa.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.problem.Problem;
import vn.loa.search.index.Lexemes;
import vn.loa.text.citation.DocumentQuery;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.fold.Word;

/**
 * A parsed search query: words, phrases in quotation marks, words after a minus that results must not have, document
 * numbers in any spelling. Other characters have no meaning, so only a query without words is wrong.
 *
 * @param line the query, normalised
 * @param wanted at least one, each once
 * @param parts the same terms in order, also one that comes again; those together that are a name
 * @param beginnings what the last word is the beginning of, folded; empty when it is certainly complete
 * @param unwanted may be empty
 * @param document the query read as the name of a document
 * @param accents whether any wanted word has an accent; results that have all words in the query's spelling then come
 *     first
 */
record SearchQuery(String line, List<Term> wanted, List<QueryPart> parts, List<String> beginnings, List<Term> unwanted,
        DocumentQuery document, boolean accents) {

    /** The longest query, in UTF-16 code units. */
    static final int LONGEST = 200;

    /** "22 - ct / tu" is one number, so the spaces are removed. */
    private static final Pattern LOOSE_NUMBER = Pattern.compile(
            "(?<![\\p{L}0-9])([0-9]{1,5}[a-zđA-ZĐ]?) ?[-\u2010-\u2014\u2212] ?(\\p{L}{1,8}) ?/ ?(?=\\p{L})");
    private static final Pattern LOOSE_SLASH = Pattern.compile("(?<=[\\p{L}0-9]) ?/ ?(?=[\\p{L}0-9])");
    private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb]");
    /** An excluded or wanted word, or a quotation. */
    static final Pattern CHUNK = Pattern.compile("(?<=^|[\\s\"])([-\u2212])?(?:\"([^\"]*)\"|([^\\s\"]+))");
    /** The separator between two words of one number or compound. */
    private static final Pattern JOINT = Pattern.compile("[-/.&\u2010-\u2014]");

    /**
     * @param names by which words that are not quoted are found, too
     * @throws vn.loa.problem.ProblemException 400 when the query is missing, too long or has no wanted word
     */
    static SearchQuery parse(String q, Names names) {
        String line = line(q);
        List<Term> wanted = new ArrayList<>();
        List<Term> unwanted = new ArrayList<>();
        Set<Term> quotations = new HashSet<>();
        CHUNK.matcher(line).results().forEach(chunk -> {
            boolean quoted = chunk.group(2) != null;
            String text = quoted ? chunk.group(2) : chunk.group(3);
            List<Term> terms = quoted ? phrase(text) : terms(text);
            quotations.addAll(quoted ? terms : List.of());
            (chunk.group(1) == null ? wanted : unwanted).addAll(terms);
        });
        List<Term> inOrder = withoutNumberSign(wanted);
        List<Term> terms = inOrder.stream().distinct().toList();
        if (terms.isEmpty()) {
            throw Problem.invalidParameter("q", "no-words", unwanted.isEmpty()
                    ? "must have a letter or a figure" : "must have a word to look for, not only words to leave out")
                    .asException();
        }
        String positive = CHUNK.matcher(line).results().filter(chunk -> chunk.group(1) == null)
                .map(chunk -> chunk.group().replace("\"", " ").trim()).collect(Collectors.joining(" "));
        List<String> beginnings = beginnings(q, line);
        return new SearchQuery(line, terms, QueryPart.of(inOrder, quotations, names), beginnings,
                unwanted.stream().distinct().toList(), DocumentQuery.parse(positive), terms.stream().anyMatch(Term::hasAccents));
    }

    /** The query normalised, without spaces inside document numbers. */
    static String line(String q) {
        if (q == null || q.isBlank()) {
            throw Problem.invalidParameter("q", "not-blank", "must be given").asException();
        }
        Problem.requireAtMost(LONGEST, "q", q);
        String line = QUOTES.matcher(VietnameseText.oneLine(q)).replaceAll("\"");
        return line.indexOf('/') < 0 ? line
                : LOOSE_SLASH.matcher(LOOSE_NUMBER.matcher(line).replaceAll("$1-$2/")).replaceAll("/");
    }

    /** Nothing ends the last word: no space, sign or quotation mark. Figures are complete: 22 and 221 are different documents. */
    private static List<String> beginnings(String q, String line) {
        String typed = VietnameseText.normalise(q);
        MatchResult last = CHUNK.matcher(line).results().reduce((before, chunk) -> chunk).orElseThrow();
        List<Word> words = Word.in(line);
        Word word = words.get(words.size() - 1);
        boolean ended = Character.isWhitespace(typed.charAt(typed.length() - 1)) || word.end() < line.length()
                || last.group(1) != null || last.group(2) != null || Character.isDigit(word.folded().charAt(0))
                || word.end() - word.start() > Lexemes.LONGEST_BEGINNING;
        return ended ? List.of() : Stream.of(word.folded(), word.bare()).distinct().toList();
    }

    /** The word before the last one, folded; null for none. */
    String beforeLast() {
        List<String> all = parts.stream().flatMap(part -> part.terms().stream()).flatMap(term -> term.folded().stream()).toList();
        return all.size() < 2 ? null : all.get(all.size() - 2);
    }

    private static List<Term> phrase(String text) {
        List<Word> words = Word.in(text);
        return words.isEmpty() ? List.of() : List.of(Term.of(words));
    }

    /** The terms of a text. Punctuation separates terms, unless the sign joins the parts of a number. */
    private static List<Term> terms(String text) {
        List<Term> terms = new ArrayList<>();
        List<Word> together = new ArrayList<>();
        for (Word word : Word.in(text)) {
            if (!together.isEmpty() && !JOINT.matcher(
                    text.substring(together.get(together.size() - 1).end(), word.start())).matches()) {
                terms.add(Term.of(together));
                together.clear();
            }
            together.add(word);
        }
        if (!together.isEmpty()) {
            terms.add(Term.of(together));
        }
        return terms;
    }

    /** Removes "số" before digits, because the word says only that a number follows. */
    private static List<Term> withoutNumberSign(List<Term> terms) {
        List<Term> kept = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            boolean sign = terms.get(i).folded().equals(List.of("so")) && i + 1 < terms.size()
                    && Character.isDigit(terms.get(i + 1).folded().get(0).charAt(0));
            if (!sign) {
                kept.add(terms.get(i));
            }
        }
        return kept;
    }

    List<String> words() {
        return wanted.stream().flatMap(term -> term.folded().stream()).distinct().toList();
    }
}
