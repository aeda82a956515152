package vn.loa.visitor.hit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.http.client.RequestCost;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.visitor.read.HitCounters;

/** Takes in hits. It stays on the event loop, so that a hit occupies no thread while it waits for its commit. */
@Path(HitResource.PATH)
public class HitResource {

    static final String PATH = ApiPaths.V1 + "/hits";
    /** The header in which a server that renders pages names its reader's address. */
    static final String READER_ADDRESS = "Loa-Reader-Address";

    private final HitCounter counter;
    private final HitAnswers answers;
    private final CallerAddress addresses;
    private final StrictJsonReader bodies;
    private final ObjectMapper json;
    private final CurrentIdentityAssociation caller;

    HitResource(HitCounter counter, HitAnswers answers, CallerAddress addresses, StrictJsonReader bodies, ObjectMapper json,
            CurrentIdentityAssociation caller) {
        this.counter = counter;
        this.answers = answers;
        this.addresses = addresses;
        this.bodies = bodies;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @RequestCost(0)
    @NonBlocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Uni<RestResponse<HitCounters>> record(byte[] body, @Context RoutingContext context) throws IOException {
        CompletionStage<HitAnswer> outcome = HitFastPath.outcome(context);
        if (outcome != null) {
            return answer(outcome);
        }
        HttpServerRequest request = context.request();
        HitRequest hit = bodies.readOrEmpty(body == null ? null : json.readTree(body), HitRequest.class);
        String reader = request.getHeader(READER_ADDRESS);
        if (reader == null) {
            return answer(counter.count(hit, addresses.of(request), request));
        }
        IpAddress address = IpAddress.parse(reader).orElseThrow(() ->
                Problem.invalidParameter(READER_ADDRESS, "wrong-form", "must be an IP address").asException());
        return caller.getDeferredIdentity().invoke(HitResource::requireFrontend)
                .chain(identity -> answer(counter.count(hit, address, request)));
    }

    private Uni<RestResponse<HitCounters>> answer(CompletionStage<HitAnswer> outcome) {
        return Uni.createFrom().completionStage(outcome).map(answers::response);
    }

    private static void requireFrontend(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!identity.hasRole(Roles.FRONTEND)) {
            throw Problem.of(ProblemType.FORBIDDEN, "To speak for a reader needs the role frontend.").asException();
        }
    }
}
