package vn.loa.visitor.read;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads the counters from the database before each request for them, because no second passes in tests. A test that wants
 * to see old counters switches it off.
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
