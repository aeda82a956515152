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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.OpenApiContract;

/** openapi.yaml is the API: what is served, complete, and true in its examples. */
@QuarkusTest
class ContractTest {

    private static final Pattern IS_BINARY = Pattern.compile("application/pdf|image/.*");
    private static final String REFRESH = "mvn test -Dtest=ContractTest -Dcontract.refresh";

    @Test
    void the_committed_contract_is_what_the_code_says() throws IOException {
        String said = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (System.getProperty("contract.refresh") != null) {
            Files.writeString(OpenApiContract.FILE, said);
        }
        assertEquals(said, Files.readString(OpenApiContract.FILE),
                "openapi.yaml is not what the code says. If the change is meant, write it with: " + REFRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/openapi", "/api/v1/openapi.yaml"})
    void the_committed_contract_is_served(String address) throws IOException {
        Response served = given().get(address).then().statusCode(200).contentType("application/yaml").extract().response();
        assertEquals(Files.readString(OpenApiContract.FILE), served.asString());
        given().header("If-None-Match", served.header("ETag")).get(address).then().statusCode(304);
    }

    @Test
    void the_contract_is_served_as_json_too() throws IOException {
        JsonNode committed = OpenApiContract.load().document();
        for (Response served : List.of(given().accept("application/json").get("/api/v1/openapi"),
                given().get("/api/v1/openapi.json"))) {
            served.then().statusCode(200).contentType("application/json");
            assertEquals(committed, new ObjectMapper().readTree(served.asString()));
        }
    }

    @Test
    void every_operation_is_described() {
        OpenApiContract contract = OpenApiContract.load();
        assertAll(contract.operations().flatMap(operation -> {
            JsonNode definition = operation.definition();
            return Stream.<Executable>of(
                    () -> assertFalse(definition.path("operationId").asText().isEmpty(), operation + " operationId"),
                    () -> assertFalse(definition.path("summary").asText().isEmpty(), operation + " summary"),
                    () -> assertFalse(definition.path("description").asText().isEmpty(), operation + " description"),
                    () -> assertEquals(1, definition.path("tags").size(), operation + " tags"),
                    () -> definition.path("parameters").forEach(parameter ->
                            assertFalse(parameter.path("description").asText().isEmpty(), operation + " " + parameter)),
                    () -> definition.path("responses").forEach(response ->
                            assertFalse(contract.resolve(response).path("description").asText().isEmpty(),
                                    operation + " " + response)),
                    () -> assertTrue(definition.path("responses").has("500"), operation + " says nothing of failures"));
        }));
    }

    @Test
    void the_contract_introduces_itself() {
        JsonNode contract = OpenApiContract.load().document();
        assertFalse(contract.path("info").path("description").asText().isEmpty());
        assertEquals("/", contract.path("servers").path(0).path("url").asText());
        List<String> described = contract.path("tags").findValuesAsText("name");
        OpenApiContract.load().operations().forEach(operation -> {
            assertTrue(described.contains(operation.definition().path("tags").path(0).asText()), operation + " tag");
            operation.definition().path("security").forEach(requirement -> requirement.fieldNames().forEachRemaining(
                    scheme -> assertTrue(contract.path("components").path("securitySchemes").has(scheme), scheme)));
        });
    }

    @Test
    void operation_ids_are_unique() {
        List<String> ids = OpenApiContract.load().operations()
                .map(operation -> operation.definition().path("operationId").asText()).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void every_schema_is_described() {
        OpenApiContract contract = OpenApiContract.load();
        List<String> builtIn = List.of("UUID", "Instant", "LocalDate");
        contract.document().path("components").path("schemas").fields().forEachRemaining(schema ->
                assertTrue(builtIn.contains(schema.getKey()) || schema.getValue().has("description"), schema.getKey()));
    }

    @Test
    void every_body_has_an_example_that_its_schema_allows() {
        OpenApiContract contract = OpenApiContract.load();
        contract.operations().forEach(operation -> {
            assertExamples(contract, operation.definition().path("requestBody"), operation + " request");
            operation.definition().path("responses").fields().forEachRemaining(response ->
                    assertExamples(contract, contract.resolve(response.getValue()), operation + " " + response.getKey()));
        });
    }

    private static void assertExamples(OpenApiContract contract, JsonNode body, String name) {
        body.path("content").fields().forEachRemaining(entry -> {
            JsonNode content = entry.getValue();
            if (IS_BINARY.matcher(entry.getKey()).matches()) {
                // OpenAPI 3.1 describes it by its media type alone: JSON can neither describe nor show it.
                assertTrue(content.path("schema").isMissingNode(), name + " has a schema");
                return;
            }
            assertFalse(content.path("examples").isEmpty(), name + " has no example");
            content.path("examples").forEach(example ->
                    contract.assertValid(content.path("schema"), example.path("value").toString(), name));
        });
    }
}
