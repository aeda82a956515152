package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.loa.listing.Cursor;

/** The stored entries of the audit log. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntry, Long> {

    private static final String NEWEST_FIRST = " order by at desc, id desc";

    List<AuditEntry> newest(AuditFilter filter, int offset, int limit) {
        AuditFilter.Condition condition = filter.condition();
        return find(condition.text() + NEWEST_FIRST, condition.values()).range(offset, offset + limit - 1).list();
    }

    /** The entries that follow the one at which the cursor was made. */
    List<AuditEntry> newestAfter(AuditFilter filter, Cursor cursor, int limit) {
        AuditFilter.Condition condition = filter.condition().and("(at < :lastAt or at = :lastAt and id < :lastId)",
                Map.of("lastAt", cursor.instant(0), "lastId", cursor.number(1)));
        return find(condition.text() + NEWEST_FIRST, condition.values()).range(0, limit - 1).list();
    }

    static Cursor cursorAt(AuditEntry entry) {
        return Cursor.of(entry.at(), entry.id());
    }

    long count(AuditFilter filter) {
        AuditFilter.Condition condition = filter.condition();
        return count(condition.text(), condition.values());
    }
}
