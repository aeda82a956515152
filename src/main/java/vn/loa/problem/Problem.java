package vn.loa.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of the answer to a failed request (RFC 9457), with the code of the {@link ProblemType} and the request's trace
 * id. It is immutable: the {@code with…} methods return a changed copy.
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors", "traceId"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldError> errors,
        String traceId,
        @JsonAnyGetter Map<String, Object> extensions) {

    /** RFC 9457, section 6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** {@code Retry-After} of every {@link ProblemType#UNAVAILABLE}. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /** One wrong field, by a JSON Pointer into the body, or one wrong parameter, by its name. The other one is null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            String pointer,
            String parameter,
            String code,
            String message) {
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, type.code(), List.of(), null, Map.of());
    }

    /** For a parameter with a value that its operation does not accept. */
    public static Problem invalidParameter(String name, String code, String message) {
        return of(ProblemType.INVALID_PARAMETER, "The parameter '" + name + "' " + message + ".")
                .withError(new FieldError(null, name, code, message));
    }

    /**
     * Limits a parameter of free text.
     *
     * @param value null when the parameter was not given
     * @throws ProblemException 400 naming the parameter when the value is longer
     */
    public static void requireAtMost(int characters, String parameter, String value) {
        if (value != null && value.length() > characters) {
            throw invalidParameter(parameter, "too-long", "must have at most " + characters + " characters").asException();
        }
    }

    public Problem withError(FieldError error) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(error);
        return new Problem(type, title, status, detail, code, List.copyOf(more), traceId, extensions);
    }

    /** A further member of the problem object (RFC 9457, section 3.2). */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, title, status, detail, code, errors, traceId, more);
    }

    public Problem withTraceId(String id) {
        return new Problem(type, title, status, detail, code, errors, id, extensions);
    }

    /** The exception that ends a request with this problem. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    @JsonProperty
    public List<FieldError> errors() {
        return errors;
    }
}
