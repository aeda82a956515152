package vn.loa.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.ParagraphView;
import vn.loa.search.index.EntryText.Article;
import vn.loa.search.index.EntryText.Labels;
import vn.loa.search.index.EntryText;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads the search index, the table {@code search_entry}, without a transaction. */
@Startup
@ApplicationScoped
class SearchRepository {

    /** The limit of results: later matches are neither counted nor reachable by paging. */
    static final int MOST_HITS = 500;
    /** The limit of titles that are compared for suggestions. */
    private static final int MOST_TITLES = 50;
    /** The words of all candidates together that are read to rank them: about 3 MB. */
    private static final int MOST_WORDS = 500_000;

    private static final NamedSql CANDIDATES = candidates(
            SqlFile.read("search/matches-newest-first"), SearchOrder.MOST_RANKED);
    /** Few entries have the same number, and finding them at once takes a third of the time. */
    private static final NamedSql CANDIDATES_OF_A_NUMBER = candidates(
            SqlFile.read("search/matches"), SearchOrder.MOST_RANKED_OF_A_NUMBER);
    private static final NamedSql BEST_OF_MANY = SqlFile.read("search/best-of-many", Map.of("mostHits", MOST_HITS));
    private static final NamedSql KNOWN_WORDS = SqlFile.read("search/known-words");
    private static final NamedSql SUGGEST = SqlFile.read("search/suggest", Map.of("mostTitles", MOST_TITLES));

    private static final NamedSql YEARS = NamedSql.of("select value::bigint as year from public_count "
            + "where field = 'directives.year' group by value having sum(change) > 0");

    /** The article of a result. */
    record FoundArticle(ArticleRef article, DirectiveView directive, Instant firstPublishedAt) {
    }

    /**
     * An entry of the index that matches.
     *
     * @param eId of the section; null for an article, as are marker and heading
     * @param summary of an article, may be null
     * @param body of an article, as HTML; null where the page's texts are too long together
     * @param paragraphs of a section
     * @param tags of the article
     * @param category the identity that the article's text names; null for none
     */
    record SearchMatch(FoundArticle article, String eId, String marker, String heading, String summary, String body,
            List<ParagraphView> paragraphs, List<String> tags, UUID category) {
    }

    /**
     * An entry that may match.
     *
     * @param length for its rank
     */
    record CandidateEntry(long id, int length, SearchMatch match, EntryText text, Labels labels) {
    }

    /** @param place among all results, from 1 */
    record Found(int place, long entry, SearchMatch match) {
    }

    /**
     * What may be found.
     *
     * @param few all entries that may match; empty if they are too many to be ranked
     * @param wider whether the wider search has other candidates; unknown if these are too many
     */
    record Candidates(Optional<List<CandidateEntry>> few, boolean wider) {
    }

    /**
     * A page of results.
     *
     * @param total {@link #MOST_HITS} at most
     * @param labels of all these results, the best first
     * @param bestTier of the first result; -1 without one on the page
     */
    record SearchResult(int total, List<Labels> labels, List<Found> found, int bestTier) {
    }

    private final SqlReader rows;
    private final ObjectReader paragraphs;

    SearchRepository(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
    }

    private static NamedSql candidates(NamedSql matches, int most) {
        return SqlFile.read("search/candidates", Map.of("matches", matches.text(), "wider", SqlFile.read("search/wider").text(),
                "most", most, "mostWords", MOST_WORDS));
    }

    /** @param known entries that are left out */
    Candidates candidates(SearchOrder order, List<Long> known) {
        record Row(boolean few, Boolean wider, CandidateEntry entry) {
        }
        NamedSql sql = order.mostRanked() == SearchOrder.MOST_RANKED ? CANDIDATES : CANDIDATES_OF_A_NUMBER;
        List<Row> read = rows.read(sql.with("candidates", order.candidates().tsquery()).with("without", known)
                        .with("wider", order.hasCandidatesOfWider() ? null
                                : order.wider().map(wider -> wider.candidates().tsquery()).orElse(null)),
                row -> new Row(row.get("few", Boolean.class), row.get("wider", Boolean.class), row.text("slug") == null ? null : candidate(row)));
        return new Candidates(read.get(0).few ? Optional.of(read.stream().map(Row::entry).filter(Objects::nonNull).toList())
                : Optional.empty(), Boolean.TRUE.equals(read.get(0).wider));
    }

