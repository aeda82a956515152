package vn.loa.visitor.hit;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.CompletionStage;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Takes in hits. It stays on the event loop, so that a hit occupies no thread while it waits for its commit. */
@Path(HitResource.PATH)
public class HitResource {

    static final String PATH = ApiPaths.V1 + "/hits";
    /** The header in which a server that renders pages names its reader's address. */
    static final String READER_ADDRESS = "Loa-Reader-Address";

    private final HitCounter counter;
    private final CallerAddress addresses;
    private final StrictJsonReader bodies;
    private final CurrentIdentityAssociation caller;

    HitResource(HitCounter counter, CallerAddress addresses, StrictJsonReader bodies, CurrentIdentityAssociation caller) {
        this.counter = counter;
        this.addresses = addresses;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Void> record(JsonNode body, @Context RoutingContext context) {
        CompletionStage<Void> outcome = HitFastPath.outcome(context);
        if (outcome != null) {
            return outcome;
        }
        HttpServerRequest request = context.request();
        HitRequest hit = bodies.readOrEmpty(body, HitRequest.class);
        String reader = request.getHeader(READER_ADDRESS);
        if (reader == null) {
            return counter.count(hit, addresses.of(request), request);
        }
        IpAddress address = IpAddress.parse(reader).orElseThrow(() ->
                Problem.invalidParameter(READER_ADDRESS, "wrong-form", "must be an IP address").asException());
        return caller.getDeferredIdentity().invoke(HitResource::requireFrontend)
                .chain(identity -> Uni.createFrom().completionStage(() -> counter.count(hit, address, request)))
                .subscribeAsCompletionStage();
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
