package vn.loa.article.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.Action;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/** The schedules. */
@ApplicationScoped
public class ScheduleRepository implements PanacheRepositoryBase<Schedule, UUID> {

    private static final int AT_ONCE = 100;
    private static final NamedSql ALL = NamedSql.of("1 = 1");
    static final SortOrder LATEST_FIRST = SortOrder.descending(ListField.instant("at", "at"), ListField.id("id"));

    private final SqlReader rows;

    ScheduleRepository(SqlReader rows) {
        this.rows = rows;
    }

    /** The ids of those whose time has come, the earliest first. */
    List<UUID> due(Instant now) {
        return rows.read("select id from schedule where status = 'pending' and at <= ? order by at, id limit ?",
                row -> row.get("id", UUID.class), now, AT_ONCE);
    }

    /** Null when it has been deleted with its article. */
    UUID articleOf(UUID id) {
        return getEntityManager().createQuery("select articleId from Schedule where id = ?1", UUID.class)
                .setParameter(1, id).getResultList().stream().findFirst().orElse(null);
    }

    public boolean isPending(UUID article, Action action) {
        return pending(article, action).isPresent();
    }

    /** What waits for its time, the next first. */
    public List<Schedule> pending(UUID article) {
        return list("articleId = ?1 and status = 'pending' order by at, id", article);
    }

    private Optional<Schedule> pending(UUID article, Action action) {
        return find("articleId = ?1 and action = ?2 and status = 'pending'", article, action.word()).firstResultOptional();
    }

    /** Ends the one that waits for this, if there is one. */
    public void cancel(UUID article, Action action, String why, Instant now) {
        pending(article, action).ifPresent(schedule -> schedule.end(Schedule.Status.CANCELLED, why, now));
    }

    /** The page's schedules, and one more when others follow. */
    List<Schedule> latest(NamedSql filter, PageQuery page) {
        NamedSql condition = ALL.and(filter).and(page.after());
        return find(condition.text() + " order by " + page.orderBy(), condition.values())
                .range(page.offset(), page.offset() + page.limit()).list();
    }

    long count(NamedSql filter) {
        NamedSql condition = ALL.and(filter);
        return count(condition.text(), condition.values());
    }
}
