package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;

/** The stored entries of the audit log. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntry, Long> {

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.instant("at", "at"), ListField.integer("id", "id"));

    private static final NamedSql ALL = NamedSql.of("1 = 1");

    /** The page's entries, and one more when others follow. */
    List<AuditEntry> newest(NamedSql filter, PageQuery page) {
        NamedSql condition = ALL.and(filter).and(page.after());
        return find(condition.text() + " order by " + page.orderBy(), condition.values())
                .range(page.offset(), page.offset() + page.limit()).list();
    }

    long count(NamedSql filter) {
        NamedSql condition = ALL.and(filter);
        return count(condition.text(), condition.values());
    }
}
