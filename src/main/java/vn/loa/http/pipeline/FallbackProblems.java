package vn.loa.http.pipeline;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.loa.http.CommonProblems;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.problem.TraceId;
import vn.loa.sql.DatabaseTrouble;

/** Answers with a problem where no stage and no resource has answered: unknown addresses and failures. */
@Singleton
class FallbackProblems {

    private static final Logger LOG = Logger.getLogger(FallbackProblems.class);
    private static final String OPEN_API = "/q/openapi*";
    private static final int BEFORE_QUARKUS = -1;

    private final SecurityHeaders headers;
    private final Refusal refusal;

    FallbackProblems(SecurityHeaders headers, Refusal refusal) {
        this.headers = headers;
        this.refusal = refusal;
    }

    void routes(@Observes Router router,
            @ConfigProperty(name = "quarkus.smallrye-openapi.enabled", defaultValue = "true") boolean openApi) {
        if (!openApi) {
            // Quarkus keeps the address, and answers 404 there without a body.
            router.route(OPEN_API).order(BEFORE_QUARKUS).handler(this::refuseUnknown);
        }
        router.route().order(Integer.MAX_VALUE).handler(this::refuseUnknown);
        router.route().order(Integer.MAX_VALUE).failureHandler(this::refuseFailed);
        router.errorHandler(ProblemType.BAD_REQUEST.status(), this::refuseUnrouted);
    }

    /** Vert.x refuses an address that cannot be decoded, or a request without Host, before the first stage. */
    private void refuseUnrouted(RoutingContext context) {
        headers.addTo(context.request());
        refusal.refuseAndClose(context, Problem.of(ProblemType.BAD_REQUEST, null));
    }

    private void refuseUnknown(RoutingContext context) {
        refusal.refuse(context, CommonProblems.notFound(context));
    }

    private void refuseFailed(RoutingContext context) {
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(context.failure());
        if (trouble.isPresent()) {
            LOG.warnf("%s [%s]: %s", trouble.get().detail(), TraceId.idOf(context), context.failure().getMessage());
            refusal.refuse(context, Problem.of(ProblemType.UNAVAILABLE, trouble.get().detail()));
            return;
        }
        int status = context.statusCode() >= 400 ? context.statusCode() : 500;
        log(context, status);
        if (status == ProblemType.BAD_REQUEST.status() && !context.response().headers().contains(HttpHeaders.DATE)) {
            refuseUnrouted(context);
        } else {
            refusal.refuse(context, Problem.of(ProblemType.ofStatus(status), null));
        }
    }

    private static void log(RoutingContext context, int status) {
        if (context.failure() instanceof HttpClosedException || context.response().ended()) {
            LOG.debugf(context.failure(), "The caller of %s went away, or has an answer [%s]", context.request().path(),
                    TraceId.idOf(context));
        } else if (status >= 500) {
            LOG.errorf(context.failure(), "%s %s failed [%s]", context.request().method(), context.request().path(),
                    TraceId.idOf(context));
        }
    }
}
