package vn.loa.article.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final TransactionSynchronizationRegistry transaction;

    ScheduleRepository(SqlReader rows, TransactionSynchronizationRegistry transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    /** What the present transaction has read, by article: a publish asks four times what waits. */
    private static final class Known {
        private final Map<UUID, List<Schedule>> pending = new HashMap<>();
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

    /** What waits for its time, the next first. Read once in a transaction, because it changes only under the lock of the article. */
    public List<Schedule> pending(UUID article) {
        Map<UUID, List<Schedule>> known = known().pending;
        // Steps of a transaction that forget what they have read forget these, too.
        if (!known.getOrDefault(article, List.of()).stream().allMatch(getEntityManager()::contains)) {
            known.remove(article);
        }
        return known.computeIfAbsent(article, this::readPending).stream()
                .filter(schedule -> schedule.status() == Schedule.Status.PENDING).toList();
    }

    private Optional<Schedule> pending(UUID article, Action action) {
        return pending(article).stream().filter(schedule -> schedule.action() == action).findFirst();
    }

    private List<Schedule> readPending(UUID article) {
        return list("articleId = ?1 and status = 'pending' order by at, id", article);
    }

    /** The article was locked, or something was planned: what was read before may have changed. */
    public void forget(UUID article) {
        known().pending.remove(article);
    }

    /** The present transaction makes this article: nothing can wait for it. */
    public void begin(UUID article) {
        known().pending.put(article, List.of());
    }

    private Known known() {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return new Known();
        }
        Known known = (Known) transaction.getResource(Known.class);
        if (known == null) {
            known = new Known();
            transaction.putResource(Known.class, known);
        }
        return known;
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
