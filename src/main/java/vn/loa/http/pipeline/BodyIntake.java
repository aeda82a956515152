package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import vn.loa.http.CommonProblems;
import vn.loa.http.MediaTypes;
import vn.loa.http.Operations;
import vn.loa.http.body.BodyMemory;
import vn.loa.http.body.BodyPace;
import vn.loa.http.body.BodyReader;
import vn.loa.http.body.ClientBodies;
import vn.loa.http.body.LargeBody;
import vn.loa.http.body.RequestBody;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Takes in the body of a request whose caller may send one. The headers decide first: the media type (415), the length
 * (413), the number of bodies that the client has under way (429), the memory that is left (503). Then the body is read
 * (408, 413, 503).
 */
@Singleton
class BodyIntake {

    /** Memory for a body of unknown length until more is asked for. */
    private static final long FIRST_PART = 4096;

    /** Bytes of a form besides its file: boundaries and headers. */
    private static final long AROUND_A_FILE = 8192;

    private final ClientBodies clients;
    private final BodyMemory memory;
    private final BodyPace pace;
    private final Refusal refusal;

    BodyIntake(ClientBodies clients, BodyMemory memory, BodyPace pace, Refusal refusal) {
        this.clients = clients;
        this.memory = memory;
        this.pace = pace;
        this.refusal = refusal;
    }

    /** Reads the body, if there is one, and passes the request on; or refuses it. */
    void takeIn(RoutingContext context, Operations.Operation operation) {
        HttpServerRequest request = context.request();
        if (!RequestBody.isIn(request)) {
            context.next();
            return;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        // A chunked body may turn out to be empty, which needs no type.
        if (operation.readsBody() && !(type == null && RequestBody.isChunked(request)) && !reads(operation, type)) {
            refusal.refuse(context, CommonProblems.unsupportedMediaType(request));
            return;
        }
        long length = RequestBody.length(request);
        if (length > limit(context, operation)) {
            refusal.refuse(context, operation.readsBody() ? BodyReader.tooLarge(operation.bodyLimit(type)) : noBodyIsRead());
            return;
        }
        Runnable left = clients.enter(request);
        if (left == null) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            refusal.refuse(context, Problem.of(ProblemType.TOO_MANY_REQUESTS,
                    "Too many bodies of this client are under way."));
            return;
        }
        refusal.refuseIfBodyBreaks(context);
        memory.reserve(context, operation, RequestBody.isChunked(request) ? FIRST_PART : length,
                () -> read(context, operation, (int) length, left),
                () -> {
                    left.run();
                    refusal.refuse(context, BodyMemory.BUSY);
                });
    }

    /** A form is a little larger than the file in it. */
    private static long limit(RoutingContext context, Operations.Operation operation) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean isForm = operation.large() == LargeBody.Kind.FILE && MediaType.MULTIPART_FORM_DATA.equals(MediaTypes.name(type));
        return operation.bodyLimit(type) + (isForm ? AROUND_A_FILE : 0);
    }

    private static boolean reads(Operations.Operation operation, String contentType) {
        String name = MediaTypes.name(contentType);
        return name != null && MediaTypes.isAmong(name, operation.consumes());
    }

    private static Problem noBodyIsRead() {
        return Problem.of(ProblemType.BAD_REQUEST, "This address reads no body.");
    }

    private void read(RoutingContext context, Operations.Operation operation, int length, Runnable left) {
        BodyReader[] reader = new BodyReader[1];
        reader[0] = new BodyReader(context, limit(context, operation), length, () -> passOn(context, operation),
                problem -> refuse(context, operation, problem), () -> {
                    pace.remove(reader[0]);
                    left.run();
                });
        pace.add(reader[0]);
        reader[0].start();
    }

    private void passOn(RoutingContext context, Operations.Operation operation) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean empty = context.body().buffer().length() == 0;
        if (operation.readsBody() && !empty && type == null) {
            refusal.refuse(context, CommonProblems.unsupportedMediaType(context.request()));
            return;
        }
        context.next();
    }

    /** @param problem null when the caller went away */
    private void refuse(RoutingContext context, Operations.Operation operation, Problem problem) {
        if (problem != null) {
            boolean tooLarge = problem.status() == ProblemType.BODY_TOO_LARGE.status();
            refusal.refuse(context, !tooLarge ? problem : operation.readsBody()
                    ? BodyReader.tooLarge(operation.bodyLimit(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) : noBodyIsRead());
        } else if (!context.response().closed()) {
            context.request().connection().close();
        }
    }
}
