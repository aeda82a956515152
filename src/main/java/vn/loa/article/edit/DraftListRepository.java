package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
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
import vn.loa.sql.SqlReader;

/** What editors list: without bodies and sections, of which a page could have a hundred long ones. */
@ApplicationScoped
class DraftListRepository {

    /** In these states; only those with a working copy, or all. */
    record Filter(Set<State> states, boolean all) {

        private String from() {
            return " from article a " + (all ? "left " : "") + "join revision w on w.article_id = a.id and w.number is null"
                    + " where a.state = any (:states)";
        }

        private String savedAt() {
            return all ? "coalesce(w.updated_at, a.updated_at)" : "w.updated_at";
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

    /** The text that editors see of it is {@code r}: the working copy, or else what is published. */
    private static final String PAGE = """
            select p.*, live.number, r.published_at, r.language, r.title, r.summary, r.byline, r.tags, r.directive_type,
                r.directive_number, r.directive_issuer, r.directive_issued_on, r.directive_title,
                exists (select from schedule s where s.article_id = p.id and s.action = 'publish' and s.status = 'pending')
                    as scheduled
            from (select a.id, coalesce(w.slug, a.slug) as slug, a.state, a.first_published_at, a.public_updated_at,
                    a.withdrawal_explanation, a.withdrawn_at, a.removal_explanation, a.removed_at, a.redirect_to,
                    a.live_revision_id, w.id as working_copy_id, %1$s as updated_at, (select count(*) %2$s) as total
                %2$s %3$s
                order by %1$s desc, a.id desc limit :limit offset :offset) p
            left join revision live on live.id = p.live_revision_id
            join revision r on r.id = coalesce(p.working_copy_id, p.live_revision_id)
            order by p.updated_at desc, p.id desc""";

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
        Map<String, Object> values = new HashMap<>();
        values.put("states", filter.states().stream().map(State::word).toList());
        values.put("limit", paging.limit() + 1);
        values.put("offset", cursor == null ? paging.offset() : 0);
        if (cursor != null) {
            values.put("after", cursor.instant(0));
            values.put("id", cursor.uuid(1));
        }
        record Counted(DraftView draft, long total) {
        }
        List<Counted> found = rows.read(new NamedSql(PAGE.formatted(filter.savedAt(), filter.from(),
                cursor == null ? "" : "and (" + filter.savedAt() + ", a.id) < (:after, :id)"), values),
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
        long total = rows.count(new NamedSql("select count(*) as total" + filter.from(),
                Map.of("states", filter.states().stream().map(State::word).toList())));
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
