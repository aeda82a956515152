package vn.loa.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.http.MovedException;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;

/** Calls tools, and says in their answers what is wrong with a call. */
@ApplicationScoped
class ToolCalls {

    private static final int LONGEST_NAME = 60;

    private final Tools tools;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    /** Made when somebody asks: the contract takes a moment to read. */
    private volatile List<Map<String, Object>> described;

    ToolCalls(Tools tools, ObjectMapper json, MeterRegistry metrics) {
        this.tools = tools;
        this.json = json;
        this.metrics = metrics;
    }

    List<Map<String, Object>> list() {
        if (described == null) {
            McpContract contract = new McpContract();
            described = tools.all().values().stream().map(contract::describe).toList();
        }
        return described;
    }

    McpAnswer answer(Object id, Map<String, Object> params) {
        Tool tool = params.get("name") instanceof String name ? tools.all().get(name) : null;
        if (tool == null) {
            return McpAnswer.fault(id, McpAnswer.Fault.INVALID_PARAMS, "The tools are " + String.join(", ", tools.all().keySet()) + ".");
        }
        Object given = params.get("arguments");
        if (given != null && !(given instanceof Map)) {
            return McpAnswer.fault(id, McpAnswer.Fault.INVALID_PARAMS, "The arguments must be an object.");
        }
        String wrong = wrong(tool, given == null ? Map.of() : (Map<?, ?>) given);
        return McpAnswer.of(id, wrong != null ? failed(tool, wrong) : called(tool, new ToolCall(ToolCall.known((Map<?, ?>) given))));
    }

    private Map<String, Object> called(Tool tool, ToolCall call) {
        try {
            String text = json.writeValueAsString(tool.call().apply(call));
            count(tool, "answered");
            return content(text, false);
        } catch (ProblemException e) {
            return failed(tool, words(e.problem()));
        } catch (MovedException e) {
            return failed(tool, e.getMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> failed(Tool tool, String words) {
        count(tool, "refused");
        return content(words, true);
    }

    private void count(Tool tool, String outcome) {
        metrics.counter("loa.mcp.calls", "tool", tool.name(), "outcome", outcome).increment();
    }

    private static Map<String, Object> content(String text, boolean isError) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)), "isError", isError);
    }

    private static String words(Problem problem) {
        return Stream.concat(Stream.of(problem.code() + ":", problem.detail()), problem.errors().stream()
                .map(error -> (error.parameter() == null ? error.pointer() : error.parameter()) + " " + error.message() + "."))
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** What is wrong with the arguments; null for nothing. */
    private String wrong(Tool tool, Map<?, ?> given) {
        List<String> unknown = given.keySet().stream().map(String::valueOf).filter(name -> !tool.arguments().contains(name)).toList();
        if (!unknown.isEmpty()) {
            String first = McpMessage.isWellFormed(unknown.get(0)) ? unknown.get(0) : "this one";
            return "invalid-parameter: The tool " + tool.name() + " has the arguments " + String.join(", ", tool.arguments()) + "; not "
                    + (first.length() > LONGEST_NAME ? first.substring(0, LONGEST_NAME) + "…" : first) + ".";
        }
        List<String> missing = tool.required().stream().filter(name -> given.get(name) == null).toList();
        if (!missing.isEmpty()) {
            return "invalid-parameter: " + String.join(", ", missing) + " must be given.";
        }
        return given.entrySet().stream().filter(argument -> argument.getValue() != null)
                .map(argument -> wrongType(tool, argument.getKey().toString(), argument.getValue())).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    private String wrongType(Tool tool, String name, Object value) {
        JsonNode schema = schema(tool, name);
        String type = schema.path("type").isArray() ? schema.path("type").path(0).asText() : schema.path("type").asText();
        boolean right = switch (type) {
            case "integer" -> value instanceof Integer;
            case "array" -> value instanceof Collection<?> many ? many.stream().allMatch(String.class::isInstance) : isText(value);
            default -> isText(value);
        };
        return right ? null : "invalid-parameter: " + name + " must be of the type " + type + ".";
    }

    /** No stored text contains U+0000 or half a surrogate pair, and PostgreSQL refuses them. */
    private static boolean isText(Object value) {
        return value instanceof String text && text.indexOf('\0') < 0 && !text.isEmpty() && McpMessage.isWellFormed(text);
    }

    @SuppressWarnings("unchecked")
    private JsonNode schema(Tool tool, String name) {
        Map<String, Object> described = list().stream().filter(each -> each.get("name").equals(tool.name())).findFirst().orElseThrow();
        return ((JsonNode) ((Map<String, Object>) described.get("inputSchema")).get("properties")).path(name);
    }
}
