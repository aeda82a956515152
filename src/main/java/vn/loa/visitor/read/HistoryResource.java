package vn.loa.visitor.read;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.access.AuditEvent;
import vn.loa.article.Site;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.Problem;
import vn.loa.sql.ReadServers;
import vn.loa.visitor.VisitorConfig;
import vn.loa.visitor.imported.ImportedCounters;
import vn.loa.visitor.imported.SiteDay;

/** The site's counters by period. Everybody may read them; an admin may set a day that is over. */
@Path(ApiPaths.V1 + "/visitors/history")
@Transactional
public class HistoryResource {

    private final CounterHistory history;
    private final ImportedCounters counters;
    private final VisitorConfig config;
    private final Site site;
    private final StrictJsonReader bodies;
    private final Event<AuditEvent> audit;
    private final Clock clock;
    private final ReadServers servers;

    HistoryResource(CounterHistory history, ImportedCounters counters, VisitorConfig config, Site site, StrictJsonReader bodies,
            Event<AuditEvent> audit, Clock clock, ReadServers servers) {
        this.servers = servers;
        this.history = history;
        this.counters = counters;
        this.config = config;
        this.site = site;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    /** A day's counters as an admin sends them. */
    public record DayRequest(
            @NotNull(message = "must be given") @Min(value = 0, message = "must be at least {value}")
            @Max(value = ImportedCounters.MOST, message = "must be at most {value}")
            Long visits,
            @Min(value = 0, message = "must be at least {value}") @Max(value = ImportedCounters.MOST, message = "must be at most {value}")
            Long visitors,
            @Min(value = 0, message = "must be at least {value}") @Max(value = ImportedCounters.MOST, message = "must be at most {value}")
            Long hits) {

        public DayRequest {
            visitors = visitors == null ? Long.valueOf(0) : visitors;
            hits = hits == null ? Long.valueOf(0) : hits;
        }
    }

    @GET
    @NoCache
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public RestResponse<Object> get(@BeanParam HistoryRange asked, @Context HttpHeaders request) {
        String mediaType = CsvTable.chooseMediaType(request);
        HistoryRange range = asked.complete(today(), config.hoursKept());
        servers.allowReplicaWithoutPrimary();
        return CsvTable.respond(new VisitorHistoryView(range.interval(), site.zone().getId(), range.firstDay(), range.lastDay(),
                history.site(range)), mediaType);
    }

    @PUT
    @Path("/{day}")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Void> put(
            @PathParam("day") LocalDate day, JsonNode body) {
        requireOver(day, today());
        DayRequest counted = bodies.read(body, DayRequest.class);
        counters.putDays(List.of(new SiteDay(day, counted.visits(), counted.visitors(), counted.hits())));
        audit.fire(new AuditEvent("visitors.put-day", "visitors", null, null, null, Map.of("day", day.toString(),
                "visits", counted.visits(), "visitors", counted.visitors(), "hits", counted.hits()), null));
        return RestResponse.noContent();
    }

    /** @throws ProblemException 400 naming the day, while it is still being counted */
    static void requireOver(LocalDate day, LocalDate today) {
        if (!day.isBefore(today)) {
            throw Problem.invalidParameter("day", "out-of-range", "must be before today, " + today).asException();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.zone());
    }
}
