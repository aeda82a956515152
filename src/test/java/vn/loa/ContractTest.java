package vn.loa;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.problem.ProblemType;
import vn.loa.support.OpenApiContract;

/** openapi.yaml is the API: it is served as it stands, it is complete, and its examples are true to its schemas. */
@QuarkusTest
class ContractTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final String KNOWN_PARAMETERS = "This address has the query parameters ";
    private static final Pattern IS_BINARY = Pattern.compile("application/(pdf|msword|octet-stream|zip|x-tar|gzip|vnd\\.openxml.*)|image/.*");
    /** A name that every generator can write, with one of the operators. */
    private static final Pattern PARAMETER = Pattern.compile("[a-z][A-Za-z]*(\\[(ne|gte|lt)])?");
    /** The types of problems that name each fault in {@code errors}. */
    private static final Set<ProblemType> WITH_ERRORS = Set.of(ProblemType.INVALID_PARAMETER, ProblemType.UNKNOWN_PARAMETER,
            ProblemType.TOO_LARGE, ProblemType.MALFORMED_BODY, ProblemType.INVALID_CONTENT);
    private static final Set<String> ESCAPED = Set.of("in", "on", "from", "is", "not", "as", "for", "if", "class", "default", "import",
            "public");

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/openapi", "/api/v1/openapi.yaml"})
    void the_file_is_served(String address) throws IOException {
        Response served = given().get(address).then().statusCode(200).contentType("application/yaml").extract().response();
        assertEquals(Files.readString(OpenApiContract.FILE), served.asString());
        given().header("If-None-Match", served.header("ETag")).get(address).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/openapi", "/api/v1/openapi.json", "/q/openapi?format=json"})
    void the_same_is_served_as_json(String address) throws IOException {
        String json = given().accept("application/json").get(address).then().statusCode(200)
                .contentType("application/json").extract().asString();
        assertEquals(CONTRACT.document(), new ObjectMapper().readTree(json));
    }

    @Test
    void every_operation_is_described() {
        assertAll(CONTRACT.operations().flatMap(operation -> {
            JsonNode definition = operation.definition();
            return Stream.<Executable>of(
                    () -> assertFalse(definition.path("operationId").asText().isEmpty(), operation + " operationId"),
                    () -> assertFalse(definition.path("summary").asText().isEmpty(), operation + " summary"),
                    () -> assertFalse(definition.path("description").asText().isEmpty(), operation + " description"),
                    () -> assertEquals(1, definition.path("tags").size(), operation + " tags"),
                    () -> assertTrue(definition.path("security").isArray(), operation + " says who may call it"),
                    () -> parameters(operation).forEach(parameter ->
                            assertFalse(parameter.path("description").asText().isEmpty(), operation + " " + parameter)),
                    () -> definition.path("responses").forEach(response ->
                            assertFalse(CONTRACT.resolve(response).path("description").asText().isEmpty(),
                                    operation + " " + response)),
                    () -> assertTrue(definition.path("responses").has("500"), operation + " says nothing of failures"));
        }));
    }

    private static Stream<JsonNode> parameters(OpenApiContract.Operation operation) {
        return stream(operation.definition().path("parameters")).map(CONTRACT::resolve);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Test
    void the_contract_introduces_itself() {
        JsonNode contract = CONTRACT.document();
        assertFalse(contract.path("info").path("description").asText().isEmpty());
        assertEquals("/", contract.path("servers").path(0).path("url").asText());
        Set<String> described = Set.copyOf(contract.path("tags").findValuesAsText("name"));
        Set<String> used = new TreeSet<>();
        CONTRACT.operations().forEach(operation -> {
            used.add(operation.definition().path("tags").path(0).asText());
            operation.definition().path("security").forEach(requirement -> requirement.fieldNames().forEachRemaining(
                    scheme -> assertTrue(contract.path("components").path("securitySchemes").has(scheme), scheme)));
        });
        assertEquals(described, used);
    }

    @Test
    void operation_ids_are_unique() {
        List<String> ids = CONTRACT.operations()
                .map(operation -> operation.definition().path("operationId").asText()).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void every_schema_is_described() {
        CONTRACT.document().path("components").path("schemas").fields().forEachRemaining(schema ->
                assertTrue(schema.getValue().has("description"), schema.getKey()));
    }

    @Test
    void references_lead_somewhere_and_every_component_is_used() {
        Set<String> used = new LinkedHashSet<>();
        walk("", CONTRACT.document(), (place, node) -> {
            if (node.path("$ref").isTextual()) {
                used.add(node.path("$ref").asText());
                assertFalse(CONTRACT.resolve(node).isMissingNode(), place + " refers to nothing");
            }
        });
        Set<String> all = new LinkedHashSet<>();
        CONTRACT.document().path("components").fields().forEachRemaining(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue().fieldNames().forEachRemaining(name -> all.add("#/components/" + kind.getKey() + "/" + name));
            }
        });
        all.removeAll(used);
        assertEquals(Set.of(), all, "used by nothing");
    }

    @Test
    void parameters_have_names_that_need_no_escape_and_lists_have_at_most_thirty_filters_and_options() {
        assertAll(CONTRACT.operations().flatMap(operation -> {
            assertTrue(parameters(operation).filter(parameter -> parameter.path("in").asText().equals("query")).count() <= 30,
                    operation + " has too many parameters");
            return parameters(operation).map(parameter -> () -> {
                String name = parameter.path("name").asText();
                if (!parameter.path("in").asText().equals("header")) {
                    assertTrue(PARAMETER.matcher(name).matches() && !ESCAPED.contains(name), operation + " " + name);
                }
                assertTrue(parameter.path("schema").has("type") || parameter.path("schema").has("$ref"), operation + " " + name);
                // Documentation pages fill in whatever has an example.
                assertEquals(parameter.path("required").asBoolean(), parameter.has("example"), operation + " " + name);
                if (parameter.path("schema").path("type").asText().equals("array")) {
                    assertFalse(parameter.path("explode").asBoolean(true), operation + " " + name + " has commas");
                }
            });
        }));
    }

    @Test
    void patterns_hold_from_the_beginning_to_the_end() {
        walk("", CONTRACT.document().path("components"), (place, node) -> {
            String pattern = node.path("pattern").asText("^$");
            assertTrue(pattern.startsWith("^") && pattern.endsWith("$"), place + " " + pattern);
        });
    }

    @Test
    void no_member_has_a_default_or_a_name_that_a_language_reserves() {
        CONTRACT.document().path("components").path("schemas").fields().forEachRemaining(schema ->
                schema.getValue().path("properties").fields().forEachRemaining(member -> {
                    String place = schema.getKey() + "." + member.getKey();
                    // Generators for TypeScript take a member with a default for one that is always there, in requests, too.
                    assertFalse(member.getValue().has("default"), place);
                    assertFalse(ESCAPED.contains(member.getKey()), place);
                    boolean isNull = stream(member.getValue().path("type")).anyMatch(type -> type.asText().equals("null"));
                    assertFalse(isNull && member.getValue().has("enum"), place + " names null, but not among its values");
                }));
    }

    /** Calls back for every object that is not inside an example. */
    private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> each) {
        if (node.isObject() && !place.endsWith("/properties")) {
            each.accept(place, node);
        }
        node.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("value") && !field.getKey().equals("example")) {
                walk(place + "/" + field.getKey(), field.getValue(), each);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> walk(place + "/-", item, each));
        }
    }

    @Test
    void the_list_of_problems_is_the_closed_one() {
        Set<String> codes = Arrays.stream(ProblemType.values()).map(ProblemType::code).collect(Collectors.toSet());
        Set<String> listed = stream(CONTRACT.document().at("/components/schemas/Problem/properties/code/enum"))
                .map(JsonNode::asText).collect(Collectors.toSet());
        assertEquals(codes, listed);
    }

    @Test
    void every_problem_has_an_example_that_says_what_is_wrong() {
        CONTRACT.operations().forEach(operation -> operation.definition().path("responses").fields().forEachRemaining(response -> {
            if (response.getKey().compareTo("400") >= 0) {
                JsonNode examples = CONTRACT.resolve(response.getValue()).at("/content/application~1problem+json/examples");
                assertFalse(examples.isEmpty(), operation + " " + response.getKey());
                examples.fields().forEachRemaining(example -> assertExample(response.getKey(), example));
            }
        }));
    }

    private static void assertExample(String status, Map.Entry<String, JsonNode> example) {
        ProblemType type = ProblemType.ofCode(example.getKey()).orElseThrow();
        JsonNode value = example.getValue().path("value");
        assertEquals(status, String.valueOf(type.status()), example.getKey());
        assertEquals(type.code(), value.path("code").asText());
        assertEquals(type.title(), value.path("title").asText());
        assertEquals(type.uri(), value.path("type").asText());
        assertEquals(type.status(), value.path("status").asInt());
        assertEquals(type != ProblemType.INTERNAL_ERROR, value.has("detail"), example.getKey());
        // A conflict may name a parameter that would solve it.
        assertTrue(type == ProblemType.CONFLICT || WITH_ERRORS.contains(type) == value.has("errors"), example.getKey());
    }

    @Test
    void an_example_of_a_wrong_parameter_is_about_the_operation() {
        CONTRACT.operations().forEach(operation -> {
            Map<String, String> parameters = new HashMap<>();
            stream(operation.definition().path("parameters")).map(CONTRACT::resolve)
                    .forEach(each -> parameters.put(each.path("name").asText(), each.path("in").asText()));
            JsonNode examples = CONTRACT.resolve(operation.definition().at("/responses/400"))
                    .at("/content/application~1problem+json/examples");
            stream(examples.at("/invalid-parameter/value/errors")).map(error -> error.path("parameter").asText())
                    .forEach(name -> assertTrue(parameters.containsKey(name), operation + " has no parameter " + name));
            stream(examples.at("/unknown-parameter/value/errors")).map(error -> error.path("parameter").asText())
                    .forEach(name -> assertFalse(parameters.containsKey(name), operation + " knows " + name));
            String known = examples.at("/unknown-parameter/value/detail").asText();
            if (known.startsWith(KNOWN_PARAMETERS)) {
                for (String name : known.substring(KNOWN_PARAMETERS.length(), known.length() - 1).split(", ")) {
                    assertEquals("query", parameters.get(name), operation + " " + name);
                }
            } else if (!known.isEmpty()) {
                assertFalse(parameters.containsValue("query"), operation + " has query parameters");
            }
        });
    }

    @Test
    void every_body_has_an_example_that_its_schema_allows() {
        CONTRACT.operations().forEach(operation -> {
            assertExamples(operation.definition().path("requestBody"), operation + " request");
            operation.definition().path("responses").fields().forEachRemaining(response ->
                    assertExamples(CONTRACT.resolve(response.getValue()), operation + " " + response.getKey()));
        });
    }

    private static void assertExamples(JsonNode body, String name) {
        body.path("content").fields().forEachRemaining(entry -> {
            JsonNode content = entry.getValue();
            if (IS_BINARY.matcher(entry.getKey()).matches()) {
                assertEquals("binary", content.path("schema").path("format").asText(), name);
                return;
            }
            assertFalse(content.path("examples").isEmpty(), name + " has no example");
            content.path("examples").forEach(example ->
                    CONTRACT.assertValid(content.path("schema"), example.path("value").toString(), name));
        });
    }
}
