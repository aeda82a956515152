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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.access.AuditEvent;
import vn.loa.article.ArticleAddress;
import vn.loa.article.Site;
import vn.loa.article.read.PublicArticles;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.json.StrictJsonReader;
import vn.loa.visitor.VisitorConfig;

/** How often an article was read, in all and by period. Not part of the article, so that a view does not change it. */
@Path(ApiPaths.ARTICLES + "/{article}/views")
@Tag(name = "visitors")
@Transactional
public class ViewsResource {

    /** Views as an admin sends them. */
    @Schema(name = "ViewCount", description = "Views that an earlier system counted.")
    public record ViewCount(
            @Schema(description = "How many.", examples = "305", required = true)
            @NotNull(message = "must be given") @Min(value = 0, message = "must be at least {value}")
            @Max(value = HistoryResource.MOST, message = "must be at most {value}")
            Long views) {
    }

    private static final String EXAMPLE = "{\"views\": 305}";

    private final CounterHistory history;
    private final PublicArticles articles;
    private final VisitorConfig config;
    private final Site site;
    private final StrictJsonReader bodies;
    private final Event<AuditEvent> audit;
    private final Clock clock;

    ViewsResource(CounterHistory history, PublicArticles articles, VisitorConfig config, Site site, StrictJsonReader bodies,
            Event<AuditEvent> audit, Clock clock) {
        this.history = history;
        this.articles = articles;
        this.config = config;
        this.site = site;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @NoCache
    @Operation(operationId = "getViews", summary = "How often an article was read",
            description = "Not part of the article, so that a view does not change it.")
    @APIResponse(responseCode = "200", description = "The counter now.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public ViewsView views(@Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address) {
        return new ViewsView(history.views(articles.get(address).id()), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @GET
    @NoCache
    @Path("/history")
    @Operation(operationId = "getViewsHistory", summary = "How often an article was read in the past",
            description = "By hour, day or month, as JSON or, with `Accept: text/csv`, as CSV.")
    @APIResponse(responseCode = "200", description = "Every period of the range.", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ViewsHistoryView.class)),
        @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(
            name = "example", value = "period,start,views\r\n2026-07-15,2026-07-14T17:00:00Z,51\r\n"))})
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Object> history(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @BeanParam HistoryRange asked, @Context HttpHeaders request) {
        String mediaType = CsvTable.chooseMediaType(request);
        HistoryRange range = asked.complete(today(), config.hoursKept());
        return CsvTable.respond(new ViewsHistoryView(range.interval(), site.zone().getId(), range.from(), range.to(),
                history.article(articles.get(address).id(), range)), mediaType);
    }

    @PUT
    @Path("/base")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putViewsBase", summary = "Sets the base of an article's views",
            description = "Takes over what an earlier system counted. `views` is this and the views of every day. Doing it "
                    + "again changes nothing.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ViewCount.class), examples = @ExampleObject(name = "example", value = EXAMPLE)))
    @APIResponse(responseCode = "204", description = "The base is as it was sent.")
    @APIResponse(responseCode = "410", ref = "Problem410")
    @APIResponse(responseCode = "422", ref = "Problem422")
    public RestResponse<Void> putBase(
            @Parameter(description = ArticleAddress.ID_OR_SLUG, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address, JsonNode body) {
        UUID article = articles.idForChange(address);
        ViewCount count = bodies.read(body, ViewCount.class);
        history.putArticleBase(article, count.views());
        record("visitors.put-base", article, Map.of("views", count.views()));
        return RestResponse.noContent();
    }

    @PUT
    @Path("/history/{day}")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putViewsDay", summary = "Sets an article's views on a day that is over",
            description = "Takes over what an earlier system counted, or puts right what was counted here, which it "
                    + "replaces. All views of the article, and the site's of that day, change by as much. Doing it again "
                    + "changes nothing.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ViewCount.class), examples = @ExampleObject(name = "example", value = EXAMPLE)))
    @APIResponse(responseCode = "204", description = "The day is as it was sent.")
    @APIResponse(responseCode = "410", ref = "Problem410")
    @APIResponse(responseCode = "422", ref = "Problem422")
    public RestResponse<Void> putDay(
            @Parameter(description = ArticleAddress.ID_OR_SLUG, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @Parameter(description = "The day, before today, in the site's zone.", example = "2019-03-26")
            @PathParam("day") LocalDate day, JsonNode body) {
        HistoryResource.requireOver(day, today());
        UUID article = articles.idForChange(address);
        ViewCount count = bodies.read(body, ViewCount.class);
        history.putArticleDay(article, day, count.views());
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
