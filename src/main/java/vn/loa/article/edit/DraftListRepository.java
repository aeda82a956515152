package vn.loa.article.edit;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.Draft;
import vn.loa.article.State;
import vn.loa.article.read.ArticleRow;
import vn.loa.listing.Cursor;
import vn.loa.listing.PageRequest;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** What editors list: without bodies and sections, of which a page could have a hundred long ones. */
@Startup
@ApplicationScoped
class DraftListRepository {

    /** In these states; only those with a working copy, or all. */
    record Filter(Set<State> states, boolean all) {

        private List<String> words() {
            return states.stream().map(State::word).toList();
        }
    }

    /**
     * A page.
     *
     * @param more whether others follow
     * @param total of the whole list
     */
    record Part(List<DraftView> items, boolean more, long total) {
    }

    private static final DraftStatements OF_WORKING_COPIES = DraftStatements.of("", "w.updated_at");
    private static final DraftStatements OF_ALL = DraftStatements.of("left", "coalesce(w.updated_at, a.updated_at)");

    private record DraftStatements(NamedSql page, NamedSql pageAfter, NamedSql count) {

        static DraftStatements of(String left, String savedAt) {
            return new DraftStatements(page(left, savedAt, ""), page(left, savedAt, "and (" + savedAt + ", a.id) < (:after, :id)"),
                    SqlFile.read("article/drafts-count", Map.of("left", left)));
        }

        private static NamedSql page(String left, String savedAt, String after) {
            return SqlFile.read("article/drafts", Map.of("left", left, "savedAt", savedAt, "after", after));
        }
    }

    private final SqlReader rows;

    DraftListRepository(SqlReader rows) {
        this.rows = rows;
    }

    /**
     * The latest saved first: one statement.
     *
     * @param cursor null for a page by number
     */
    Part list(Filter filter, PageRequest paging, Cursor cursor) {
        DraftStatements statements = filter.all() ? OF_ALL : OF_WORKING_COPIES;
        NamedSql page = cursor == null ? statements.page.with("offset", paging.offset())
                : statements.pageAfter.with("offset", 0).with("after", cursor.instant(0)).with("id", cursor.uuid(1));
        record Counted(DraftView draft, long total) {
        }
        List<Counted> found = rows.read(page.with("states", filter.words()).with("limit", paging.limit() + 1),
                row -> new Counted(view(row), row.get("total", Long.class)));
        List<DraftView> shown = found.stream().limit(paging.limit()).map(Counted::draft).toList();
        return new Part(shown, found.size() > shown.size(), found.isEmpty() ? totalOfNone(filter, paging, cursor)
                : found.get(0).total);
    }

    /** No more than were skipped. */
    private long totalOfNone(Filter filter, PageRequest paging, Cursor cursor) {
        if (cursor == null && paging.offset() == 0) {
            return 0;
        }
        long total = rows.count((filter.all() ? OF_ALL : OF_WORKING_COPIES).count.with("states", filter.words()));
        return cursor == null ? Math.min(total, paging.offset()) : total;
    }

    private static DraftView view(ResultRow row) {
        boolean edited = row.get("working_copy_id", Long.class) != null;
        Instant removedAt = row.get("removed_at", Instant.class);
        return new DraftView(ArticleRow.listed(row), edited,
                Draft.allowed(State.of(row.text("state")), row.get("live_revision_id", Long.class) != null, edited,
                        row.get("scheduled", Boolean.class)),
                removedAt == null ? null : new DraftView.Removal(row.text("removal_explanation"), removedAt,
                        row.get("redirect_to", UUID.class)), null, null);
    }
}
