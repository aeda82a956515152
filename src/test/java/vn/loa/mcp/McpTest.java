package vn.loa.mcp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;

@QuarkusTest
class McpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ValidatableResponse send(Object message) {
        return given().contentType("application/json").accept("application/json, text/event-stream").body(message).post("/mcp").then();
    }

    private static ValidatableResponse ask(String method, Map<String, ?> params) {
        return send(Map.of("jsonrpc", "2.0", "id", "a-1", "method", method, "params", params)).statusCode(200).body("id", equalTo("a-1"));
    }

    private static JsonNode call(String tool, Map<String, ?> arguments) {
        JsonNode result = called(tool, arguments);
        assertTrue(!result.path("isError").asBoolean(), result.toString());
        return Editing.object(result.at("/content/0/text").asText());
    }

    private static JsonNode called(String tool, Map<String, ?> arguments) {
        return Editing.object(ask("tools/call", Map.of("name", tool, "arguments", arguments)).extract().asString()).path("result");
    }

    private static String refused(String tool, Map<String, ?> arguments) {
        JsonNode result = called(tool, arguments);
        assertTrue(result.path("isError").asBoolean(), result.toString());
        return result.at("/content/0/text").asText();
    }

    @Test
    void a_client_is_told_what_is_here_and_gets_no_session() {
        ask("initialize", Map.of("protocolVersion", "2025-06-18", "capabilities", Map.of(), "clientInfo", Map.of("name", "test", "version", "1")))
                .body("result.protocolVersion", equalTo("2025-06-18")).body("result.serverInfo.name", equalTo("Loa"))
                .header("Mcp-Session-Id", nullValue()).header("Cache-Control", "no-store");
        ask("initialize", Map.of("protocolVersion", "1999-01-01")).body("result.protocolVersion", equalTo("2025-11-25"));
        send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized")).statusCode(202);
        ask("ping", Map.of()).body("error", nullValue());
        given().get("/mcp").then().statusCode(405);
        given().delete("/mcp").then().statusCode(405);
    }

    @Test
    void the_tools_are_few_only_read_and_are_described_in_the_words_of_the_contract() {
        JsonNode tools = Editing.object(ask("tools/list", Map.of()).body("result.tools", hasSize(lessThanOrEqualTo(8))).extract().asString())
                .at("/result/tools");
        Map<String, String> operations = new LinkedHashMap<>();
        OpenApiContract.load().operations().forEach(operation -> operations.put(operation.definition().path("summary").asText() + ". "
                + operation.definition().path("description").asText(), operation.definition().path("operationId").asText()));
        String force = OpenApiContract.load().document().at("/components/schemas/Force/description").asText();
        for (JsonNode tool : tools) {
            String words = tool.path("description").asText();
            assertTrue(operations.containsKey(words) || words.equals(force), words);
            assertTrue(tool.at("/annotations/readOnlyHint").asBoolean());
            assertTrue(!tool.at("/inputSchema/additionalProperties").asBoolean(true));
            tool.at("/inputSchema/properties").forEach(argument -> assertTrue(!argument.path("description").asText().isEmpty()));
        }
    }

    @Test
    void an_agent_finds_a_section_and_its_status_checks_what_it_wrote_and_learns_what_changed() {
        ObjectNode content = Editing.directive("Chuyển đổi số", "22-CT/TU");
        String id = Editing.published(content);
        assertEquals(id, call("resolve", Map.of("q", "Chỉ thị 22-CT/TU")).at("/candidates/0/article/id").asText());
        JsonNode section = call("get_section", Map.of("article", id, "eId", "sec_2"));
        assertEquals("Văn phòng theo dõi.", section.at("/section/paragraphs/0/text").asText());
        assertEquals("22-CT/TU", section.at("/directive/number").asText());
        assertEquals("2024-06-30", call("get_status", Map.of("article", id, "eId", "sec_2", "inForceOn", "2024-06-30")).path("inForceOn").asText());
        assertTrue(call("get_status", Map.of("article", section.at("/article/slug").asText())).at("/force/status").isTextual());
        assertEquals("exists", call("check_citations", Map.of("text", "Mục 2 Chỉ thị số 22-CT/TU")).at("/items/0/verdict").asText());
        assertEquals(0, call("cited_by", Map.of("article", id, "size", 5)).path("items").size());
        assertTrue(call("list_effects", Map.of("article", id, "direction", "in", "size", 5)).path("items").isArray());
        assertTrue(call("list_changes", Map.of("size", 1)).path("items").isArray());
        assertTrue(call("search", Map.of("q", "chuyển đổi số", "type", List.of("Chỉ thị"), "size", 3)).path("items").size() > 0);
    }

    @Test
    void drafts_do_not_show() {
        String id = Editing.created(Editing.directive("Bí mật", "23-CT/TU"));
        assertTrue(refused("get_section", Map.of("article", id, "eId", "sec_1")).startsWith("not-found:"));
        assertTrue(refused("get_status", Map.of("article", id)).startsWith("not-found:"));
        assertTrue(refused("resolve", Map.of("q", "23-CT/TU")).startsWith("not-found:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "get_section|{\"article\": \"x\"}|eId must be given",
            "get_section|{\"article\": \"x\", \"eId\": 1}|must be of the type string",
            "get_section|{\"article\": \"x\", \"eId\": \"sec_1\"}|not-found:",
            "get_section|{\"article\": \"x\", \"eId\": \"sec_1\", \"y\": 1}|has the arguments article, eId; not y",
            "get_status|{\"article\": \"x\", \"inForceOn\": \"today\"}|not-found:",
            "check_citations|{\"text\": \" \"}|must not be blank",
            "check_citations|{\"text\": \"a\", \"inForceOn\": \"99999-01-01\"}|must be a date",
            "search|{\"q\": \"a\", \"size\": 1000}|size",
            "search|{\"q\": \"a\", \"size\": \"1\"}|must be of the type integer",
            "search|{\"q\": \"\\u0000\"}|must be of the type string",
            "resolve|{\"q\": \"a\\uD800\"}|must be of the type string",
            "cited_by|{\"article\": \"x\", \"cursor\": \"!\"}|not-found:",
            "list_effects|{\"article\": \"x\", \"direction\": \"up\"}|direction",
            "list_changes|{\"since\": \"!\"}|invalid-parameter:",
            "list_changes|{\"size\": 0}|invalid-parameter:"})
    void a_wrong_call_is_told_what_is_wrong(String tool, String arguments, String words) throws Exception {
        String said = refused(tool, JSON.readValue(arguments, Map.class));
        assertTrue(said.contains(words), said);
        assertTrue(!said.contains("Exception") && !said.contains("vn.loa"), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"ping\"}|-32600",
            "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}|-32600", "{\"jsonrpc\": \"2.0\", \"id\": 1}|-32600",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"resources/list\"}|-32601",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\"}|-32602",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"drop\"}}|-32602",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"search\", \"arguments\": []}}|-32602"})
    void a_wrong_message_has_an_error(String message, int code) {
        send(message).statusCode(200).body("error.code", equalTo(code)).body("result", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "{", "{\"x\": 1}", "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]"})
    void what_is_no_message_is_a_problem(String body) {
        send(body).statusCode(400).body("code", equalTo("malformed-body")).body("detail", not(containsString("jackson")));
    }

    @Test
    void a_page_of_another_origin_is_refused() {
        Map<String, Object> ping = Map.of("jsonrpc", "2.0", "id", 1, "method", "ping");
        given().contentType("application/json").header("Origin", "https://evil.example").body(ping).post("/mcp").then().statusCode(403);
        given().contentType("application/json").header("MCP-Protocol-Version", "1999-01-01").body(ping).post("/mcp").then().statusCode(400);
    }
}
