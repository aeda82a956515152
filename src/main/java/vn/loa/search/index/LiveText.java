package vn.loa.search.index;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.directive.ParagraphView;
import vn.loa.search.index.EntryText.Article;
import vn.loa.search.index.EntryText.Labels;
import vn.loa.sql.ResultRow;

/** What the public reads of an article. Its sections are known by their ids. */
record LiveText(UUID id, Instant publishedAt, Article article, Labels labels, List<Long> sectionIds) {

    /**
     * An entry that is to be stored.
     *
     * @param article its id
     * @param sectionId null for the article
     * @param part zero, or which of several entries of one text, from one on
     */
    record NewEntry(UUID article, Long sectionId, int part, UUID digest, Lexemes.Entry entry) {
    }

    /** Null when the public reads nothing. */
    static LiveText read(ResultRow row) {
        return row.text("title") == null ? null : new LiveText(row.get("article_id", UUID.class), row.get("published_at", Instant.class),
                new Article(row.text("title"), row.text("summary"), row.text("byline"), row.text("body"),
                        row.text("directive_title"), row.get("directive_issued_on", LocalDate.class)),
                new Labels(row.text("directive_type"), row.text("directive_number_key"), row.text("directive_issuer"),
                        row.get("directive_year", Integer.class), row.texts("tags"),
                        row.get("category_id", UUID.class)), row.longs("section_ids"));
    }

    /** Of all that the article's own entry is made of. */
    UUID digest() {
        return digestOf(Stream.of(digestOfSections(), article.title(), article.summary(), article.byline(), article.body(),
                article.directiveTitle()));
    }

    /** Of all that the entry of a section is made of, but the section. */
    UUID digestOfSections() {
        return digestOf(Stream.concat(Stream.of(publishedAt, labels.type(), labels.numberKey(), labels.issuer(), labels.year(),
                article.issuedOn(), labels.category()),
                labels.tags().stream()));
    }

    /** The length before each value keeps apart what is joined. */
    private static UUID digestOf(Stream<?> values) {
        String all = values.map(value -> value == null ? "-" : value.toString().length() + ":" + value)
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    List<NewEntry> entries(Lexemes lexemes) {
        return entries(id, null, digest(), EntryText.of(article, labels), lexemes);
    }

    List<NewEntry> entriesOfSection(ResultRow row, ObjectReader paragraphs, Lexemes lexemes) {
        try {
            List<ParagraphView> read = paragraphs.readValue(row.utf8("paragraphs"));
            EntryText text = EntryText.ofSection(row.text("marker"), row.text("heading"),
                    read.stream().map(ParagraphView::text).toList(), labels, article.issuedOn());
            return entries(id, row.get("id", Long.class), digestOfSections(), text, lexemes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<NewEntry> entries(UUID article, Long sectionId, UUID digest, EntryText text, Lexemes lexemes) {
        List<Lexemes.Entry> made = lexemes.of(text);
        List<NewEntry> entries = new ArrayList<>();
        for (Lexemes.Entry entry : made) {
            entries.add(new NewEntry(article, sectionId, made.size() == 1 ? 0 : entries.size() + 1, digest, entry));
        }
        return entries;
    }
}
