package vn.loa.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds every answer that a test receives against openapi.yaml: the operation and its status must be in the contract,
 * and so must the media type, the declared headers and every property of the body. Addresses outside the contract
 * must at least answer errors with problems.
 */
public class ContractFilter implements Filter {

    private final OpenApiContract contract = OpenApiContract.load();

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected,
            FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        Optional<JsonNode> operation = contract.operation(path, method(request));
        if (operation.isPresent()) {
            checkOperation(request.getMethod() + " " + path, operation.get(), response, request.getMethod());
        } else if (response.statusCode() >= 400 && !path.startsWith("/q/")) {
            assertEquals("application/problem+json", mediaType(response), "media type of an error at " + path);
            contract.assertValid("/components/schemas/Problem", response.asString(), path);
        }
        return response;
    }

    /** HEAD is not in the contract: it answers what GET does, without the body. */
    private static String method(FilterableRequestSpecification request) {
        String method = request.getMethod().toLowerCase(Locale.ROOT);
        return method.equals("head") ? "get" : method;
    }

    private void checkOperation(String name, JsonNode operation, Response response, String method) {
        String status = String.valueOf(response.statusCode());
        JsonNode declared = contract.resolve(operation.path("responses").path(status));
        assertTrue(!declared.isMissingNode(), name + " answered " + status + ", which the contract does not have");
        declared.path("headers").fieldNames().forEachRemaining(header ->
                assertTrue(response.getHeader(header) != null, name + " " + status + " lacks the header " + header));
        if (declared.path("content").isEmpty()) {
            assertTrue(response.asString().isEmpty(), name + " " + status + " has a body, the contract has none");
            return;
        }
        JsonNode content = declared.path("content").path(mediaType(response));
        assertTrue(!content.isMissingNode(), name + " " + status + " is " + mediaType(response)
                + ", the contract has " + declared.path("content"));
        if (!method.equals("HEAD") && mediaType(response).endsWith("json")) {
            contract.assertValid(content.path("schema"), response.asString(), name + " " + status);
        }
    }

    private static String mediaType(Response response) {
        return String.valueOf(response.getContentType()).replaceAll(";.*", "");
    }
}
