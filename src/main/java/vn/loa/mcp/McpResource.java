package vn.loa.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.body.PublicText;
import vn.loa.http.client.RequestCost;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ReadServers;

/**
 * The Model Context Protocol over HTTP, without sessions: a message comes with each request, and its answer is JSON. The
 * specification leaves both to the server ("Streamable HTTP"): it need not give a session id, nor answer GET with a stream.
 */
@Path(McpResource.PATH)
public class McpResource {

    static final String PATH = "/mcp";
    private static final String VERSION_HEADER = "MCP-Protocol-Version";
    /** The newest first. Messages and answers that are used here are the same in all of them. */
    private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");
    private static final String INSTRUCTIONS = "Official documents of this portal by provision, with their legal effect. Cite a provision "
            + "by its document, number and eId. A status of `unknown`, and a citation that is `not-held`, say that nothing is known here, "
            + "not that there is nothing. Check citations before you give them to anybody.";

    private final McpConfig config;
    private final ToolCalls calls;
    private final StrictJsonReader bodies;
    private final ReadServers servers;
    private final String version;

    McpResource(McpConfig config, ToolCalls calls, StrictJsonReader bodies, ReadServers servers,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.config = config;
        this.calls = calls;
        this.bodies = bodies;
        this.servers = servers;
        this.version = version;
    }

    @POST
    @RequestCost(5)
    @PublicText
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<McpAnswer> answer(JsonNode body, @Context HttpServerRequest request) {
        refuseStrangers(request);
        servers.allowReplica();
        McpMessage message = bodies.read(body, McpMessage.class);
        boolean hasId = message.id() instanceof Number || message.id() instanceof String text && McpMessage.isWellFormed(text);
        if (!McpAnswer.VERSION.equals(message.jsonrpc()) || message.method() == null || message.id() != null && !hasId) {
            return json(McpAnswer.fault(hasId ? message.id() : null, McpAnswer.Fault.INVALID_REQUEST, "This is no request of JSON-RPC 2.0."));
        }
        return hasId ? json(answer(message)) : RestResponse.accepted();
    }

    /** A page that a browser shows may not call it in the name of a person inside the network (DNS rebinding). */
    private void refuseStrangers(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && !config.origins().orElse(List.of()).contains(origin)) {
            throw Problem.of(ProblemType.FORBIDDEN, "Pages of this origin may not call the tools.").asException();
        }
        String asked = request.getHeader(VERSION_HEADER);
        if (asked != null && !VERSIONS.contains(asked)) {
            throw Problem.of(ProblemType.BAD_REQUEST, VERSION_HEADER + " is one of " + String.join(", ", VERSIONS) + ".").asException();
        }
    }

    private static RestResponse<McpAnswer> json(McpAnswer answer) {
        return RestResponse.ResponseBuilder.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private McpAnswer answer(McpMessage message) {
        Map<String, Object> params = message.params() == null ? Map.of() : message.params();
        return switch (message.method()) {
            case "initialize" -> McpAnswer.of(message.id(), introduction(params.get("protocolVersion")));
            case "ping" -> McpAnswer.of(message.id(), Map.of());
            case "tools/list" -> McpAnswer.of(message.id(), Map.of("tools", calls.list()));
            case "tools/call" -> calls.answer(message.id(), params);
            default -> McpAnswer.fault(message.id(), McpAnswer.Fault.METHOD_NOT_FOUND, "There are tools here, and nothing else.");
        };
    }

    private Map<String, Object> introduction(Object asked) {
        return Map.of("protocolVersion", asked instanceof String known && VERSIONS.contains(known) ? known : VERSIONS.get(0),
                "capabilities", Map.of("tools", Map.of()), "serverInfo", Map.of("name", "Loa", "version", version), "instructions", INSTRUCTIONS);
    }
}
