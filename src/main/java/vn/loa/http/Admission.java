package vn.loa.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import vn.loa.http.body.BodyMemory;
import vn.loa.http.body.BodyPace;
import vn.loa.http.body.BodyReader;
import vn.loa.http.body.ClientBodies;
import vn.loa.http.body.RequestBody;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Checks a request by its headers before its body is read. The checks are, in this order: does the address exist (404),
 * does it answer the method (405), may the caller do this (401, 403), is the body's media type read there (415), is the
 * body too long (413), has the client too many bodies under way (429), is there memory for the body (503). Then the body
 * is read (408, 413, 503). Only then a resource sees the request.
 */
@ApplicationScoped
class Admission {

    /** Before every {@link FastPath}, one of which needs the body. */
    private static final int BEFORE_SHORTCUTS = 995;
    /** Behind Quarkus's CORS filter and where it is known how to find out who calls, before the other Shortcut. */
    private static final int BEHIND_CORS = 50;
    private static final String PARTS_OF_QUARKUS = "/q/";
    /** What is read of a body that does not say how long it will be before more memory is asked for. */
    private static final long FIRST_PART = 4096;
    /** Requests with a body whose caller is being authenticated. Each holds at most 128 kB, which the network buffers. */
    private static final int MOST_WAITING = 256;
    private static final String ADMITTED = Admission.class.getName();

    private final Operations operations;
    private final ClientBodies clients;
    private final BodyMemory memory;
    private final BodyPace pace;
    private final Refusal refusal;
    private final AtomicInteger waiting = new AtomicInteger();

    Admission(Operations operations, ClientBodies clients, BodyMemory memory, BodyPace pace, Refusal refusal) {
        this.operations = operations;
        this.clients = clients;
        this.memory = memory;
        this.pace = pace;
        this.refusal = refusal;
    }

    void filters(@Observes Filters filters) {
        filters.register(context -> admit(context, true), BEFORE_SHORTCUTS);
        filters.register(context -> admit(context, false), BEHIND_CORS);
    }

    /** @param early in the first of the two filters, where neither CORS nor authentication has taken place */
    private void admit(RoutingContext context, boolean early) {
        HttpServerRequest request = context.request();
        boolean body = RequestBody.isIn(request);
        if (!body && isSafe(request.method()) || early && FastPath.hasOrigin(context) || context.get(ADMITTED) != null) {
            context.next();
            return;
        }
        Operations.Operation operation = operations.find(request.method().name(), context.normalizedPath());
        if (operation == null) {
            admitNowhere(context, body);
        } else if (operation.isPublic()) {
            context.put(ADMITTED, true);
            admit(context, operation);
        } else if (early) {
            context.next();
        } else {
            identify(context, operation);
        }
    }

    private static boolean isSafe(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    private void admitNowhere(RoutingContext context, boolean body) {
        String path = context.normalizedPath();
        if (!body || path.startsWith(PARTS_OF_QUARKUS)) {
            context.next();
        } else if (operations.knows(path)) {
            context.response().putHeader(HttpHeaders.ALLOW, operations.allowed(path));
            refusal.refuse(context, Problem.of(ProblemType.METHOD_NOT_ALLOWED,
                    path + " does not answer " + context.request().method() + "."));
        } else {
            refusal.refuse(context, Problem.of(ProblemType.NOT_FOUND, "There is nothing at " + path + "."));
        }
    }

    /** Authenticates the caller once, for the resource too. The resource refuses those who may not ({@link EarlyAuthorization}). */
    private void identify(RoutingContext context, Operations.Operation operation) {
        boolean body = RequestBody.isIn(context.request());
        if (body && waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            refusal.refuse(context, BodyMemory.BUSY);
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        BiConsumer<RoutingContext, Throwable> leftToTheResource = (request, failure) -> { };
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leftToTheResource);
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                caller -> eventLoop.runOnContext(known -> decide(context, operation, caller, body)),
                failure -> eventLoop.runOnContext(unknown -> decide(context, operation, null, body)));
    }

    private void decide(RoutingContext context, Operations.Operation operation, SecurityIdentity caller, boolean body) {
        if (body) {
            waiting.decrementAndGet();
        }
        if (caller != null && operation.admits(caller)) {
            admit(context, operation);
            return;
        }
        if (body) {
            refusal.leaveUnread(context);
        }
        context.next();
    }

    private void admit(RoutingContext context, Operations.Operation operation) {
        HttpServerRequest request = context.request();
        if (!RequestBody.isIn(request)) {
            context.next();
            return;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        // A chunked body may turn out to be empty, which needs no type.
        if (operation.readsBody() && !(type == null && RequestBody.isChunked(request)) && !reads(operation, type)) {
            refusal.refuse(context, unsupported(type));
            return;
        }
        long length = RequestBody.length(request);
        if (length > operation.bodyLimit()) {
            refusal.refuse(context, operation.readsBody() ? BodyReader.tooLarge(operation.bodyLimit())
                    : Problem.of(ProblemType.BAD_REQUEST, "This address reads no body."));
            return;
        }
        Runnable left = clients.enter(request);
        if (left == null) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            refusal.refuse(context, Problem.of(ProblemType.TOO_MANY_REQUESTS,
                    "Too many bodies of this client are under way."));
            return;
        }
        memory.reserve(context, operation, RequestBody.isChunked(request) ? FIRST_PART : length,
                () -> read(context, operation, (int) length, left),
                () -> {
                    left.run();
                    refusal.refuse(context, BodyMemory.BUSY);
                });
    }

    private static boolean reads(Operations.Operation operation, String contentType) {
        String name = MediaTypes.name(contentType);
        return name != null && MediaTypes.isAmong(name, operation.consumes());
    }

    private static Problem unsupported(String contentType) {
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, contentType == null || contentType.isBlank()
                ? "The request has no Content-Type." : "A body of this Content-Type is not read here.");
    }

    private void read(RoutingContext context, Operations.Operation operation, int length, Runnable left) {
        BodyReader[] reader = new BodyReader[1];
        reader[0] = new BodyReader(context, operation.bodyLimit(), length, () -> pass(context, operation),
                problem -> refused(context, operation, problem), () -> {
                    pace.remove(reader[0]);
                    left.run();
                });
        pace.add(reader[0]);
        reader[0].start();
    }

    private void pass(RoutingContext context, Operations.Operation operation) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean empty = context.body().buffer().length() == 0;
        if (operation.readsBody() && !empty && type == null) {
            refusal.refuse(context, unsupported(null));
            return;
        }
        context.next();
    }

    private void refused(RoutingContext context, Operations.Operation operation, Problem problem) {
        if (problem != null) {
            refusal.refuse(context, problem.status() == ProblemType.BODY_TOO_LARGE.status() && !operation.readsBody()
                    ? Problem.of(ProblemType.BAD_REQUEST, "This address reads no body.") : problem);
        } else if (!context.response().closed()) {
            context.request().connection().close();
        }
    }
}
