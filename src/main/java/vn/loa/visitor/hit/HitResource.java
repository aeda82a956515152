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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Takes in hits. It stays on the event loop, so that a hit occupies no thread while it waits for its commit. */
@Path(HitResource.PATH)
@Tag(name = "visitors")
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
    @Operation(operationId = "recordHit", summary = "Counts a hit",
            description = "Sent by a page when somebody opens it, without a key. The answer comes when the hit is "
                    + "stored durably. Crawlers that say what they are, and prefetches, are answered but not counted. "
                    + "The body may be left out. After a 429 or a 503 the hit is not stored, as far as Loa knows: send it "
                    + "again after `Retry-After` seconds, best with a `hitId`.\n\n"
                    + "A server that renders pages sends the reader's `User-Agent` as its own, and the reader's address "
                    + "in `" + READER_ADDRESS + "` with a key that has the role `frontend`.")
    @Parameter(name = READER_ADDRESS, in = ParameterIn.HEADER, description = "The reader's address, from a server that "
            + "renders pages. Needs a key with the role `frontend`.", example = "203.0.113.7",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
    @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HitRequest.class),
            examples = @ExampleObject(name = "example",
                    value = "{\"articleId\": \"01a206d2-563a-7e8e-8a6a-736bf594a420\", "
                            + "\"hitId\": \"7a0c2f9e-5a5b-4c86-9d0e-3f7b1d0c9a11\"}")))
    @APIResponse(responseCode = "204", description = "The hit is counted, and will stay so; or it is a crawler's or "
            + "a prefetch, and nothing is counted.")
    @APIResponse(responseCode = "401", ref = "Problem401")
    @APIResponse(responseCode = "403", ref = "Problem403")
    @APIResponse(responseCode = "404", ref = "Problem404")
    @APIResponse(responseCode = "429", ref = "Problem429")
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
