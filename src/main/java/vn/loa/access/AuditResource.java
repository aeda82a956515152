package vn.loa.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.listing.FilteredBy;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/** Lists the audit log. */
@Path(ApiPaths.V1 + "/audit")
@RolesAllowed(Roles.ADMIN)
@Transactional
public class AuditResource {

    private static final AuditFilters FILTERS = new AuditFilters();

    private final AuditRepository entries;
    private final SqlReader rows;

    AuditResource(AuditRepository entries, SqlReader rows) {
        this.rows = rows;
        this.entries = entries;
    }

    @GET
    @FilteredBy(AuditFilters.class)
    public RestResponse<Page<AuditView>> list(
            @BeanParam PageParameters paging,
            UriInfo uri) {
        PageQuery query = paging.of(uri, AuditRepository.NEWEST_FIRST);
        NamedSql filter = FILTERS.conditions(uri);
        rows.readOneMoment();
        Page<AuditEntry> page = query.page(entries.newest(filter, query), () -> entries.count(filter),
                entry -> List.of(entry.at(), entry.id()));
        return page.withItems(page.items().stream().map(AuditEntry::view).toList()).answer(uri);
    }
}
