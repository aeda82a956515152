package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import vn.loa.http.Accept;
import vn.loa.http.MediaTypes;
import vn.loa.http.Operations;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * {@link Stage#CONTENT_NEGOTIATION}: chooses the media type of the answer, and leaves only that one in {@code Accept}. Quarkus
 * REST would choose otherwise for a wildcard, and fails on a value that is no media type.
 */
@Singleton
class ContentNegotiation implements StageHandler {

    private final Operations operations;
    private final Refusal refusal;

    ContentNegotiation(Operations operations, Refusal refusal) {
        this.operations = operations;
        this.refusal = refusal;
    }

    @Override
    public Stage stage() {
        return Stage.CONTENT_NEGOTIATION;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        dropUnreadableType(request);
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        if (accept.isEmpty()) {
            context.next();
            return;
        }
        String wanted = String.join(",", accept);
        Operations.Operation operation = operations.find(request.method().name(), context.normalizedPath());
        if (wanted.isBlank()) {
            request.headers().remove(HttpHeaders.ACCEPT);
        } else if (operation != null && !operation.produces().isEmpty()) {
            Optional<String> chosen = Accept.choose(wanted, operation.produces());
            if (chosen.isEmpty()) {
                refuse(context, operation.produces());
                return;
            }
            request.headers().set(HttpHeaders.ACCEPT, operation.typeIsStored() ? MediaType.WILDCARD : chosen.get());
            if (operation.typeIsStored()) {
                context.put(StoredTypeCheck.WANTED, wanted);
            }
        } else {
            String ranges = Accept.validRanges(wanted);
            if (ranges.isEmpty()) {
                refuse(context, List.of());
                return;
            }
            request.headers().set(HttpHeaders.ACCEPT, ranges);
        }
        context.next();
    }

    /** A body that has been read has a valid type. Without a body the type means nothing, but Quarkus REST parses it. */
    private static void dropUnreadableType(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && MediaTypes.name(type) == null) {
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private void refuse(RoutingContext context, List<String> produces) {
        context.response().putHeader("Vary", "Accept");
        refusal.refuse(context, Problem.of(ProblemType.NOT_ACCEPTABLE, context.normalizedPath()
                + " does not answer in a form that `Accept` names"
                + (produces.isEmpty() ? "." : "; it answers " + String.join(", ", produces) + ".")));
    }
}
