package vn.loa.http.pipeline;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.loa.http.Accept;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.problem.TraceId;

/**
 * {@link Stage#STORED_TYPE}: where the answer has the type that is stored with it, that type is known only now: the answer is 406 if the client refuses
 * it ({@code q=0}).
 */
class StoredTypeCheck {

    /** The key of the routing context for the {@code Accept} header as it was sent. */
    static final String WANTED = StoredTypeCheck.class.getName();

    @ServerResponseFilter(priority = Stage.Rest.STORED_TYPE)
    void refuse(RoutingContext context, ContainerResponseContext response) {
        String wanted = context.get(WANTED);
        if (wanted == null || response.getStatus() >= 300 || response.getMediaType() == null) {
            return;
        }
        String type = response.getMediaType().getType() + "/" + response.getMediaType().getSubtype();
        if (Accept.refuses(wanted, type)) {
            Problem problem = Problem.of(ProblemType.NOT_ACCEPTABLE, "This is here as " + type + ".").withTraceId(TraceId.idOf(context));
            response.getHeaders().clear();
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            response.setStatus(problem.status());
            response.setEntity(problem, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }
}
