package vn.loa.changes.chunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.cache.ReadsAtReplica;
import vn.loa.category.ArticleCategories;
import vn.loa.http.ApiPaths;
import vn.loa.http.client.RequestCost;
import vn.loa.listing.Cursor;
import vn.loa.listing.Page;
import vn.loa.problem.Problem;

/** The published text, provision by provision, for search engines and language models. */
@Path(ApiPaths.V1)
public class ChunkResource {

    private static final String LINES = "application/x-ndjson";
    private static final int DEFAULT_SIZE = 100;
    private static final int MOST = 500;
    private static final String CURSOR = "cursor";
    private static final String SINCE = "since";

    private final ChunkPages pages;
    private final ArticleCategories categories;
    private final ObjectMapper json;

    ChunkResource(ChunkPages pages, ArticleCategories categories, ObjectMapper json) {
        this.pages = pages;
        this.categories = categories;
        this.json = json.copy().disable(SerializationFeature.INDENT_OUTPUT);
    }

    @GET
    @NoCache
    @ReadsAtReplica
    @Path("/chunks")
    @Produces(MediaType.APPLICATION_JSON)
    @RequestCost(5)
    public RestResponse<ChunksView> list(@QueryParam(CURSOR) String cursor, @QueryParam(SINCE) String since, @QueryParam("size") Integer size,
            @QueryParam("article") UUID article, @QueryParam("type") String type, @QueryParam("category") String category,
            @QueryParam("inForceOn") LocalDate inForceOn, UriInfo uri) {
        ChunksView page = page(cursor, since, size, filter(article, type, category, inForceOn));
        return linked(RestResponse.ResponseBuilder.ok(page), page, since, uri).build();
    }

    /** An address of its own, because generated clients expect one media type of an operation. */
    @GET
    @NoCache
    @ReadsAtReplica
    @Path("/chunks.ndjson")
    @Produces(LINES)
    @RequestCost(5)
    public RestResponse<String> lines(@QueryParam(CURSOR) String cursor, @QueryParam(SINCE) String since, @QueryParam("size") Integer size,
            @QueryParam("article") UUID article, @QueryParam("type") String type, @QueryParam("category") String category,
            @QueryParam("inForceOn") LocalDate inForceOn, UriInfo uri) throws JsonProcessingException {
        ChunksView page = page(cursor, since, size, filter(article, type, category, inForceOn));
        StringBuilder lines = new StringBuilder();
        for (RemovedChunkView removed : page.removed()) {
            line(lines, Map.of("removed", removed));
        }
        for (ChunkView chunk : page.items()) {
            line(lines, chunk);
        }
        line(lines, Map.of("page", new PageLine(page.nextCursor(), page.since(), page.more())));
        return linked(RestResponse.ResponseBuilder.ok(lines.toString()), page, since, uri).build();
    }

    /** The last line of a page. */
    private record PageLine(String nextCursor, String since, boolean more) {
    }

    private void line(StringBuilder lines, Object value) throws JsonProcessingException {
        lines.append(json.writeValueAsString(value)).append('\n');
    }

    private static <T> RestResponse.ResponseBuilder<T> linked(RestResponse.ResponseBuilder<T> answer, ChunksView page, String since,
            UriInfo uri) {
        return page.nextCursor() == null || since != null ? answer
                : answer.header("Link", Page.nextLink(uri, CURSOR, page.nextCursor()));
    }

    private ChunkFilter filter(UUID article, String type, String category, LocalDate inForceOn) {
        List<UUID> below = category == null ? null : categories.below(List.of(category));
        return new ChunkFilter(article, type, below, inForceOn);
    }

    private ChunksView page(String cursor, String since, Integer wanted, ChunkFilter filter) {
        int size = wanted == null ? DEFAULT_SIZE : wanted;
        if (size < 1 || size > MOST) {
            throw Problem.invalidParameter("size", "out-of-range", "must be between 1 and " + MOST).asException();
        }
        if (cursor != null && since != null) {
            throw Problem.invalidParameter(CURSOR, "exclusive", "must not be given together with since").asException();
        }
        if (cursor != null) {
            return pages.page(ChunkCursor.parse(cursor), filter, size);
        }
        return since == null ? pages.first(filter, size) : pages.changed(number(since), filter, size);
    }

    private static long number(String since) {
        long number = Cursor.parse(SINCE, since, 1).number(0);
        if (number < 0) {
            throw Problem.invalidParameter(SINCE, "invalid-cursor", "is not a cursor that this list gave").asException();
        }
        return number;
    }
}
