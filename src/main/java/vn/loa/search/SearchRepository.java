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
import java.util.stream.IntStream;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.search.index.EntryText.Article;
import vn.loa.search.index.EntryText.Labels;
import vn.loa.search.index.EntryText;
import vn.loa.search.known.InForceRows;
import vn.loa.search.known.KnownContent;
import vn.loa.search.known.KnownEntry;
import vn.loa.search.known.RankedEntry;
import vn.loa.search.known.SearchDay;
import vn.loa.search.known.TierRows.FoundTiers;
import vn.loa.search.known.TierRows.Tier;
import vn.loa.search.known.TierRows;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads the search index, the table {@code search_entry}, without a transaction. */
@Startup
@ApplicationScoped
class SearchRepository {

    /** The limit of results: later matches are neither counted nor reachable by paging. */
    static final int MOST_HITS = TierRows.MOST;
    /** The limit of titles that are compared for suggestions. */
    private static final int MOST_TITLES = 50;
    /** As many candidates as a page has by default. */
    private static final int MOST_SHOWN = 20;
    /** The words of all candidates together that are read to rank them: about 3 MB. */
    private static final int MOST_WORDS = 500_000;

    private static final CandidateStatements CANDIDATES = CandidateStatements.of(
            SqlFile.read("search/matches-newest-first"), SearchOrder.MOST_RANKED, SqlFile.read("search/wider").text());
    /** Few entries have the same number, and finding them at once takes a third of the time. */
    private static final CandidateStatements CANDIDATES_OF_A_NUMBER = CandidateStatements.of(
            SqlFile.read("search/matches"), SearchOrder.MOST_RANKED_OF_A_NUMBER, SqlFile.read("search/wider").text());
    /** Those of the wider search are looked for in any case: that takes no longer than seeing whether there are any. */
    private static final CandidateStatements CANDIDATES_OF_FEW_ARTICLES = CandidateStatements.of(
            SqlFile.read("search/matches-in-few-articles"), SearchOrder.MOST_RANKED, "cardinality((select :articles::uuid[])) > 0");
    private static final NamedSql SHOWN_ENTRIES = SqlFile.read("search/shown-entries");
    private static final NamedSql KNOWN_WORDS = SqlFile.read("search/known-words");
    private static final NamedSql SUGGEST = SqlFile.read("search/suggest", Map.of("mostTitles", MOST_TITLES));

    private static final NamedSql YEARS = NamedSql.of("select value::bigint as year from public_count "
            + "where field = 'directives.year' group by value having sum(change) > 0");

    /** @param wider also looks for candidates of the wider search, which takes PostgreSQL longer even where it has none to look for */
    private record CandidateStatements(NamedSql own, NamedSql wider) {

        private static CandidateStatements of(NamedSql matches, int most, String wider) {
            return new CandidateStatements(statement(matches, most, "null::boolean"), statement(matches, most, wider));
        }

        private static NamedSql statement(NamedSql matches, int most, String wider) {
            return SqlFile.read("search/candidates", Map.of("matches", matches.text(), "wider", wider,
                    "most", most, "mostWords", MOST_WORDS, "mostShown", MOST_SHOWN));
        }

        NamedSql of(SearchOrder order) {
            return order.hasCandidatesOfWider() || order.wider().isEmpty() ? own
                    : wider.with("wider", order.wider().get().candidates().tsquery());
        }
    }

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
     * @param force of the section or of the document; null where it was not read
     */
    record SearchMatch(FoundArticle article, String eId, String marker, String heading, String summary, String body,
            List<ParagraphView> paragraphs, List<String> tags, UUID category, ForceView force) {
    }

    /**
     * An entry that may match.
     *
     * @param length for its rank
     */
    record CandidateEntry(long id, int length, SearchMatch match, EntryText text, Counted counted) {
    }

    /**
     * What a result is counted by.
     *
     * @param status of the section or of the document; null where there is no document
     */
    record Counted(Labels labels, String status) {
    }

    /** @param place among all results, from 1 */
    record Found(int place, long entry, SearchMatch match) {
    }

    /**
     * What may be found.
     *
     * @param few all entries that may match; empty if they are too many to be ranked
     * @param wider whether the wider search has other candidates; unknown if these are too many
     * @param stamp of the public content
     */
    record Candidates(Optional<List<CandidateEntry>> few, boolean wider, UUID stamp) {
    }

    /**
     * A page of results.
     *
     * @param total {@link #MOST_HITS} at most
     * @param counted by what all these results are counted, the best first
     * @param bestTier of the first result; -1 without one on the page
     * @param seen of the best of many: how many entries were found, with those that are left out for their status; there may be more
     * @param stamp of the public content that was searched; null when nothing was found
     */
    record SearchResult(int total, List<Counted> counted, List<Found> found, int bestTier, int seen, UUID stamp) {
    }

    private final SqlReader rows;
    private final KnownContent known;
    private final TierRows tiers;
    private final InForceRows inForce;
    private final Forces forces;
    private final ObjectReader paragraphs;

    SearchRepository(SqlReader rows, KnownContent known, TierRows tiers, InForceRows inForce, Forces forces, ObjectMapper json) {
        this.rows = rows;
        this.known = known;
        this.tiers = tiers;
        this.inForce = inForce;
        this.forces = forces;
        this.paragraphs = json.readerForListOf(ParagraphView.class);
    }

