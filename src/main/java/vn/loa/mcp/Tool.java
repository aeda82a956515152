package vn.loa.mcp;

import java.util.List;
import java.util.function.Function;

/**
 * What an agent may call.
 *
 * @param operationId the operation of the contract that describes it
 * @param schema the schema that describes it instead; null for the operation
 * @param arguments the names of its parameters there
 * @param required those that must be given
 * @param call what is answered, as Jackson writes it
 */
record Tool(String name, String operationId, String schema, List<String> arguments, List<String> required, Function<ToolCall, Object> call) {
}
