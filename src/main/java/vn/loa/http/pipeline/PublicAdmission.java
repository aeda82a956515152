package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.loa.http.CommonProblems;
import vn.loa.http.Operations;
import vn.loa.http.body.RequestBody;

/**
 * {@link Stage#PUBLIC_ADMISSION}: refuses a body that is sent to no operation (404, 405), and takes in the body of an
 * operation that needs no key.
 */
@Singleton
class PublicAdmission implements StageHandler {

    private static final String PARTS_OF_QUARKUS = "/q/";

    private final Operations operations;
    private final BodyIntake bodies;
    private final Refusal refusal;

    PublicAdmission(Operations operations, BodyIntake bodies, Refusal refusal) {
        this.operations = operations;
        this.bodies = bodies;
        this.refusal = refusal;
    }

    @Override
    public Stage stage() {
        return Stage.PUBLIC_ADMISSION;
    }

    @Override
    public void handle(RoutingContext context) {
        if (!RequestBody.isIn(context.request())) {
            context.next();
            return;
        }
        String path = context.normalizedPath();
        Operations.Operation operation = operations.find(context.request().method().name(), path);
        if (operation != null && operation.isPublic()) {
            bodies.takeIn(context, operation);
        } else if (operation != null || path.startsWith(PARTS_OF_QUARKUS)) {
            context.next();
        } else {
            refuse(context, path);
        }
    }

    private void refuse(RoutingContext context, String path) {
        if (operations.knows(path)) {
            context.response().putHeader(HttpHeaders.ALLOW, operations.allowed(path));
            refusal.refuse(context, CommonProblems.methodNotAllowed(context));
        } else {
            refusal.refuse(context, CommonProblems.notFound(context));
        }
    }
}
