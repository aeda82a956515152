package vn.loa.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.loa.http.CacheTagged;
import vn.loa.http.CrossOrigin;
import vn.loa.http.PathTag;
import vn.loa.http.RouteTemplate;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.answer.LargeAnswer;
import vn.loa.http.client.RequestEnd;
import vn.loa.http.pipeline.Stage;
import vn.loa.sql.ReadServers;

/**
 * Makes the responses that are not in the cache yet: turns a resource's entity into bytes with validators and stores
 * them. Requests for a response that another request is already making wait for it, so that a hundred readers of a new
 * article cost the database one read.
 */
class CacheFills {

    private static final String FILL = CacheFills.class.getName();
    /** Headers of a resource's response that this class replaces with its own. */
    private static final Set<String> REPLACED_HEADERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        REPLACED_HEADERS.addAll(List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY,
                HttpHeaders.ETAG, CacheTagged.HEADER));
    }

    private static final Set<Integer> CACHEABLE_STATUSES = Set.of(300, 301, 303, 404, 410);

    /**
     * @param generation where the response is stored; null when it is not
     * @param begun the one that was present at first
     * @param changeTimes read before the resource read anything, so that a later change cannot be missed; null when
     *     unknown
     */
    private record Fill(String key, Generation generation, InFlight inFlight, Generation begun, ChangeTimes changeTimes) {

        void end(CachedResponse cached) {
            if (generation != null) {
                generation.complete(key, inFlight, cached);
            }
        }
    }

    private final PublicCache cache;
    private final CachePolicy policy;
    private final ObjectMapper json;
    private final Clock clock;
    private final CrossOrigin origins;
    private final AnswerBudget budget;
    private final ReadServers servers;
    private final CacheMetrics metrics;

    CacheFills(PublicCache cache, CachePolicy policy, ObjectMapper json, Clock clock, CrossOrigin origins,
            AnswerBudget budget, ReadServers servers, CacheMetrics metrics) {
        this.metrics = metrics;
        this.budget = budget;
        this.servers = servers;
        this.cache = cache;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
        this.origins = origins;
    }

    @ReadsAtReplica
    @ServerRequestFilter(nonBlocking = true, priority = Stage.Rest.READ_SERVERS)
    void allowReplica(RoutingContext context) {
        boolean reads = context.request().method() == HttpMethod.GET || context.request().method() == HttpMethod.HEAD;
        if (reads && !CacheHits.wantsLatest(context.request())) {
            servers.allowReplica();
        }
    }

    @PublicAnswer
    @ServerRequestFilter(nonBlocking = true, priority = Stage.Rest.SHARED_ANSWER)
    Uni<Response> begin(RoutingContext context) {
        allowReplica(context);
        String key = context.get(CacheHits.CACHE_KEY);
        if (key != null) {
            metrics.miss();
        }
        Generation begun = cache.now().generation();
        ChangeTimes changeTimes = cache.changeTimes();
        Generation generation = key == null ? null : cache.current();
        InFlight own = new InFlight();
        InFlight other = generation == null ? null : generation.join(key, own);
        if (other == null) {
            Fill fill = new Fill(key, generation, own, begun, changeTimes);
            context.put(FILL, fill);
            // Ends the fill even if the request fails, so that other requests stop waiting for it.
            RequestEnd.of(context, () -> fill.end(null));
            return null;
        }
        context.put(FILL, new Fill(key, null, own, begun, changeTimes));
        return other.completed().map(cached -> cached == null || cached.isRedirect() ? null : Response.ok(cached).build());
    }

    @PublicAnswer
    @ServerResponseFilter(priority = Stage.Rest.CACHED_ANSWER)
    void finish(RoutingContext context, ContainerResponseContext response) {
        Fill fill = context.get(FILL);
        // What was begun before a change may be old: a cache outside could have been purged of it already, and would keep it. An
        // instance whose lease has ended meanwhile does not know whether there was one.
        ChangeTimes changeTimes = fill == null || fill.begun() != cache.now().generation() || cache.changeTimes() == null ? null
                : fill.changeTimes();
        if (response.getStatus() != 200) {
            boolean changesUnheard = response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL);
            if (CACHEABLE_STATUSES.contains(response.getStatus())) {
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, policy.header(changeTimes, clock.instant()));
                String tags = tags(context, response);
                response.getHeaders().remove(CacheTagged.HEADER);
                response.getHeaders().putSingle(policy.tagHeader().toString(), tags);
                String vary = origins.vary(vary(response));
                if (vary != null) {
                    response.getHeaders().putSingle(HttpHeaders.VARY, vary);
                }
                if (!changesUnheard) {
                    keepRedirect(fill, context, response);
                }
            }
            return;
        }
        CachedResponse cached = response.getEntity() instanceof CachedResponse made ? made
                : cachedResponse(context, response);
        if (fill != null) {
            fill.end(cached);
        }
        ConditionalReply reply = ConditionalReply.to(context.request(), cached, changeTimes, policy, clock.instant(), true);
        reply(reply, context.request(), response);
        if (cached.plain().bytes().length > LargeAnswer.PIECE) {
            budget.made(reply.encoding().bytes().length);
        }
    }

    /** A redirect to another site: its address is whole, and does not depend on how the client has named this one. */
    private static void keepRedirect(Fill fill, RoutingContext context, ContainerResponseContext response) {
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        if (fill == null || response.getStatus() != 301 || response.getEntity() != null || location == null
                || !location.startsWith("http")) {
            return;
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                values.forEach(value -> headers.add(Map.entry(name, value.toString())));
            }
        });
        fill.end(CachedResponse.redirect(headers, RouteTemplate.of(context.request())));
    }

    /** The {@code Vary} of the resource; empty when it set none. */
    private static List<String> vary(ContainerResponseContext response) {
        String vary = response.getHeaderString(HttpHeaders.VARY);
        return vary == null ? List.of() : List.of(vary);
    }

    private String tags(RoutingContext context, ContainerResponseContext response) {
        List<Object> given = response.getHeaders().get(CacheTagged.HEADER);
        String tags = TagHeader.of(context.normalizedPath(), PathTag.of(context), response.getEntity(), given == null ? null
                : given.stream().map(Object::toString).filter(some -> !some.isEmpty()).collect(Collectors.joining(" ")));
        return policy.tags(tags);
    }

    private static void reply(ConditionalReply reply, HttpServerRequest request, ContainerResponseContext response) {
        response.getHeaders().clear();
        reply.writeHeaders((name, value) -> response.getHeaders().putSingle(name.toString(), value.toString()));
        if (reply.notModified()) {
            response.setStatus(304);
            response.setEntity(null);
        } else if (request.method() == HttpMethod.HEAD) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, reply.encoding().bytes().length);
            response.setEntity(null);
        } else {
            byte[] bytes = reply.encoding().bytes();
            response.setEntity(bytes.length > LargeAnswer.PIECE ? new LargeAnswer(bytes) : bytes, new Annotation[0],
                    MediaType.valueOf(reply.cached().contentType()));
        }
    }

    private CachedResponse cachedResponse(RoutingContext context, ContainerResponseContext response) {
        Object entity = response.getEntity();
        byte[] bytes = bytes(entity);
        MediaType type = response.getMediaType() == null || !(entity instanceof byte[] || entity instanceof String)
                ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
        boolean hasCharset = type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.getParameters().containsKey("charset");
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        response.getHeaders().forEach((name, values) -> {
            if (!REPLACED_HEADERS.contains(name)) {
                values.forEach(value -> headers.add(Map.entry(name, value.toString())));
            }
        });
        List<String> vary = new ArrayList<>(vary(response));
        vary.add(HttpHeaders.ACCEPT_ENCODING);
        headers.add(Map.entry(HttpHeaders.VARY, origins.vary(vary)));
        headers.add(Map.entry(policy.tagHeader().toString(), tags(context, response)));
        return new CachedResponse(bytes, hasCharset ? type.toString() : type.withCharset("UTF-8").toString(), List.copyOf(headers),
                RouteTemplate.of(context.request()), response.getHeaderString(HttpHeaders.CACHE_CONTROL),
                response.getEntityTag() == null ? null : response.getEntityTag().getValue());
    }

    private byte[] bytes(Object entity) {
        try {
            return entity instanceof byte[] bytes ? bytes
                    : entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
