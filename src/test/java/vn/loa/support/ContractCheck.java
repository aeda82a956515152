package vn.loa.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Holds an answer against openapi.yaml: the operation and its status must be in the contract, and so must the media
 * type, the declared headers and every property of the body. Addresses outside the contract must at least answer
 * errors with problems.
 */
public final class ContractCheck {

    private final OpenApiContract contract = OpenApiContract.load();

    /**
     * An answer, from whichever client.
     *
     * @param path of the request, as it was sent, without the query
     * @param query as it was sent; null when there was none
     * @param header a header's value, null when it is missing
     */
    public record Answer(String method, String path, String query, int status, UnaryOperator<String> header, String body) {

        private String mediaType() {
            return String.valueOf(header.apply("Content-Type")).replaceAll(";.*", "");
        }

        /** Whether {@code fields} leaves out members that the schema requires. */
        private boolean isSparse() {
            return query != null && ("&" + query).contains("&fields=");
        }

        /** The reader is for people: it says as a page that a page is not there. */
        private boolean isPageOfReader() {
            return path.startsWith("/reader/") && mediaType().equals("text/html");
        }

        /** HEAD is not in the contract: it answers what GET does, without the body. */
        private String operation() {
            if (!method.equals(method.toUpperCase(Locale.ROOT))) {
                return "none: methods have capitals";
            }
            return method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return method + " " + path + " " + status;
        }
    }

    public void check(Answer answer) {
        Optional<JsonNode> operation = contract.operation(answer.path(), answer.operation());
        if (operation.isPresent()) {
            check(operation.get(), answer);
        } else if (answer.status() >= 400 && !answer.path().startsWith("/q/") && !answer.isPageOfReader()) {
            assertEquals("application/problem+json", answer.mediaType(), "media type of an error: " + answer);
            if (!answer.method().equals("HEAD")) {
                contract.assertValid("/components/schemas/Problem", answer.body(), answer.toString());
            }
        }
    }

    /** Whether the contract says so. A header of which it says nothing is required. */
    private static boolean isOptional(JsonNode header) {
        return header.path("required").isBoolean() && !header.path("required").asBoolean();
    }

    /** OpenAPI cannot say that an answer may have no body. */
    private static boolean isMinimal(Answer answer) {
        return (answer.status() == 200 || answer.status() == 201) && "return=minimal".equals(answer.header().apply("Preference-Applied"));
    }

    private void check(JsonNode operation, Answer answer) {
        JsonNode declared = contract.resolve(operation.path("responses").path(String.valueOf(answer.status())));
        assertTrue(!declared.isMissingNode(), answer + " is not in the contract");
        declared.path("headers").fields().forEachRemaining(header ->
                assertTrue(answer.header().apply(header.getKey()) != null || isOptional(contract.resolve(header.getValue())),
                        answer + " lacks the header " + header.getKey()));
        if (declared.path("content").isEmpty() || isMinimal(answer)) {
            assertTrue(answer.body().isEmpty(), answer + " has a body, the contract has none");
            return;
        }
        JsonNode content = declared.path("content").path(answer.mediaType());
        assertTrue(!content.isMissingNode(), answer + " is " + answer.mediaType()
                + ", the contract has " + declared.path("content"));
        if (!answer.method().equals("HEAD") && answer.mediaType().endsWith("json") && !answer.mediaType().endsWith("ndjson")) {
            JsonNode schema = content.path("schema");
            contract.assertValid(answer.status() == 200 && answer.isSparse() ? contract.sparse(schema) : schema, answer.body(),
                    answer.toString());
            if (answer.status() >= 400) {
                assertTrue(content.path("examples").has(contract.read(answer.body()).path("code").asText()),
                        answer + " is none of the problems that are in the contract: " + answer.body());
            }
        }
    }
}
