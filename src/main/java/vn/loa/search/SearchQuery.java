package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.problem.Problem;
import vn.loa.text.citation.DocumentQuery;
import vn.loa.text.fold.VietnameseText;

/**
 * A parsed search query: words, phrases in quotation marks, words after a minus that results must not have, document
 * numbers in any spelling. Other characters have no meaning, so only a query without words is wrong.
 *
 * @param wanted at least one
 * @param unwanted may be empty
 * @param document the query read as the name of a document
 * @param accents whether any wanted word has an accent; results that have all words in the query's spelling then come
 *     first
 */
record SearchQuery(List<Term> wanted, List<Term> unwanted, DocumentQuery document, boolean accents) {

    /** The longest query, in UTF-16 code units. */
    static final int LONGEST = 200;

    /** "22 - ct / tu" is one number, so the spaces are removed. */
    private static final Pattern LOOSE_NUMBER = Pattern.compile(
            "(?<![\\p{L}0-9])([0-9]{1,5}[a-zđA-ZĐ]?) ?[-\u2010-\u2014\u2212] ?(\\p{L}{1,8}) ?/ ?(?=\\p{L})");
    private static final Pattern LOOSE_SLASH = Pattern.compile("(?<=[\\p{L}0-9]) ?/ ?(?=[\\p{L}0-9])");
    private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern CHUNK = Pattern.compile("(?<=^|[\\s\"])([-\u2212])?(?:\"([^\"]*)\"|([^\\s\"]+))");
    /** The separator between two words of one number or compound. */
    private static final Pattern JOINT = Pattern.compile("[-/.&\u2010-\u2014]");

    /** @throws vn.loa.problem.ProblemException 400 when the query is missing, too long or has no wanted word */
    static SearchQuery parse(String q) {
        String line = line(q);
        List<Term> wanted = new ArrayList<>();
        List<Term> unwanted = new ArrayList<>();
        CHUNK.matcher(line).results().forEach(chunk -> {
            boolean quoted = chunk.group(2) != null;
            String text = quoted ? chunk.group(2) : chunk.group(3);
            List<Term> terms = quoted ? phrase(text) : terms(text);
            (chunk.group(1) == null ? wanted : unwanted).addAll(terms);
        });
        List<Term> terms = withoutNumberSign(wanted.stream().distinct().toList());
        if (terms.isEmpty()) {
            throw Problem.invalidParameter("q", "no-words", unwanted.isEmpty()
                    ? "must have a letter or a figure" : "must have a word to look for, not only words to leave out")
                    .asException();
        }
        String positive = CHUNK.matcher(line).results().filter(chunk -> chunk.group(1) == null)
                .map(chunk -> chunk.group().replace("\"", " ").trim()).collect(Collectors.joining(" "));
        return new SearchQuery(terms, unwanted.stream().distinct().toList(), DocumentQuery.parse(positive),
                terms.stream().anyMatch(Term::hasAccents));
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
