package vn.loa.mcp;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import vn.loa.problem.ProblemType;

/** Answers as if there were nothing, whatever the method, while the door is closed. */
@Singleton
class SwitchedOff {

    private static final int BEFORE_THE_RESOURCES = -1;

    void routes(@Observes Router router, McpConfig config) {
        if (!config.enabled()) {
            router.route(McpResource.PATH).order(BEFORE_THE_RESOURCES).handler(context -> context.fail(ProblemType.NOT_FOUND.status()));
        }
    }
}
