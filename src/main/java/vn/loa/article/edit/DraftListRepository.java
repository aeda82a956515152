package vn.loa.article.edit;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /** In these states; only those with a working copy, or all. */
    record Filter(List<String> states, boolean all) {
    }

    private static final DraftStatements OF_WORKING_COPIES = DraftStatements.of("", "w.updated_at");
    private static final DraftStatements OF_ALL = DraftStatements.of("left", "coalesce(w.updated_at, a.updated_at)");

    /** @param total the number of all; null when it was not counted */
    private record Counted(DraftView draft, Long total) {
    }

    /** The statements for a choice of articles, and the order in which they list them. */
    private record DraftStatements(PagedSql page, NamedSql count, SortOrder latestSavedFirst) {

        static DraftStatements of(String left, String savedAt) {
            NamedSql count = SqlFile.read("article/drafts-count", Map.of("left", left));
            return new DraftStatements(PagedSql.read("article/drafts", count, Map.of("left", left, "savedAt", savedAt)), count,
                    SortOrder.descending(ListField.instant("updatedAt", savedAt), ListField.id("a.id")));
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
        DraftStatements statements = filter.all() ? OF_ALL : OF_WORKING_COPIES;
        PageQuery query = paging.of(uri, statements.latestSavedFirst);
        List<Counted> found = rows.read(statements.page.page(query).with("states", filter.states()),
                row -> new Counted(view(row), row.get("total", Long.class)));
        return query.page(found.stream().map(Counted::draft).toList(), () -> found.isEmpty()
                ? query.totalOfEmptyPage(() -> rows.count(statements.count.with("states", filter.states()))) : found.get(0).total,
                draft -> List.of(draft.article().updatedAt(), draft.article().id()));
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
