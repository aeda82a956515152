package vn.loa.app.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Documents the problems of the closed list as responses, one for each status. */
final class ProblemResponses {

    private ProblemResponses() {
    }

    /** Adds a component for each status, with an example of each problem that has it. */
    static void addTo(Components components) {
        Map<Integer, APIResponse> byStatus = new TreeMap<>();
        for (ProblemType type : ProblemType.values()) {
            addExample(byStatus.computeIfAbsent(type.status(), ProblemResponses::response), type);
        }
        // 405 is the answer to methods that are not in the contract.
        byStatus.remove(ProblemType.METHOD_NOT_ALLOWED.status());
        byStatus.forEach((status, response) -> components.addResponse(name(status), response));
    }

    /** Adds a reference to the component of the problem's status. */
    static void refer(Operation operation, ProblemType type) {
        operation.getResponses().addAPIResponse(String.valueOf(type.status()),
                OASFactory.createAPIResponse().ref("#/components/responses/" + name(type.status())));
    }

    /** The name of a component: {@code Problem404}. */
    private static String name(int status) {
        return "Problem" + status;
    }

    private static APIResponse response(int status) {
        MediaType json = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                .examples(new LinkedHashMap<>());
        APIResponse response = OASFactory.createAPIResponse().description("")
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, json));
        switch (status) {
            case 401 -> ResponseHeaders.add(response, "WWW-Authenticate", "`Bearer`");
            case 412 -> ResponseHeaders.add(response, "ETag", "The current one.");
            case 416 -> ResponseHeaders.add(response, "Content-Range", "How many bytes there are: `bytes */20480`.");
            case 429, 503 -> ResponseHeaders.add(response, "Retry-After", "Seconds to wait before trying again.");
            default -> {
                // These problems have no header of their own.
            }
        }
        return response;
    }

    private static void addExample(APIResponse response, ProblemType type) {
        String line = "`" + type.code() + "`: " + type.title() + ".";
        response.setDescription(response.getDescription().isEmpty() ? line : response.getDescription() + " " + line);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("code", type.code());
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        response.getContent().getMediaType(Problem.MEDIA_TYPE)
                .addExample(type.code(), OASFactory.createExample().summary(type.title()).value(example));
    }
}
