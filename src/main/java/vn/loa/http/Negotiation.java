package vn.loa.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Decides which of an address's media types is answered with, and tells the framework that one alone: it would make of
 * a wildcard what it likes, and fails at what is no media type.
 */
@ApplicationScoped
class Negotiation {

    /** What is kept has been answered by then. */
    private static final int BEHIND_SHORTCUTS = 30;

    private final Operations operations;
    private final Refusal refusal;

    Negotiation(Operations operations, Refusal refusal) {
        this.operations = operations;
        this.refusal = refusal;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::negotiate, BEHIND_SHORTCUTS);
    }

    private void negotiate(RoutingContext context) {
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
            request.headers().set(HttpHeaders.ACCEPT, chosen.get());
        } else {
            String ranges = Accept.readable(wanted);
            if (ranges.isEmpty()) {
                refuse(context, List.of());
                return;
            }
            request.headers().set(HttpHeaders.ACCEPT, ranges);
        }
        context.next();
    }

    /** Of a body that has been read the type is known by now; where none is, there is nothing that it could be of. */
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
