package vn.loa.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.listing.Cursor;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;
import vn.loa.problem.Problem;
import vn.loa.sql.SqlReader;

/** Lists the audit log. */
@Path(ApiPaths.V1 + "/audit")
@RolesAllowed(Roles.ADMIN)
@Transactional
public class AuditResource {

    private final AuditRepository entries;
    private final SqlReader rows;

    AuditResource(AuditRepository entries, SqlReader rows) {
        this.rows = rows;
        this.entries = entries;
    }

    @GET
    public RestResponse<Page<AuditView>> list(
            @BeanParam AuditFilter filter,
            @BeanParam PageRequest paging,
            @QueryParam("cursor") String cursor,
            UriInfo uri) {
        if (cursor != null && paging.page() != null) {
            throw Problem.invalidParameter("cursor", "exclusive", "may not be used together with 'page'").asException();
        }
        rows.readOneMoment();
        // One entry more than asked for shows whether another page follows.
        List<AuditEntry> found = cursor == null
                ? entries.newest(filter, paging.offset(), paging.limit() + 1)
                : entries.newestAfter(filter, Cursor.parse(cursor, 2), paging.limit() + 1);
        List<AuditEntry> shown = found.stream().limit(paging.limit()).toList();
        List<AuditView> items = shown.stream().map(AuditEntry::view).toList();
        long total = entries.count(filter);
        Page<AuditView> page = cursor == null
                ? Page.of(items, total, paging) : Page.after(items, total, paging.limit());
        return page.continuing(found.size() > shown.size(),
                last -> AuditRepository.cursorAt(shown.get(shown.size() - 1))).answer(uri);
    }
}
