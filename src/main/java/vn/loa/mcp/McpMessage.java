package vn.loa.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A message of JSON-RPC 2.0 from a client.
 *
 * @param id a string or a number; null for a notification, which has no answer
 */
record McpMessage(
        String jsonrpc,
        Object id,
        String method,
        Map<String, Object> params) {

    /** Whether each surrogate has its other half: else nobody can write the text as UTF-8. */
    static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
