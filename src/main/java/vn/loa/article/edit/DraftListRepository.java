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
    private static final DraftStatements OF_WORKING_COPIES = DraftStatements.of("", "w.updated_at", false);
    private static final DraftStatements OF_ALL = DraftStatements.of("left", "coalesce(w.updated_at, a.updated_at)", false);
    private static final DraftStatements OF_WORKING_COPIES_BY_WORDS = DraftStatements.of("", "w.updated_at", true);
    private static final DraftStatements OF_ALL_BY_WORDS = DraftStatements.of("left", "coalesce(w.updated_at, a.updated_at)", true);

    /** @param total the number of all; null when it was not counted */
    private record Counted(DraftView draft, Long total) {
    }

    /** The statements for a choice of articles, and the order in which they list them. */
    private record DraftStatements(PagedSql page, NamedSql count, SortOrder latestSavedFirst) {

        static DraftStatements of(String left, String savedAt, boolean byWords) {
            NamedSql count = byWords ? SqlFile.read("article/drafts-count-by-words", Map.of("left", left, "few", FEW))
                    : SqlFile.read("article/drafts-count", Map.of("left", left));
            // These two differ for each page: PagedSql knows them.
            Map<String, Object> constants = new HashMap<>(Map.of("left", left, "savedAt", savedAt, "after", "{after}", "total", "{total}"));
            if (byWords) {
                constants.put("few", FEW);
            }
            NamedSql found = byWords ? SqlFile.read("article/drafts-found-by-words", constants)
                    : SqlFile.read("article/drafts-found", constants);
            return new DraftStatements(PagedSql.of(
                    SqlFile.read("article/drafts", Map.of("found", found.text())).text(), count), count,
                    SortOrder.descending(ListField.instant("updatedAt", savedAt), ListField.id("a.id")));
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
        PageQuery query = paging.of(uri, statements.latestSavedFirst);
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
