package vn.loa.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One version of the contract, as a tree. */
final class Contract {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final String SCHEMAS = "#/components/schemas/";

    private final String text;
    private final JsonNode root;

    private Contract(String text, JsonNode root) {
        this.text = text;
        this.root = root;
    }

    static Contract of(String yaml) {
        try {
            return new Contract(yaml, YAML.readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    Version version() {
        return Version.of(root.path("info").path("version").asText());
    }

    /** By method and path. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            if (METHODS.contains(method.getKey())) {
                operations.put(method.getKey().toUpperCase() + " " + path.getKey(), method.getValue());
            }
        }));
        return operations;
    }

    /** The security requirements of an operation: its own, or those of the whole contract. */
    JsonNode security(JsonNode operation) {
        return operation.has("security") ? operation.get("security") : root.path("security");
    }

    /** The node that a reference leads to. Any other node is returned as it is. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = root.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** The name of the schema that is referred to. */
    static Optional<String> schemaName(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith(SCHEMAS) ? Optional.of(reference.substring(SCHEMAS.length())) : Optional.empty();
    }

    /** Semantic versioning; what follows the three numbers does not matter here. */
    record Version(int major, int minor, int patch) implements Comparable<Version> {

        static Version of(String text) {
            String[] parts = text.split("[-+]")[0].split("\\.");
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        @Override
        public int compareTo(Version other) {
            int byMajor = Integer.compare(major, other.major);
            int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
            return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + patch;
        }
    }
}
