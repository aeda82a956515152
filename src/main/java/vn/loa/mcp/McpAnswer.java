package vn.loa.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** An answer of JSON-RPC 2.0: it has a result or an error. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record McpAnswer(
        String jsonrpc,
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Object id,
        Map<String, Object> result,
        Fault error) {

    static final String VERSION = "2.0";

    /** Why a message could not be answered. */
    record Fault(
            int code,
            String message) {

        static final int INVALID_REQUEST = -32600;
        static final int METHOD_NOT_FOUND = -32601;
        static final int INVALID_PARAMS = -32602;
    }

    static McpAnswer of(Object id, Map<String, Object> result) {
        return new McpAnswer(VERSION, id, result, null);
    }

    static McpAnswer fault(Object id, int code, String message) {
        return new McpAnswer(VERSION, id, null, new Fault(code, message));
    }
}
