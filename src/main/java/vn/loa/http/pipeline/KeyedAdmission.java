package vn.loa.http.pipeline;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import vn.loa.http.Operations;
import vn.loa.http.body.BodyMemory;
import vn.loa.http.body.RequestBody;

/**
 * {@link Stage#KEYED_ADMISSION}: authenticates the caller of an operation that needs a key, and takes in the body if the
 * caller has the role. Otherwise the body stays unread, and {@link CallerCheck} refuses the request.
 */
@Singleton
class KeyedAdmission implements StageHandler {

    /** Requests with a body whose caller is being authenticated. Each holds at most 128 kB, which the network buffers. */
    private static final int MOST_WAITING = 256;

    private final Operations operations;
    private final BodyIntake bodies;
    private final Refusal refusal;
    private final AtomicInteger waiting = new AtomicInteger();

    KeyedAdmission(Operations operations, BodyIntake bodies, Refusal refusal) {
        this.operations = operations;
        this.bodies = bodies;
        this.refusal = refusal;
    }

    @Override
    public Stage stage() {
        return Stage.KEYED_ADMISSION;
    }

    @Override
    public void handle(RoutingContext context) {
        boolean body = RequestBody.isIn(context.request());
        if (!body && isSafe(context.request().method())) {
            context.next();
            return;
        }
        Operations.Operation operation = operations.find(context.request().method().name(), context.normalizedPath());
        if (operation == null || operation.isPublic()) {
            context.next();
        } else {
            identify(context, operation, body);
        }
    }

    private static boolean isSafe(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    /** Authenticates the caller once, for the resource too. */
    private void identify(RoutingContext context, Operations.Operation operation, boolean body) {
        if (body && waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            refusal.refuse(context, BodyMemory.BUSY);
            return;
        }
        if (body) {
            refusal.refuseIfBodyBreaks(context);
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                caller -> eventLoop.runOnContext(known -> decide(context, operation, caller, body)),
                failure -> eventLoop.runOnContext(unknown -> decide(context, operation, null, body)));
    }

    /** @param caller null when the key is not valid */
    private void decide(RoutingContext context, Operations.Operation operation, SecurityIdentity caller, boolean body) {
        if (body) {
            waiting.decrementAndGet();
        }
        if (context.response().ended()) {
            return;
        }
        if (caller != null && operation.admits(caller)) {
            bodies.takeIn(context, operation);
            return;
        }
        if (body) {
            refusal.leaveUnread(context);
        }
        context.next();
    }
}
