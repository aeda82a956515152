package vn.loa.http.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import vn.loa.http.LimitsConfig;

/**
 * Writes JSON as bytes, and sends these without a thread. The framework's writer waits on a worker thread for a client that
 * does not read: two hundred of those would stop everything else.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
class JsonWriter implements ServerMessageBodyWriter<Object> {

    private final ObjectMapper json;
    private final AnswerBudget budget;
    /** Settings are known only when the application runs; the framework makes its writers before. */
    private final Instance<LimitsConfig> limits;

    JsonWriter(ObjectMapper json, AnswerBudget budget, Instance<LimitsConfig> limits) {
        this.json = json;
        this.budget = budget;
        this.limits = limits;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return true;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public void writeResponse(Object entity, Type genericType, ServerRequestContext context) throws IOException {
        byte[] bytes = bytes(entity);
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        boolean isHead = request.getMethod().equals("HEAD");
        if (bytes.length > LargeAnswer.PIECE && !isHead) {
            budget.holdMade(bytes.length, request.getMethod().equals("GET") && !Context.isOnEventLoopThread());
            new LargeAnswer(bytes).send(request, limits.get().answerWindow());
        } else {
            if (isHead) {
                context.serverResponse().setResponseHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length));
            }
            context.serverResponse().end(bytes);
        }
    }

    /** Text is JSON already. */
    private byte[] bytes(Object entity) throws IOException {
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
    }

    @Override
    public void writeTo(Object entity, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(bytes(entity));
    }
}
