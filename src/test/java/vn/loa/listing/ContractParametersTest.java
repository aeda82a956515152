package vn.loa.listing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.loa.article.ArticleAddress;
import vn.loa.category.CategoryAddress;
import vn.loa.http.Operations;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;
import vn.loa.support.ResourceMethods;

/** The methods of the resources against the operations of openapi.yaml, and back: addresses, parameters, roles, media types. */
@QuarkusTest
class ContractParametersTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final Map<Class<?>, String> TYPES = Map.of(String.class, "string", UUID.class, "string uuid",
            Integer.class, "integer int32", LocalDate.class, "string date", Instant.class, "string date-time",
            Boolean.class, "boolean", List.class, "array", ArticleAddress.class, "string",
            CategoryAddress.class, "string");

    /** Lists whose values are members of the answer. */
    private static final Set<String> UNLIMITED = Set.of("sort", "fields", "include");

    private static Map<String, Operation> contract() {
        Map<String, Operation> operations = new TreeMap<>();
        CONTRACT.operations().forEach(operation ->
                operations.put(operation.method().toUpperCase(Locale.ROOT) + " " + operation.path(), operation));
        return operations;
    }

    @Test
    void every_method_of_a_resource_is_an_operation_and_every_operation_a_method() {
        assertEquals(String.join("\n", contract().keySet()), String.join("\n", ResourceMethods.byAddress().keySet()));
    }

    @Test
    void an_operation_has_the_parameters_of_its_method() {
        Map<String, Operation> contract = contract();
        List<Executable> checks = new ArrayList<>();
        ResourceMethods.byAddress().forEach((address, methods) -> methods.forEach(code -> checks.add(() -> {
            Map<String, JsonNode> declared = parameters(contract.get(address), "query");
            QueryParameters.Known known = QueryParameters.of(code.method());
            assertEquals(known.names(), new TreeSet<>(declared.keySet()), address);
            Set<String> lists = declared.entrySet().stream()
                    .filter(parameter -> parameter.getValue().at("/schema/type").asText().equals("array"))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
            assertEquals(known.repeatable().stream().filter(known.names()::contains).collect(Collectors.toSet()), lists, address);
            declared.forEach((name, parameter) -> {
                if (known.repeatable().contains(name) && !UNLIMITED.contains(name) && !parameter.path("required").asBoolean()) {
                    assertEquals(FilterField.MOST_VALUES, parameter.at("/schema/maxItems").asInt(), address + " " + name);
                }
            });
            Set<String> inPath = Stream.of(address.split("/")).filter(segment -> segment.startsWith("{"))
                    .map(segment -> segment.substring(1, segment.length() - 1)).collect(Collectors.toSet());
            assertEquals(inPath, parameters(contract.get(address), "path").keySet(), address);
        })));
        assertAll(checks);
    }

    @Test
    void a_parameter_has_the_type_that_is_read() {
        Map<String, Operation> contract = contract();
        List<Executable> checks = new ArrayList<>();
        ResourceMethods.byAddress().forEach((address, methods) -> methods.forEach(code -> types(code.method()).forEach((name, type) -> checks.add(() -> {
            JsonNode parameter = Optional.ofNullable(parameters(contract.get(address), "query").get(name))
                    .orElseGet(() -> parameters(contract.get(address), "path").get(name));
            JsonNode schema = CONTRACT.resolve(parameter.path("schema"));
            String declared = schema.path("type").asText() + (schema.has("format") ? " " + schema.path("format").asText() : "");
            assertEquals(TYPES.get(type), declared, address + " " + name);
        }))));
        assertAll(checks);
    }

    private static Map<String, JsonNode> parameters(Operation operation, String in) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        StreamSupport.stream(operation.definition().path("parameters").spliterator(), false).map(CONTRACT::resolve)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .forEach(parameter -> parameters.put(parameter.path("name").asText(), parameter));
        return parameters;
    }

    /** The parameters that the framework reads, without those of a {@link ListModel}. */
    private static Map<String, Class<?>> types(Method method) {
        Map<String, Class<?>> types = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            name(parameter.getAnnotations()).ifPresent(name -> types.put(name, parameter.getType()));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields()).forEach(field ->
                        name(field.getAnnotations()).ifPresent(name -> types.put(name, field.getType())));
            }
        }
        return types;
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations).map(annotation -> annotation instanceof PathParam path ? path.value()
                : annotation instanceof QueryParam query ? query.value() : null).filter(name -> name != null).findFirst();
    }

    @Test
    void an_operation_names_the_role_that_its_method_needs() {
        Map<String, Operation> contract = contract();
        List<Executable> checks = new ArrayList<>();
        ResourceMethods.byAddress().forEach((address, methods) -> methods.forEach(code -> checks.add(() -> {
            JsonNode security = contract.get(address).definition().path("security");
            Optional<List<String>> roles = Operations.roles(code.resource(), code.method());
            if (roles.isPresent()) {
                assertEquals(1, security.size(), address);
                assertTrue(security.path(0).has("bearer"), address);
                assertEquals(roles.get(), contract.get(address).roles(), address);
            } else {
                // An operation for everybody may take a key: then the first choice is none.
                assertEquals(0, security.path(0).size(), address);
            }
        })));
        assertAll(checks);
    }

    @Test
    void an_operation_reads_and_answers_the_media_types_of_its_method() {
        Map<String, Operation> contract = contract();
        List<Executable> checks = new ArrayList<>();
        ResourceMethods.byAddress().forEach((address, methods) -> checks.add(() -> {
            JsonNode definition = contract.get(address).definition();
            assertEquals(methods.stream().flatMap(code -> code.consumes().stream()).collect(Collectors.toSet()),
                    names(definition.at("/requestBody/content")), address + " reads");
            Set<String> answered = new TreeSet<>();
            definition.path("responses").fields().forEachRemaining(response -> {
                if (response.getKey().startsWith("2") || response.getKey().startsWith("3")) {
                    answered.addAll(names(response.getValue().path("content")));
                }
            });
            Set<String> produced = methods.stream().flatMap(code -> code.produces().stream()).collect(Collectors.toSet());
            if (produced.isEmpty()) {
                produced.add("application/json");
            }
            if (methods.stream().noneMatch(code -> code.method().getGenericReturnType().getTypeName().endsWith("<java.lang.Object>"))) {
                // The type of a file is known when it has been found.
                answered.stream().filter(type -> !type.matches("application/(gzip|x-ndjson|pdf|msword|vnd\\.openxml.*)|image/.*"))
                        .forEach(type -> assertTrue(produced.contains(type), address + " answers " + type + ", the method " + produced));
            }
        }));
        assertAll(checks);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
