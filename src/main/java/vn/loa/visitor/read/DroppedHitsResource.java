package vn.loa.visitor.read;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.loa.article.Site;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.problem.Problem;
import vn.loa.sql.SqlReader;
import vn.loa.visitor.DroppedHitsView;

/** Says how many hits were not counted, and why, so that an operator can judge the counters. */
@Path(ApiPaths.V1 + "/visitors/refusals")
@RolesAllowed(Roles.ADMIN)
public class DroppedHitsResource {

    private static final int MOST_DAYS = 366;

    /** The hits that were not counted, by day and reason, as JSON. */
    public record DroppedHitsList(
            List<DroppedHitsView> items) {
    }

    private final SqlReader rows;
    private final Site site;
    private final Clock clock;

    DroppedHitsResource(SqlReader rows, Site site, Clock clock) {
        this.rows = rows;
        this.site = site;
        this.clock = clock;
    }

    @GET
    public DroppedHitsList list(
            @QueryParam("firstDay") LocalDate firstDay,
            @QueryParam("lastDay") LocalDate lastDay) {
        LocalDate last = lastDay == null ? LocalDate.ofInstant(clock.instant(), site.zone()) : lastDay;
        LocalDate first = firstDay == null ? last.minusDays(29) : firstDay;
        long days = ChronoUnit.DAYS.between(first, last);
        if (days < 0 || days >= MOST_DAYS) {
            throw Problem.invalidParameter("firstDay", "out-of-range",
                    "must not be after 'lastDay', nor " + MOST_DAYS + " days or more before it").asException();
        }
        return new DroppedHitsList(rows.read("""
                select day, reason, refused from dropped_hit where day between ? and ? order by day desc, reason""",
                row -> new DroppedHitsView(row.get("day", LocalDate.class), row.text("reason"), row.get("refused", Long.class)),
                first, last));
    }
}
