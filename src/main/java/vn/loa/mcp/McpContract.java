package vn.loa.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Describes tools in the words of the contract, so that there is no second text to keep in step. */
final class McpContract {

    private static final String FILE = "/META-INF/openapi.yaml";
    private static final List<String> KEPT = List.of("type", "format", "enum", "minimum", "maximum", "minLength", "maxLength", "default", "items",
            "examples");

    private final JsonNode contract;

    McpContract() {
        try (InputStream file = McpContract.class.getResourceAsStream(FILE)) {
            contract = new ObjectMapper(new YAMLFactory()).readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tool as {@code tools/list} names it. */
    Map<String, Object> describe(Tool tool) {
        JsonNode operation = operation(tool.operationId());
        ObjectNode properties = new ObjectMapper().createObjectNode();
        tool.arguments().forEach(name -> properties.set(name, argument(operation, name)));
        String words = tool.schema() != null ? contract.at("/components/schemas/" + tool.schema() + "/description").asText()
                : operation.path("summary").asText() + ". " + operation.path("description").asText();
        return Map.of("name", tool.name(), "description", words,
                "inputSchema", Map.of("type", "object", "properties", properties, "required", tool.required(), "additionalProperties", false),
                "annotations", Map.of("readOnlyHint", true, "openWorldHint", false));
    }

    private JsonNode operation(String operationId) {
        for (JsonNode path : contract.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("operationId").asText().equals(operationId)) {
                    return operation;
                }
            }
        }
        throw new IllegalStateException("the contract has no operation " + operationId);
    }

    /** The schema of a parameter of the operation, or of a member of its body. */
    private JsonNode argument(JsonNode operation, String name) {
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            if (parameter.path("name").asText().equals(name)) {
                return schema(parameter.path("schema"), parameter.path("description").asText());
            }
        }
        JsonNode body = resolved(operation.at("/requestBody/content/application~1json/schema"));
        JsonNode member = body.path("properties").path(name);
        if (member.isMissingNode()) {
            throw new IllegalStateException("the contract has no parameter " + name + " of " + operation.path("operationId"));
        }
        return schema(member, resolved(member).path("description").asText());
    }

    private JsonNode schema(JsonNode reference, String description) {
        JsonNode schema = resolved(reference);
        ObjectNode kept = new ObjectMapper().createObjectNode().put("description", description);
        KEPT.stream().filter(schema::has).forEach(name -> kept.set(name, name.equals("items") ? resolved(schema.path(name)) : schema.path(name)));
        return kept;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
    }
}
