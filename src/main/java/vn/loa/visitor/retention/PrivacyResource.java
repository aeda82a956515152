package vn.loa.visitor.retention;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.http.ApiPaths;
import vn.loa.sql.ReadServers;
import vn.loa.sql.SqlReader;
import vn.loa.visitor.VisitorConfig;
import vn.loa.visitor.retention.PrivacyView.DayKeyEnd;
import vn.loa.visitor.retention.PrivacyView.KeptData;

/** Says what is kept of visitors, for how long, and when each day's key was destroyed. */
@Path(ApiPaths.V1 + "/visitors/privacy")
public class PrivacyResource {

    private static final String KEYS = "select day, destroyed_at from visitor_key_end order by day desc limit 366";
    private static final List<String> MEMORY = List.of("memory");
    private static final List<String> MEMORY_AND_UNLOGGED = List.of("memory", "unlogged-table");
    private static final List<String> TABLE = List.of("table");

    private final SqlReader rows;
    private final Site site;
    private final VisitorConfig config;
    private final ReadServers servers;

    PrivacyResource(SqlReader rows, Site site, VisitorConfig config, ReadServers servers) {
        this.servers = servers;
        this.rows = rows;
        this.site = site;
        this.config = config;
    }

    @GET
    public RestResponse<PrivacyView> privacy() {
        servers.allowReplicaWithoutPrimary();
        PrivacyView view = new PrivacyView(site.zone().getId(), kept(), rows.read(KEYS,
                row -> new DayKeyEnd(row.get("day", LocalDate.class), row.get("destroyed_at", Instant.class))));
        return RestResponse.ResponseBuilder.ok(view).header("Cache-Control", "public, max-age=60").build();
    }

    /** What {@link vn.loa.visitor.count.DayKeys} and {@link VisitorRetention} do, in words. */
    private List<KeptData> kept() {
        return List.of(
                new KeptData("address", "identifying", MEMORY, "hit-stored", null),
                new KeptData("user-agent", "identifying", MEMORY, "hit-stored", null),
                new KeptData("address-limit", "identifying", MEMORY, "limit-refilled", null),
                new KeptData("day-key", "pseudonymous", MEMORY_AND_UNLOGGED, "key-destroyed", null),
                new KeptData("visitor-hash", "pseudonymous", MEMORY_AND_UNLOGGED, "key-destroyed", null),
                new KeptData("view-hash", "pseudonymous", MEMORY_AND_UNLOGGED, "key-destroyed", null),
                new KeptData("hit-id", "anonymous", TABLE, "days", 1),
                new KeptData("sums-by-hour", "anonymous", TABLE, "days", config.hoursKept()),
                new KeptData("sums-by-day", "anonymous", TABLE, "forever", null));
    }
}
