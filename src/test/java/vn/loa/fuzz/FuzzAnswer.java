package vn.loa.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer as it came.
 *
 * @param headers by names in small letters
 */
record FuzzAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String header(String name) {
        return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isSuccess() {
        return status < 400;
    }

    boolean isJson() {
        return String.valueOf(header("Content-Type")).replaceAll(";.*", "").endsWith("json") && body.length > 0;
    }

    /** Missing when it is none. */
    JsonNode json() {
        try {
            return isJson() ? JSON.readTree(body) : JSON.missingNode();
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
