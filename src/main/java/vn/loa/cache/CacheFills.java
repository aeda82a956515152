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
import vn.loa.http.FastPath;
import vn.loa.http.answer.AnswerBudget;

/**
 * The cold path: what a resource answers becomes bytes with validators, and is kept. While one request makes an answer,
 * others that want the same wait for it, so that a hundred readers of a new article cost the database one.
 */
class CacheFills {

    private static final String BEGUN = CacheFills.class.getName();
    /** Filters that never block stand before all others. */
    private static final int FIRST = 0;
    /** Headers of a resource's answer that are said in another way here. */
    private static final Set<String> SAID_OTHERWISE = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        SAID_OTHERWISE.addAll(List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY,
                CacheTagged.HEADER));
    }

    private static final Set<Integer> CACHEABLE = Set.of(300, 301, 303, 404, 410);

    /** @param moments from before anything was read; null when they are not known */
    private record Begun(String key, Generation generation, InFlight filling, ChangeTimes moments) {

        void end(CachedResponse answer) {
            if (generation != null) {
                generation.end(key, filling, answer);
            }
        }
    }

    private final PublicCache cache;
    private final CachePolicy policy;
    private final ObjectMapper json;
    private final Clock clock;
    private final CrossOrigin origins;
    private final AnswerBudget budget;

    CacheFills(PublicCache cache, CachePolicy policy, ObjectMapper json, Clock clock, CrossOrigin origins,
            AnswerBudget budget) {
        this.budget = budget;
        this.cache = cache;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
        this.origins = origins;
    }

    @PublicAnswer
    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    Uni<Response> begin(RoutingContext context) {
        String key = context.get(CacheHits.KEY);
        ChangeTimes moments = cache.moments();
        Generation generation = key == null ? null : cache.current();
        InFlight mine = new InFlight();
        InFlight running = generation == null ? null : generation.join(key, mine);
        if (running == null) {
            Begun begun = new Begun(key, generation, mine, moments);
            context.put(BEGUN, begun);
            // Whatever becomes of the request, nobody waits for it any longer.
            context.addEndHandler(ended -> begun.end(null));
            return null;
        }
        context.put(BEGUN, new Begun(key, null, mine, moments));
        return running.made().map(answer -> answer == null ? null : Response.ok(answer).build());
    }

    @PublicAnswer
    @ServerResponseFilter
    void finish(RoutingContext context, ContainerResponseContext response) {
        Begun begun = context.get(BEGUN);
        ChangeTimes moments = begun == null ? null : begun.moments();
        if (response.getStatus() != 200) {
            if (CACHEABLE.contains(response.getStatus())) {
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, policy.header(moments, clock.instant()));
                response.getHeaders().putSingle(CacheTagged.HEADER, tags(context, response));
                String vary = origins.vary(vary(response));
                if (vary != null) {
                    response.getHeaders().putSingle(HttpHeaders.VARY, vary);
                }
            }
            return;
        }
        CachedResponse answer = response.getEntity() instanceof CachedResponse made ? made : answer(context, response);
        if (begun != null) {
            begun.end(answer);
        }
        ConditionalReply reply = ConditionalReply.to(context.request(), answer, moments, policy, clock.instant(), true);
        reply(reply, context.request(), response);
        if (answer.plain().bytes().length > LargeAnswer.PIECE) {
            budget.made(reply.form().bytes().length);
        }
    }

    /** What the resource says that its answer depends on. */
    private static List<String> vary(ContainerResponseContext response) {
        String vary = response.getHeaderString(HttpHeaders.VARY);
        return vary == null ? List.of() : List.of(vary);
    }

    private static String tags(RoutingContext context, ContainerResponseContext response) {
        List<Object> given = response.getHeaders().get(CacheTagged.HEADER);
        return TagHeader.of(context.normalizedPath(), response.getEntity(), given == null ? null
                : given.stream().map(Object::toString).filter(tags -> !tags.isEmpty()).collect(Collectors.joining(" ")));
    }

    private static void reply(ConditionalReply reply, HttpServerRequest request, ContainerResponseContext response) {
        response.getHeaders().clear();
        reply.writeHeaders((name, value) -> response.getHeaders().putSingle(name.toString(), value.toString()));
        if (reply.known()) {
            response.setStatus(304);
            response.setEntity(null);
        } else if (request.method() == HttpMethod.HEAD) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, reply.form().bytes().length);
            response.setEntity(null);
        } else {
            byte[] bytes = reply.form().bytes();
            response.setEntity(bytes.length > LargeAnswer.PIECE ? new LargeAnswer(bytes) : bytes, new Annotation[0],
                    MediaType.valueOf(reply.answer().contentType()));
        }
    }

    private CachedResponse answer(RoutingContext context, ContainerResponseContext response) {
        Object entity = response.getEntity();
        byte[] bytes = bytes(entity);
        MediaType type = response.getMediaType() == null || !(entity instanceof byte[] || entity instanceof String)
                ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
        boolean plain = type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.getParameters().containsKey("charset");
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        response.getHeaders().forEach((name, values) -> {
            if (!SAID_OTHERWISE.contains(name)) {
                values.forEach(value -> headers.add(Map.entry(name, value.toString())));
            }
        });
        List<String> vary = new ArrayList<>(vary(response));
        vary.add(HttpHeaders.ACCEPT_ENCODING);
        headers.add(Map.entry(HttpHeaders.VARY, origins.vary(vary)));
        headers.add(Map.entry(CacheTagged.HEADER, tags(context, response)));
        return new CachedResponse(bytes, plain ? type.toString() : type.withCharset("UTF-8").toString(), List.copyOf(headers),
                FastPath.templateOf(context.request()), response.getHeaderString(HttpHeaders.CACHE_CONTROL));
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
