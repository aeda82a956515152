package vn.loa.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
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
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.problem.TraceId;
import vn.loa.sql.DatabaseTrouble;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final int RETRY_AFTER_SECONDS = 5;

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
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build() : answer.build();
    }

    @ServerExceptionMapper
    Response moved(MovedException e) {
        String query = request.request().query();
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, query == null ? e.path() : e.path() + "?" + query)
                .header(CacheTagged.HEADER, String.join(" ", e.cacheTags())).build();
    }

    /** 404, 405, 406, 415 and whatever else the framework decides; its texts stay inside. */
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
        Response.ResponseBuilder answer = answer(Problem.of(type, describe(type)));
        return switch (type) {
            case METHOD_NOT_ALLOWED -> answer.header(HttpHeaders.ALLOW, operations.allowed(request.normalizedPath())).build();
            case NOT_ACCEPTABLE -> answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
            default -> answer.build();
        };
    }

    /** Of two classes that share the beginning of their addresses the framework asks one, and then finds nothing. */
    private ProblemType typeOf(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return type == ProblemType.NOT_FOUND && operations.knows(request.normalizedPath())
                ? ProblemType.METHOD_NOT_ALLOWED : type;
    }

    private String describe(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "There is nothing at " + request.normalizedPath() + ".";
            case METHOD_NOT_ALLOWED -> request.normalizedPath() + " does not answer " + request.request().method() + ".";
            case NOT_ACCEPTABLE -> request.normalizedPath() + " does not answer in a form that `Accept` names; nearly "
                    + "everything here is application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> {
                String contentType = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
                yield contentType == null ? "The request has no Content-Type." : "A body of this Content-Type is not read here.";
            }
            default -> null;
        };
    }

    /** Named beside its parent because the framework has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response malformed(JsonProcessingException e) {
        String pointer = e instanceof JsonMappingException mapping ? StrictJsonReader.pointer(mapping) : "";
        if (e instanceof UnrecognizedPropertyException) {
            return answer(Problem.of(ProblemType.MALFORMED_BODY, "The field " + pointer + " is not known.")
                    .withError(new Problem.FieldError(pointer, null, "unknown-field", "is not known"))).build();
        }
        if (!pointer.isEmpty()) {
            return answer(Problem.of(ProblemType.MALFORMED_BODY, "The field " + pointer + " has a value of the wrong form.")
                    .withError(new Problem.FieldError(pointer, null, "wrong-form", "has the wrong form"))).build();
        }
        String place = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr()
                + ", column " + e.getLocation().getColumnNr();
        return answer(Problem.of(ProblemType.MALFORMED_BODY, "The body is not the JSON expected here" + place + ".")).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(Exception e) {
        boolean refused = e instanceof AuthenticationFailedException;
        String detail = refused ? "The key or token is not known here, has expired or was revoked."
                : "Send a key: Authorization: Bearer <key>.";
        return answer(Problem.of(ProblemType.UNAUTHORIZED, detail))
                // RFC 6750, section 3: the error is named only to those who showed something.
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"loa\"" + (refused ? ", error=\"invalid_token\"" : ""))
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(Problem.of(ProblemType.FORBIDDEN, null)).build();
    }

    /** The caller went away in the middle of its body. Nobody may be left to read this. */
    @ServerExceptionMapper
    Response incomplete(IOException e) {
        LOG.debugf(e, "A body was not read to its end [%s]", TraceId.idOf(request));
        return answer(Problem.of(ProblemType.MALFORMED_BODY, "The body ended before it was complete.")).build();
    }

    /** Everything else is ours: logged in full under the trace id, told to nobody. */
    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(e);
        if (trouble.isPresent()) {
            LOG.warnf("%s [%s]: %s", trouble.get().detail(), TraceId.idOf(request), e.getMessage());
            LOG.debug("In full", e);
            troubles.fire(trouble.get());
            return answer(Problem.of(ProblemType.UNAVAILABLE, trouble.get().detail()))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
        }
        if (FOREIGN_KEY_VIOLATION.equals(sqlState(e))) {
            return answer(Problem.of(ProblemType.CONFLICT, "Something that the request refers to was just deleted.")).build();
        }
        if (request.response().ended()) {
            // Whoever was answered meanwhile ("Response has already been written") reads nothing of this.
            LOG.debugf(e, "%s failed after its answer [%s]", request.normalizedPath(), TraceId.idOf(request));
            return answer(Problem.of(ProblemType.UNAVAILABLE, null)).build();
        }
        LOG.errorf(e, "%s %s failed [%s]", request.request().method(), request.normalizedPath(), TraceId.idOf(request));
        return answer(Problem.of(ProblemType.INTERNAL_ERROR, null)).build();
    }

    /** Null when no database was involved. */
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
