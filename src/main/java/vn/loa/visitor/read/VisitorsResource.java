package vn.loa.visitor.read;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.http.ApiPaths;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ReadServers;
import vn.loa.visitor.read.ViewCounts.ArticleViewCount;

/** The site's counters and their stream. Both come from memory, so that readers cost the database next to nothing. */
@Path(ApiPaths.V1 + "/visitors")
@NonBlocking
public class VisitorsResource {

    /** No cache keeps the stream, and no proxy compresses it, which would hold events back. */
    private static final String UNTOUCHED = "no-store, no-transform";

    private final VisitorsSnapshot snapshot;
    private final VisitorsStream stream;
    private final ViewCounts views;
    private final Clock clock;
    private final ReadServers servers;

    VisitorsResource(VisitorsSnapshot snapshot, VisitorsStream stream, ViewCounts views, Clock clock, ReadServers servers) {
        this.servers = servers;
        this.snapshot = snapshot;
        this.stream = stream;
        this.views = views;
        this.clock = clock;
    }

    @GET
    public RestResponse<VisitorsView> visitors() {
        return RestResponse.ResponseBuilder.ok(snapshot.latest()).header("Cache-Control", "public, max-age=1").build();
    }

    /** Blocking, because the article is looked up. */
    @GET
    @Path("/stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public RestResponse<Object> stream(
            @QueryParam("article") ArticleAddress article,
            @Context RoutingContext context) {
        ArticleViewCount watched = article == null ? null : find(article);
        RestResponse.ResponseBuilder<Object> answer = RestResponse.ResponseBuilder.ok()
                .header("Content-Type", MediaType.SERVER_SENT_EVENTS).header("Cache-Control", UNTOUCHED)
                // nginx would hold events back until some kilobytes have come.
                .header("X-Accel-Buffering", "no");
        // HEAD ends at once and takes no place.
        return context.request().method() == HttpMethod.HEAD ? answer.build()
                : answer.entity(listener(context, watched)).build();
    }

    private StreamListener listener(RoutingContext context, ArticleViewCount watched) {
        return watched == null ? stream.listen(context, null, null)
                : stream.listen(context, watched.article().id(),
                        new ViewsView(watched.views(), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    private ArticleViewCount find(ArticleAddress article) {
        servers.allowReplicaWithoutPrimary();
        ArticleViewCount found = views.of(List.of(article)).get(article);
        if (found == null) {
            throw Problem.of(ProblemType.NOT_FOUND, "No published article has the address in 'article'.")
                    .withError(new Problem.FieldError(null, "article", "not-found", "is the id or slug of no published article"))
                    .asException();
        }
        return found;
    }
}
