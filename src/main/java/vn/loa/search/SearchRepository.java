package vn.loa.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.ParagraphView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads the search index, the table {@code search_entry}. Each request takes one statement, without a transaction. */
@Startup
@ApplicationScoped
class SearchRepository {

    /** The limit of results: later matches are neither counted nor reachable by paging. */
    static final int MOST_HITS = 500;
    /** The limit of titles that are compared for suggestions. */
    private static final int MOST_TITLES = 50;

    private static final NamedSql SEARCH = SqlFile.read("search/search", Map.of("mostHits", MOST_HITS));
    private static final NamedSql SUGGEST = SqlFile.read("search/suggest", Map.of("mostTitles", MOST_TITLES));

    /** The article of a result. */
    record FoundArticle(ArticleRef article, DirectiveView directive, Instant firstPublishedAt) {
    }

    /**
     * An entry of the index that matches.
     *
     * @param eId of the section; null for an article, as are marker and heading
     * @param text of an article: summary and body, one line per paragraph; null for a section, or for an article
     *     without text
     * @param paragraphs of a section
     */
    record SearchMatch(FoundArticle article, String eId, String marker, String heading, String text,
            List<ParagraphView> paragraphs) {
    }

    /** A value of a facet, and the number of results with it. */
    record FacetCount(String facet, String value, int n) {
    }

    /** A page of results. */
    record SearchResult(int total, List<FacetCount> facets, List<SearchMatch> found) {
    }

    private final SqlReader rows;
    private final ObjectReader facetCounts;
    private final ObjectReader paragraphs;

    SearchRepository(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.facetCounts = json.readerForListOf(FacetCount.class);
        this.paragraphs = json.readerForListOf(ParagraphView.class);
    }

    /** Returns a page of results. The statement gives a row with the total even if there are no results. */
    SearchResult search(SearchOrder tiers, int offset, int size) {
        record ResultPart(int total, List<FacetCount> facets, SearchMatch found) {
        }
        List<ResultPart> parts = rows.read(SEARCH.with("candidates", tiers.candidateQuery()).with("mostRanked", tiers.mostRanked())
                .with("words", tiers.words()).with("tiers", tiers.queries()).with("size", size).with("offset", offset),
                row -> new ResultPart(row.get("total", Long.class).intValue(), facets(row), found(row)));
        return new SearchResult(parts.get(0).total, parts.get(0).facets,
                parts.stream().map(ResultPart::found).filter(Objects::nonNull).toList());
    }

    /** Suggestions in the order of tiers, inside a tier the newest first. */
    List<FoundArticle> suggest(List<String> tiers) {
        return rows.read(SUGGEST.with("tiers", tiers), SearchRepository::article);
    }

    /** The facets, which only the first row has. */
    private List<FacetCount> facets(ResultRow row) {
        String counted = row.text("facets");
        return counted == null ? List.of() : read(counted, facetCounts);
    }

    /** The result in this row; null in the row that has only the total. */
    private SearchMatch found(ResultRow row) {
        if (row.text("slug") == null) {
            return null;
        }
        String written = row.text("paragraphs");
        return new SearchMatch(article(row), row.text("eid"), row.text("marker"), row.text("heading"), row.text("text"),
                written == null ? List.of() : read(written, paragraphs));
    }

    private static FoundArticle article(ResultRow row) {
        return new FoundArticle(
                new ArticleRef(row.get("article_id", UUID.class), row.text("slug"), row.text("state"), row.text("title")),
                DirectiveView.read(row, "directive_"), row.get("published_at", Instant.class));
    }

    private static <T> List<T> read(String text, ObjectReader list) {
        try {
            return list.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
