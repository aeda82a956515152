package vn.loa.visitor.read;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.article.Site;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.problem.Problem;
import vn.loa.sql.SqlReader;
import vn.loa.visitor.DroppedHitsView;

/** Says how many hits were not counted, and why, so that an operator can judge the counters. */
@Path(ApiPaths.V1 + "/visitors/refusals")
@Tag(name = "visitors")
@RolesAllowed(Roles.ADMIN)
public class DroppedHitsResource {

    private static final int MOST_DAYS = 366;

    /** The hits that were not counted, by day and reason, as JSON. */
    @Schema(name = "HitRefusals", description = "Hits that were not counted.")
    public record DroppedHitsList(
            @Schema(description = "The latest day first.", required = true) List<DroppedHitsView> items) {
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
    @Operation(operationId = "listHitRefusals", summary = "Hits that were not counted, and why",
            description = "By day and reason, of all instances; up to a second old. The same is in the metrics, as "
                    + "`loa_hits_refused_total`.")
    @APIResponse(responseCode = "200", description = "The days on which hits were refused.")
    public DroppedHitsList list(
            @Parameter(description = "The first day; unless it is given, 29 days before `to`.", example = "2026-07-01")
            @QueryParam("from") LocalDate from,
            @Parameter(description = "The last day, which is included; unless it is given, today.", example = "2026-07-31")
            @QueryParam("to") LocalDate to) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), site.zone()) : to;
        LocalDate first = from == null ? last.minusDays(29) : from;
        long days = ChronoUnit.DAYS.between(first, last);
        if (days < 0 || days >= MOST_DAYS) {
            throw Problem.invalidParameter("from", "out-of-range",
                    "must not be after 'to', nor " + MOST_DAYS + " days or more before it").asException();
        }
        return new DroppedHitsList(rows.read("""
                select day, reason, refused from dropped_hit where day between ? and ? order by day desc, reason""",
                row -> new DroppedHitsView(row.get("day", LocalDate.class), row.text("reason"), row.get("refused", Long.class)),
                first, last));
    }
}
