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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.access.AuditEvent;
import vn.loa.article.ArticleAddress;
import vn.loa.article.Site;
import vn.loa.article.read.PublicArticles;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.json.StrictJsonReader;
import vn.loa.sql.ReadServers;
import vn.loa.visitor.VisitorConfig;
import vn.loa.visitor.imported.ImportedCounters;
import vn.loa.visitor.imported.ImportedViews;

/** How often an article was read, in all and by period. Not part of the article, so that a view does not change it. */
@Path(ApiPaths.ARTICLES + "/{article}/views")
@Transactional
public class ViewsResource {

    /** Views as an admin sends them. */
    public record ViewCount(
            @NotNull(message = "must be given") @Min(value = 0, message = "must be at least {value}")
            @Max(value = ImportedCounters.MOST, message = "must be at most {value}")
            Long views) {
    }

    private final CounterHistory history;
    private final ImportedCounters counters;
    private final PublicArticles articles;
    private final VisitorConfig config;
    private final Site site;
    private final StrictJsonReader bodies;
    private final Event<AuditEvent> audit;
    private final Clock clock;
    private final ReadServers servers;

    ViewsResource(CounterHistory history, ImportedCounters counters, PublicArticles articles, VisitorConfig config, Site site,
            StrictJsonReader bodies, Event<AuditEvent> audit, Clock clock, ReadServers servers) {
        this.servers = servers;
        this.history = history;
        this.counters = counters;
        this.articles = articles;
        this.config = config;
        this.site = site;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @NoCache
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ViewsView views(@PathParam("article") ArticleAddress address) {
        servers.allowReplicaWithoutPrimary();
        return new ViewsView(history.views(articles.get(address).id()), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @GET
    @NoCache
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Path("/history")
    public RestResponse<Object> history(
            @PathParam("article") ArticleAddress address,
            @BeanParam HistoryRange asked, @Context HttpHeaders request) {
        String mediaType = CsvTable.chooseMediaType(request);
        HistoryRange range = asked.complete(today(), config.hoursKept());
        servers.allowReplicaWithoutPrimary();
        return CsvTable.respond(new ViewsHistoryView(range.interval(), site.zone().getId(), range.firstDay(), range.lastDay(),
                history.article(articles.get(address).id(), range)), mediaType);
    }

    @PUT
    @Path("/base")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Void> putBase(
            @PathParam("article") ArticleAddress address, JsonNode body) {
        UUID article = articles.idForChange(address);
        ViewCount count = bodies.read(body, ViewCount.class);
        counters.putArticleBase(article, count.views());
        record("visitors.put-base", article, Map.of("views", count.views()));
        return RestResponse.noContent();
    }

    @PUT
    @Path("/history/{day}")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Void> putDay(
            @PathParam("article") ArticleAddress address,
            @PathParam("day") LocalDate day, JsonNode body) {
        HistoryResource.requireOver(day, today());
        UUID article = articles.idForChange(address);
        ViewCount count = bodies.read(body, ViewCount.class);
        counters.putViews(List.of(new ImportedViews(article, day, count.views())));
        record("visitors.put-day", article, Map.of("day", day.toString(), "views", count.views()));
        return RestResponse.noContent();
    }

    private void record(String action, UUID article, Map<String, Object> details) {
        audit.fire(new AuditEvent(action, "article", article, null, null, details, null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.zone());
    }
}
