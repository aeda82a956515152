package vn.loa.visitor.hit;

import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import vn.loa.http.RouteTemplate;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.pipeline.Stage;
import vn.loa.http.pipeline.StageHandler;
import vn.loa.json.StrictJsonReader;

/**
 * {@link Stage#FAST_PATHS}: counts an ordinary hit, as pages send it, before any resource is looked for. All other hits, and
 * those that are refused, go on to {@link HitResource}.
 */
@Singleton
class HitFastPath implements StageHandler {

    private static final String COUNTED = HitFastPath.class.getName();
    /** The ways in which nearly all clients write the type. {@code navigator.sendBeacon} sends a string as text. */
    private static final Set<String> TYPES = Set.of("application/json", "application/json;charset=utf-8",
            "application/json; charset=utf-8", "text/plain", "text/plain;charset=utf-8", "text/plain; charset=utf-8");
    private static final int LONGEST_BODY = 300;

    private final HitCounter counter;
    private final HitAnswers answers;
    private final CallerAddress addresses;
    private final ObjectReader json;

    HitFastPath(HitCounter counter, HitAnswers answers, CallerAddress addresses, StrictJsonReader bodies) {
        this.counter = counter;
        this.answers = answers;
        this.addresses = addresses;
        this.json = bodies.readerFor(HitRequest.class);
    }

    @Override
    public Stage stage() {
        return Stage.FAST_PATHS;
    }

    /** The outcome of a hit that was refused here; null for a hit that did not take this path. */
    static CompletionStage<HitAnswer> outcome(RoutingContext context) {
        return context.get(COUNTED);
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HitRequest hit = isOrdinary(request) ? read(context) : null;
        if (hit == null) {
            context.next();
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        CompletionStage<HitAnswer> outcome = counter.count(hit, addresses.of(request), request);
        outcome.whenComplete((answer, problem) -> eventLoop.runOnContext(now -> {
            if (problem == null) {
                RouteTemplate.set(request, HitResource.PATH);
                answers.send(answer, context.response());
            } else {
                context.put(COUNTED, outcome);
                context.next();
            }
        }));
    }

    private static boolean isOrdinary(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && request.uri().equals(HitResource.PATH)
                && request.getHeader(HitResource.READER_ADDRESS) == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    private static boolean isRead(String type) {
        return TYPES.contains(type) || TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    /** Null when the body is not ordinary, and the resource has to read it. */
    private HitRequest read(RoutingContext context) {
        Buffer body = context.body() == null ? null : context.body().buffer();
        if (body == null || body.length() == 0) {
            return HitRequest.OF_NO_ARTICLE;
        }
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (body.length() > LONGEST_BODY || type == null || !isRead(type)) {
            return null;
        }
        try {
            return json.readValue(body.getBytes());
        } catch (IOException e) {
            return null;
        }
    }
}
