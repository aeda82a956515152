package vn.loa.visitor.read;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * In tests, where no second passes, the counters are read from the database whenever they are asked for; unless a test
 * wants to see old ones.
 */
class Refreshed {

    static volatile boolean everyTime = true;

    @Inject
    VisitorsSnapshot snapshot;

    @ServerRequestFilter
    void refresh(ContainerRequestContext request) {
        if (everyTime && request.getUriInfo().getPath().endsWith("/visitors")) {
            snapshot.refresh();
        }
    }
}