    /** @param without entries that are left out */
    Candidates candidates(SearchOrder order, List<Long> without, SearchDay force) {
        record Row(boolean few, Boolean wider, UUID stamp, CandidateEntry entry) {
        }
        List<Row> read = rows.read(statement(order, force).with("candidates", order.candidates().tsquery()).with("without", without)
                .with("day", force.day()), row -> new Row(row.get("few", Boolean.class), row.get("wider", Boolean.class), row.get("stamp", UUID.class),
                        row.text("slug") == null ? null : candidate(row)));
        Row first = read.get(0);
        if (!first.few) {
            return new Candidates(Optional.empty(), false, first.stamp);
        }
        List<CandidateEntry> found = read.stream().map(Row::entry).filter(Objects::nonNull).toList();
        if (found.isEmpty() && without.isEmpty() && force.few().isEmpty()) {
            known.putUnmatched(order.candidates().tsquery(), first.stamp);
        }
        return new Candidates(Optional.of(found.stream().filter(entry -> force.allows(entry.counted.status())).toList()),
                Boolean.TRUE.equals(first.wider), first.stamp);
    }

    /** Whether it is known that nothing comes into question. */
    boolean isWithoutCandidates(SearchOrder order, UUID stamp) {
        return known.isUnmatched(order.candidates().tsquery(), stamp);
    }

    private static NamedSql statement(SearchOrder order, SearchDay force) {
        if (force.few().isPresent()) {
            return CANDIDATES_OF_FEW_ARTICLES.of(order).with("articles", force.few().get());
        }
        return (order.mostRanked() == SearchOrder.MOST_RANKED ? CANDIDATES : CANDIDATES_OF_A_NUMBER).of(order);
    }

    /** A page of many results. */
    SearchResult bestOfMany(SearchOrder order, SearchWindow window, SearchDay force) {
        FoundTiers found = tiers(order, force);
        SearchResult result = bestOf(found, window, force);
        // All of them are gone when the index was made anew meanwhile, or all have ended.
        return !found.isEmpty() && result.counted().isEmpty() ? bestOf(tiers(order, force), window, force) : result;
    }

    private FoundTiers tiers(SearchOrder order, SearchDay force) {
        List<Tier> asked = IntStream.range(0, order.tiers().size()).mapToObj(i -> new Tier(order.tiers().get(i).tsquery(),
                order.tiersAlone().get(i).tsquery(), order.isRare(order.tiers().get(i)))).toList();
        return force.inForceAlone() ? inForce.read(asked, force) : tiers.read(asked);
    }

    private SearchResult bestOf(FoundTiers found, SearchWindow window, SearchDay force) {
        if (found.isEmpty()) {
            return new SearchResult(0, List.of(), List.of(), -1, found.seen(), null);
        }
        List<Long> ids = found.tiers().stream().flatMap(tier -> tier.entries().stream()).toList();
        UUID stamp = found.tiers().get(0).stamp();
        long table = found.tiers().get(0).table();
        Map<Long, KnownEntry> entries = known.entries(ids, stamp, table);
        List<RankedEntry> hits = RankedEntry.inOrder(found.tiers().stream().flatMap(tier -> tier.entries().stream().map(entries::get)
                .filter(entry -> entry != null && force.allows(entry.statusOn(force.day()))).map(entry -> new RankedEntry(tier.tier(), entry))).toList());
        int shown = IntStream.range(0, hits.size()).filter(i -> hits.get(i).entry().id() == window.after()).map(i -> i + 1).findFirst()
                .orElse(Math.min(window.offset(), hits.size()));
        List<RankedEntry> page = hits.subList(shown, Math.min(shown + window.size(), hits.size()));
        return new SearchResult(ids.size() == MOST_HITS ? MOST_HITS : hits.size(),
                hits.stream().map(hit -> new Counted(hit.entry().labels(), hit.entry().statusOn(force.day()))).toList(), shown(page, shown, table, force),
                window.isFirst() && !page.isEmpty() ? page.get(0).tier() : -1, found.seen(), stamp);
    }

    /** @param before the number of results before the page */
    private List<Found> shown(List<RankedEntry> page, int before, long table, SearchDay force) {
        return page.isEmpty() ? List.of() : rows.read(SHOWN_ENTRIES.with("entries", page.stream().map(hit -> hit.entry().id()).toList())
                .with("table", table).with("day", force.day()), row -> {
                    int place = row.get("place", Long.class).intValue();
                    KnownEntry entry = page.get(place - 1).entry();
                    return new Found(before + place, entry.id(), match(row, entry.labels(), forces.read(row)));
                });
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
        SearchMatch match = match(row, labels, row.get("shown", Boolean.class) ? forces.read(row) : null);
        LocalDate issuedOn = row.get("directive_issued_on", LocalDate.class);
        EntryText text = match.eId != null
                ? EntryText.ofSection(match.marker, match.heading, match.paragraphs.stream().map(ParagraphView::text).toList(),
                        labels, issuedOn)
                : EntryText.of(new Article(match.article.article.title(), match.summary, row.text("byline"), match.body,
                        row.text("own_title"), issuedOn), labels);
        return new CandidateEntry(row.get("entry", Long.class), row.get("length", Integer.class), match, text,
                new Counted(labels, row.text("status")));
    }

    private SearchMatch match(ResultRow row, Labels labels, ForceView force) {
        byte[] written = row.utf8("paragraphs");
        return new SearchMatch(article(row), row.text("eid"), row.text("marker"), row.text("heading"), row.text("summary"),
                row.text("body"), written == null ? List.of() : read(written, paragraphs), labels.tags(),
                labels.category(), force);
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