    /** A page of many results. The statement gives a row with the total even if the page is empty. */
    SearchResult bestOfMany(SearchOrder order, SearchWindow window) {
        record ResultPart(int total, String labels, int tier, Found found) {
        }
        List<ResultPart> parts = rows.read(BEST_OF_MANY.with("size", window.size()).with("offset", window.offset())
                .with("after", window.after())
                .with("tiers", order.tiers().stream().map(LexemeQuery::tsquery).toList())
                .with("rare", order.tiers().stream().map(order::isRare).toList()),
                row -> new ResultPart(row.get("total", Long.class).intValue(), row.text("all_labels"),
                        row.text("slug") == null ? 0 : row.get("tier", Long.class).intValue(),
                        row.text("slug") == null ? null
                        : new Found(row.get("place", Long.class).intValue(), row.get("entry", Long.class), match(row, Labels.read(row.text("labels"))))));
        return new SearchResult(parts.get(0).total, labels(parts.get(0).labels),
                parts.stream().map(ResultPart::found).filter(Objects::nonNull).toList(),
                window.isFirst() ? parts.get(0).tier - 1 : -1);
    }

    private static List<Labels> labels(String lines) {
        List<Labels> all = new ArrayList<>();
        for (int start = 0; lines != null && start < lines.length();) {
            int end = lines.indexOf('\n', start) < 0 ? lines.length() : lines.indexOf('\n', start);
            all.add(Labels.read(lines.substring(start, end)));
            start = end + 1;
        }
        return all;
    }

    /** The years of public directives, which are those of the entries. */
    List<Long> years() {
        return rows.read(YEARS, row -> row.get("year", Long.class));
    }

    /** Which of these folded words stand in a text that the public reads. */
    List<String> known(List<String> words) {
        return rows.read(KNOWN_WORDS.with("words", words), row -> row.text("word"));
    }

    /** Suggestions in the order of tiers, inside a tier the newest first. */
    List<FoundArticle> suggest(List<String> tiers) {
        return rows.read(SUGGEST.with("tiers", tiers), SearchRepository::article);
    }

    private CandidateEntry candidate(ResultRow row) {
        Labels labels = Labels.read(row.text("labels"));
        SearchMatch match = match(row, labels);
        EntryText text = match.eId != null
                ? EntryText.ofSection(match.marker, match.heading, match.paragraphs.stream().map(ParagraphView::text).toList(),
                        labels)
                : EntryText.of(new Article(match.article.article.title(), match.summary, row.text("byline"), match.body,
                        row.text("own_title"), row.get("directive_issued_on", LocalDate.class)), labels);
        return new CandidateEntry(row.get("entry", Long.class), row.get("length", Integer.class), match, text, labels);
    }

    private SearchMatch match(ResultRow row, Labels labels) {
        byte[] written = row.utf8("paragraphs");
        return new SearchMatch(article(row), row.text("eid"), row.text("marker"), row.text("heading"), row.text("summary"),
                row.text("body"), written == null ? List.of() : read(written, paragraphs), labels.tags(),
                labels.category());
    }

    private static FoundArticle article(ResultRow row) {
        return new FoundArticle(
                new ArticleRef(row.get("article_id", UUID.class), row.text("slug"), row.text("state"), row.text("title")),
                DirectiveView.read(row, "directive_"), row.get("published_at", Instant.class));
    }

    private static <T> List<T> read(byte[] json, ObjectReader list) {
        try {
            return list.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
