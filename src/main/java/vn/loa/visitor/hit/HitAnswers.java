package vn.loa.visitor.hit;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.CrossOrigin;
import vn.loa.http.Prefer;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.read.HitCounters;

/** Writes the answer to a hit: 204, or 200 with the counters where the client prefers that. */
@Singleton
class HitAnswers {

    private static final CharSequence NOT_COUNTED = createOptimized(DropReason.HEADER);
    private static final CharSequence APPLIED = createOptimized(Prefer.APPLIED);
    private static final CharSequence REPRESENTATION = createOptimized(Prefer.REPRESENTATION.applied());
    private static final CharSequence NO_STORE = createOptimized("no-store");
    private static final CharSequence JSON = createOptimized("application/json;charset=UTF-8");

    private final CharSequence vary;
    private final ObjectMapper json;

    HitAnswers(CrossOrigin origins, ObjectMapper json) {
        this.vary = createOptimized(origins.vary(List.of(Prefer.HEADER)));
        this.json = json;
    }

    /** The answer of the fast path. */
    void send(HitAnswer answer, HttpServerResponse response) {
        response.headers().set(HttpHeaders.VARY, vary);
        if (answer.notCounted() != null) {
            response.headers().set(NOT_COUNTED, answer.notCounted().word());
        }
        if (answer.counters() == null) {
            response.setStatusCode(204).end();
        } else {
            response.headers().set(HttpHeaders.CONTENT_TYPE, JSON).set(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .set(APPLIED, REPRESENTATION);
            response.end(Buffer.buffer(bytes(answer.counters())));
        }
    }

    /** The same of the resource. */
    RestResponse<HitCounters> response(HitAnswer answer) {
        HitCounters counters = answer.counters();
        RestResponse.ResponseBuilder<HitCounters> response = counters == null ? RestResponse.ResponseBuilder.noContent()
                : RestResponse.ResponseBuilder.ok(counters).header(HttpHeaders.CACHE_CONTROL.toString(), NO_STORE.toString())
                        .header(Prefer.APPLIED, Prefer.REPRESENTATION.applied());
        if (answer.notCounted() != null) {
            response.header(DropReason.HEADER, answer.notCounted().word());
        }
        return response.header(HttpHeaders.VARY.toString(), vary.toString()).build();
    }

    private byte[] bytes(HitCounters counters) {
        try {
            return json.writeValueAsBytes(counters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
