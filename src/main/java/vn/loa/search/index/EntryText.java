package vn.loa.search.index;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.html.PlainText;
import vn.loa.text.fold.Word;

/**
 * What one entry of the index is made of. A search reads the few candidates that it ranks in the same form.
 *
 * @param isArticle whether the entry is an article's, not a section's
 * @param marks lexemes that are no words: the kind, the number, what results can be narrowed by
 * @param title the words that count more, on lines
 * @param text all other words
 */
public record EntryText(boolean isArticle, List<String> marks, List<String> title, List<String> text) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MM uuuu");

    /**
     * What the entries of an article and of its sections have in common.
     *
     * @param numberKey the directive's number in the form of {@code DocumentNumber.key}
     * @param category the identity that the text names; null for none
     */
    public record Labels(String type, String numberKey, String issuer, Integer year, List<String> tags, UUID category) {

        public Labels {
            tags = List.copyOf(tags);
        }

        /** Reads what {@link #line} wrote. Without streams, because a search reads 500. */
        public static Labels read(String line) {
            List<String> values = new ArrayList<>();
            for (int from = 0; from <= line.length();) {
                int tab = line.indexOf('\t', from) < 0 ? line.length() : line.indexOf('\t', from);
                values.add(tab == from ? null : line.substring(from, tab));
                from = tab + 1;
            }
            String year = values.get(3);
            String category = values.get(4);
            return new Labels(values.get(0), values.get(1), values.get(2), year == null ? null : Integer.valueOf(year),
                    values.subList(5, values.size()), category == null ? null : UUID.fromString(category));
        }

        /** As an entry stores them: in one line, which has no control characters but the tabs between the values. */
        String line() {
            return Stream.concat(Stream.of(type, numberKey, issuer, year, category), tags.stream())
                    .map(value -> value == null ? "" : value.toString()).collect(Collectors.joining("\t"));
        }

        private List<String> marks(boolean isArticle, LocalDate issuedOn) {
            List<String> marks = new ArrayList<>();
            marks.add(isArticle ? Lexemes.ARTICLE : Lexemes.SECTION);
            if (type != null) {
                marks.add(Lexemes.TYPE + Word.folded(type));
            }
            if (issuer != null) {
                marks.add(Lexemes.ISSUER + Word.folded(issuer));
            }
            if (year != null) {
                marks.add(Lexemes.YEAR + year);
                marks.add(Lexemes.DECADE + year / Lexemes.YEARS_OF_A_DECADE);
                int month = issuedOn == null ? 0 : issuedOn.getMonthValue();
                marks.add(Lexemes.ofQuarter(year, Lexemes.quarter(month)));
                marks.add(Lexemes.ofMonth(year, month));
            }
            if (category != null) {
                marks.add(Lexemes.CATEGORY + category);
            }
            tags.forEach(tag -> marks.add(Lexemes.TAG + Word.folded(tag)));
            List<String> number = numberKey == null ? List.of() : Word.in(numberKey).stream().map(Word::folded).toList();
            if (!number.isEmpty()) {
                String sign = isArticle ? Lexemes.NUMBER : Lexemes.IN_NUMBER;
                marks.add(sign + String.join("-", number));
                marks.add(sign + number.get(0));
            }
            return marks;
        }
    }

    /**
     * An article without its sections.
     *
     * @param body as HTML
     */
    public record Article(String title, String summary, String byline, String body, String directiveTitle, LocalDate issuedOn) {
    }

    public static EntryText of(Article article, Labels labels) {
        Stream<String> more = Stream.concat(Stream.of(labels.issuer(),
                article.issuedOn == null ? null : DAY.format(article.issuedOn), article.byline), labels.tags().stream());
        return new EntryText(true, labels.marks(true, article.issuedOn),
                lines(Stream.of(article.title, labels.type(), labels.numberKey(), article.directiveTitle)),
                lines(Stream.concat(more, Stream.of(article.summary, PlainText.of(article.body)))));
    }

    /**
     * @param paragraphs the texts of a section's paragraphs
     * @param issuedOn the day of its document's issue; null when unknown
     */
    public static EntryText ofSection(String marker, String heading, List<String> paragraphs, Labels labels, LocalDate issuedOn) {
        return new EntryText(false, labels.marks(false, issuedOn), lines(Stream.of(marker, heading)), paragraphs);
    }

    private static List<String> lines(Stream<String> lines) {
        return lines.filter(Objects::nonNull).collect(Collectors.toUnmodifiableList());
    }
}
