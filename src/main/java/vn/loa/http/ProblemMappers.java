package vn.loa.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.loa.json.UnreadableJson;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.problem.TraceId;
import vn.loa.sql.DatabaseTrouble;

/** Turns every exception that ends a resource into a problem, or into a redirect. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    @Inject
    RoutingContext request;

    @Inject
    Operations operations;

    @Inject
    Event<DatabaseTrouble> troubles;

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        Response.ResponseBuilder answer = answer(e.problem());
        e.headers().forEach(answer::header);
        return e.problem().status() == ProblemType.UNAVAILABLE.status()
                ? answer.header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS).build() : answer.build();
    }

    @ServerExceptionMapper
    Response moved(MovedException e) {
        Response.ResponseBuilder answer = Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, e.location(request.normalizedPath(), request.request().query()))
                // For counters and drafts; a public answer is given its own. Without it browsers keep a 301 for ever.
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE);
        return e.cacheTags().isEmpty() ? answer.build()
                : answer.header(CacheTagged.HEADER, String.join(" ", e.cacheTags())).build();
    }

    /** 404, 405, 406, 415 and the other refusals of Quarkus REST. Its own texts are not sent. */
    @ServerExceptionMapper
    Response framework(WebApplicationException e) {
        if (e instanceof ProblemException problem) {
            return problem(problem);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json);
        }
        ProblemType type = typeOf(e.getResponse().getStatus());
        if (type == ProblemType.INTERNAL_ERROR) {
            return unexpected(e);
        }
        Response.ResponseBuilder answer = answer(problem(type));
        return switch (type) {
            case METHOD_NOT_ALLOWED -> answer.header(HttpHeaders.ALLOW, operations.allowed(request.normalizedPath())).build();
            case NOT_ACCEPTABLE -> answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
            default -> answer.build();
        };
    }

    /** Quarkus REST answers 404 instead of 405 where two classes share the beginning of a path: it looks into one of them. */
    private ProblemType typeOf(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return type == ProblemType.NOT_FOUND && operations.knows(request.normalizedPath())
                ? ProblemType.METHOD_NOT_ALLOWED : type;
    }

    private Problem problem(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> CommonProblems.notFound(request);
            case METHOD_NOT_ALLOWED -> CommonProblems.methodNotAllowed(request);
            case UNSUPPORTED_MEDIA_TYPE -> CommonProblems.unsupportedMediaType(request.request());
            case NOT_ACCEPTABLE -> Problem.of(type, request.normalizedPath() + " does not answer in a form that `Accept` names; "
                    + "nearly everything here is application/json.");
            default -> Problem.of(type, null);
        };
    }

    /** MismatchedInputException is named beside its superclass because Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response malformed(JsonProcessingException e) {
        return answer(UnreadableJson.problem(e)).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(Exception e) {
        boolean refused = e instanceof AuthenticationFailedException;
        String detail = refused ? "The key or token is not known here, has expired or was revoked."
                : "Send a key: Authorization: Bearer <key>.";
        return answer(Problem.of(ProblemType.UNAUTHORIZED, detail))
                // RFC 6750, section 3: only a caller who sent credentials is told the error.
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"loa\"" + (refused ? ", error=\"invalid_token\"" : ""))
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(Problem.of(ProblemType.FORBIDDEN, null)).build();
    }

    /** The caller went away in the middle of the body, and probably does not read the answer. */
    @ServerExceptionMapper
    Response incomplete(IOException e) {
        LOG.debugf(e, "A body was not read to its end [%s]", TraceId.idOf(request));
        return answer(Problem.of(ProblemType.MALFORMED_BODY, "The body ended before it was complete.")).build();
    }

    /** Any other exception is a fault of Loa: it is logged in full under the trace id, and the answer does not describe it. */
    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(e);
        if (trouble.isPresent()) {
            LOG.warnf("%s [%s]: %s", trouble.get().detail(), TraceId.idOf(request), e.getMessage());
            LOG.debug("In full", e);
            troubles.fire(trouble.get());
            return answer(Problem.of(ProblemType.UNAVAILABLE, trouble.get().detail()))
                    .header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS).build();
        }
        if (FOREIGN_KEY_VIOLATION.equals(sqlState(e))) {
            return answer(Problem.of(ProblemType.CONFLICT, "Something that the request refers to was just deleted.")).build();
        }
        if (request.response().ended()) {
            // The caller has had an answer meanwhile ("Response has already been written").
            LOG.debugf(e, "%s failed after its answer [%s]", request.normalizedPath(), TraceId.idOf(request));
            return answer(Problem.of(ProblemType.UNAVAILABLE, null)).build();
        }
        LOG.errorf(e, "%s %s failed [%s]", request.request().method(), request.normalizedPath(), TraceId.idOf(request));
        return answer(Problem.of(ProblemType.INTERNAL_ERROR, null)).build();
    }

    /** Null when no cause comes from the database. */
    private static String sqlState(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    private Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.withTraceId(TraceId.idOf(request)));
    }
}
