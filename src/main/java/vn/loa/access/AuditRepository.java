package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.SortOrder;

/** The stored entries of the audit log. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntry, Long> {

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.instant("at", "at"), ListField.integer("id", "id"));

    /** The page's entries, and one more when others follow. */
    List<AuditEntry> newest(AuditFilter filter, PageQuery page) {
        AuditFilter.Condition condition = filter.condition().and(page.after());
        return find(condition.text() + " order by " + page.orderBy(), condition.values())
                .range(page.offset(), page.offset() + page.limit()).list();
    }

    long count(AuditFilter filter) {
        AuditFilter.Condition condition = filter.condition();
        return count(condition.text(), condition.values());
    }
}
