package vn.loa.article.edit;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.Draft;
import vn.loa.article.Pictures;
import vn.loa.article.State;
import vn.loa.article.read.ArticleRow;
import vn.loa.listing.ListField;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** What editors list: without bodies and sections, of which a page could have a hundred long ones. */
@Startup
@ApplicationScoped
class DraftListRepository {

    /**
     * In these states; only those with a working copy, or all.
     *
     * @param words all of which the text must have; null for any text
     */
    record Filter(List<String> states, boolean all, List<String> words) {

        NamedSql in(NamedSql statement) {
            NamedSql sql = statement.with("states", states);
            return words == null ? sql : sql.with("words", words);
        }
    }

    /** As many articles with the words are sorted, which takes some 50 ms. More are not counted. */
    private static final int FEW = 5000;
    private static final DraftStatements OF_WORKING_COPIES = DraftStatements.of(false);
    private static final DraftStatements OF_ALL = DraftStatements.of(true);
    private static final DraftStatements OF_WORKING_COPIES_BY_WORDS = DraftStatements.byWords(false);
    private static final DraftStatements OF_ALL_BY_WORDS = DraftStatements.byWords(true);

    /** @param total the number of all; null when it was not counted */
    private record Counted(DraftView draft, Long total) {
    }

    /** The statements for a choice of articles. */
    private record DraftStatements(PagedSql page, NamedSql count) {

        private static final SortOrder LATEST_SAVED_FIRST =
                SortOrder.descending(ListField.instant("updatedAt", "d.updated_at"), ListField.id("d.id"));

        /** @param all also those without a working copy */
        static DraftStatements of(boolean all) {
            return of(found(all, ""), all ? SqlFile.read("article/drafts-count-all") : SqlFile.read("article/drafts-count"));
        }

        static DraftStatements byWords(boolean all) {
            String left = all ? "left" : "";
            String articles = all ? articles(left, "", "coalesce(w.updated_at, a.updated_at)", "a.id") : edited();
            String many = found(all, SqlFile.read("article/drafts-have-words", Map.of("few", FEW)).text());
            return of(SqlFile.read("article/drafts-found-by-words",
                            forEachPage(Map.of("articles", articles, "many", many, "few", FEW))).text(),
                    SqlFile.read("article/drafts-count-by-words", Map.of("left", left, "few", FEW)));
        }

        private static DraftStatements of(String found, NamedSql count) {
            return new DraftStatements(PagedSql.of(SqlFile.read("article/drafts", Map.of("found", found)).text(), count), count);
        }

        private static String found(boolean all, String more) {
            if (!all) {
                return SqlFile.read("article/drafts-found", forEachPage(Map.of("edited", edited(), "more", more))).text();
            }
            String unedited = articles("left", "where w.article_id is null", "a.updated_at", "a.id");
            return SqlFile.read("article/drafts-found-all",
                    forEachPage(Map.of("edited", edited(), "unedited", unedited, "more", more))).text();
        }

        /** {@link PagedSql} knows two more, which differ for each page. */
        private static Map<String, Object> forEachPage(Map<String, Object> constants) {
            Map<String, Object> all = new HashMap<>(Map.of("after", "{after}", "total", "{total}"));
            all.putAll(constants);
            return all;
        }

        private static String edited() {
            return articles("", "", "w.updated_at", "w.article_id");
        }

        private static String articles(String left, String where, String savedAt, String id) {
            return SqlFile.read("article/drafts-articles", Map.of("left", left, "where", where, "savedAt", savedAt, "id", id)).text();
        }

        static DraftStatements of(Filter filter) {
            if (filter.words() == null) {
                return filter.all() ? OF_ALL : OF_WORKING_COPIES;
            }
            return filter.all() ? OF_ALL_BY_WORDS : OF_WORKING_COPIES_BY_WORDS;
        }
    }

    private final SqlReader rows;
    private final Pictures pictures;

    DraftListRepository(SqlReader rows, Pictures pictures) {
        this.rows = rows;
        this.pictures = pictures;
    }

    /** The latest saved first: one statement. */
    Page<DraftView> list(Filter filter, PageParameters paging, UriInfo uri) {
        DraftStatements statements = DraftStatements.of(filter);
        PageQuery query = paging.of(uri, DraftStatements.LATEST_SAVED_FIRST);
        List<Counted> found = rows.read(filter.in(statements.page.page(query)),
                row -> new Counted(view(row), row.get("total", Long.class)));
        return query.page(found.stream().map(Counted::draft).toList(), () -> found.isEmpty()
                ? query.totalOfEmptyPage(() -> total(filter.in(statements.count))) : found.get(0).total,
                draft -> List.of(draft.article().updatedAt(), draft.article().id()));
    }

    private Long total(NamedSql count) {
        return rows.read(count, row -> Optional.ofNullable(row.get("total", Long.class))).get(0).orElse(null);
    }

    private DraftView view(ResultRow row) {
        boolean edited = row.get("working_copy_id", Long.class) != null;
        Instant removedAt = row.get("removed_at", Instant.class);
        return new DraftView(ArticleRow.listed(row).picturing(pictures.view(row)), row.text("category_slug"), edited,
                Draft.allowed(State.of(row.text("state")), row.get("live_revision_id", Long.class) != null, edited,
                        row.get("scheduled", Boolean.class)),
                removedAt == null ? null : new DraftView.Removal(row.text("removal_explanation"), removedAt,
                        row.get("redirect_to", UUID.class)), null, null);
    }
}
