package vn.loa.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** openapi.yaml, read for tests. OpenAPI 3.1 schemas are JSON Schema 2020-12, so an ordinary validator does. */
public final class OpenApiContract {

    public static final Path FILE = Path.of("openapi.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "https://loa.test/contract";
    private static final Map<FileTime, OpenApiContract> LOADED = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    /** Made once each: making one takes much longer than using it. */
    private final Map<String, JsonSchema> validators = new ConcurrentHashMap<>();
    /** Of several templates that match a path, the first one has the fewest parameters. */
    private final List<PathItem> paths;
    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private OpenApiContract(JsonNode document) {
        this.document = document;
        this.paths = stream(document.path("paths"))
                .sorted(Comparator.comparing(path -> path.getKey().chars().filter(c -> c == '{').count()))
                .map(path -> new PathItem(Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")), path.getValue())).toList();
        JsonNode strict = document.deepCopy();
        strict.path("components").path("schemas").fields().forEachRemaining(schema -> {
            // Problems may have further members (RFC 9457); in everything else an unknown property is a mistake.
            if (!schema.getKey().equals("Problem") && schema.getValue().has("properties")) {
                ((ObjectNode) schema.getValue()).put("additionalProperties", false);
            }
        });
        this.schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, strict.toString()))));
    }

    /** Read once, as long as the file stays as it is: reading it takes a second. */
    public static OpenApiContract load() {
        try {
            return LOADED.computeIfAbsent(Files.getLastModifiedTime(FILE), time -> read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenApiContract read() {
        try {
            return new OpenApiContract(new ObjectMapper(new YAMLFactory()).readTree(Files.readString(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** Every operation as its method, path and definition. */
    public Stream<Operation> operations() {
        return stream(document.path("paths")).flatMap(path -> stream(path.getValue())
                .map(operation -> new Operation(operation.getKey(), path.getKey(), operation.getValue())));
    }

    private static final Pattern ROLE = Pattern.compile("Needs the role `(\\w+)`\\.");

    /** One operation of the contract. */
    public record Operation(String method, String path, JsonNode definition) {

        /** The role that its description names; empty when any key is enough, or none is needed. */
        public List<String> roles() {
            return ROLE.matcher(definition.path("description").asText()).results().map(role -> role.group(1)).toList();
        }

        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    private static Stream<Map.Entry<String, JsonNode>> stream(JsonNode object) {
        Iterable<Map.Entry<String, JsonNode>> fields = object::fields;
        return StreamSupport.stream(fields.spliterator(), false);
    }

    private record PathItem(Pattern template, JsonNode operations) {
    }

    /** The operation at a path. */
    Optional<JsonNode> operation(String path, String method) {
        for (PathItem item : paths) {
            if (item.template.matcher(path).matches()) {
                return Optional.ofNullable(item.operations.get(method));
            }
        }
        return Optional.empty();
    }

    /** Follows a reference to a component. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    public void assertValid(String pointer, String json, String what) {
        assertEquals(Set.of(), validate("{\"$ref\":\"" + ADDRESS + "#" + pointer + "\"}", json), what);
    }

    /** A schema inside the contract: its references are the contract's. */
    public void assertValid(JsonNode schema, String json, String what) {
        String absolute = schema.toString().replace("\"$ref\":\"#", "\"$ref\":\"" + ADDRESS + "#");
        assertEquals(Set.of(), validate(absolute, json), what);
    }

    /** A schema of answers from which {@code fields} leaves members out: none is required in it, or in the items of a list. */
    public JsonNode sparse(JsonNode schema) {
        ObjectNode sparse = resolve(schema).deepCopy();
        JsonNode items = sparse.at("/properties/items/items");
        if (items.isMissingNode()) {
            sparse.remove("required");
        } else {
            ((ObjectNode) sparse.at("/properties/items")).set("items", sparse(items));
        }
        return sparse.put("additionalProperties", false);
    }

    public JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<ValidationMessage> validate(String schema, String json) {
        return validators.computeIfAbsent(schema, this::validator).validate(json, InputFormat.JSON);
    }

    private JsonSchema validator(String schema) {
        try {
            return schemas.getSchema(SchemaLocation.of("https://loa.test/use"), JSON.readTree(schema), config);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
