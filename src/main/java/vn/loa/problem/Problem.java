package vn.loa.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * The body of the answer to a failed request (RFC 9457), with the code of the {@link ProblemType} and the request's trace
 * id. It is immutable: the {@code with…} methods return a changed copy.
 */
@Schema(description = "What went wrong (RFC 9457). Some types have members of their own.", properties = {
    @SchemaProperty(name = "state", description = "`illegal-transition`: the article's state.", type = SchemaType.STRING),
    @SchemaProperty(name = "allowed", description = "`illegal-transition`: the steps that are possible now.",
            type = SchemaType.ARRAY, implementation = String.class),
    @SchemaProperty(name = "explanation", description = "`gone`: why it was removed.", type = SchemaType.STRING),
    @SchemaProperty(name = "removedAt", description = "`gone`: since when.", type = SchemaType.STRING, format = "date-time"),
    @SchemaProperty(name = "size", description = "`too-large`: the largest `size` that fits.", type = SchemaType.INTEGER),
    @SchemaProperty(name = "article", description = "`already-imported`: the article's `id` and `slug`.",
            type = SchemaType.OBJECT),
    @SchemaProperty(name = "articles", description = "`conflict` on deleting a file: some of the articles that carry it.",
            type = SchemaType.ARRAY, implementation = String.class)})
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors", "traceId"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(description = "Identifies the kind of problem: `/problems/<code>`, a page that this server serves.",
                examples = "/problems/invalid-parameter", required = true)
        String type,
        @Schema(description = "The kind of problem in a few words; always the same for a type.", required = true)
        String title,
        @Schema(description = "The HTTP status.", required = true)
        int status,
        @Schema(description = "What is wrong with this very request.")
        String detail,
        @Schema(description = "The last part of `type`: what a program switches on.", examples = "invalid-parameter",
                required = true)
        String code,
        @Schema(description = "Each wrong field or parameter.")
        List<FieldError> errors,
        @Schema(description = "Finds the request in the server's log; taken from `traceparent` when it was sent.",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736", required = true)
        String traceId,
        @JsonAnyGetter @Schema(hidden = true)
        Map<String, Object> extensions) {

    /** RFC 9457, section 6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** {@code Retry-After} of every {@link ProblemType#UNAVAILABLE}. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /** One wrong field, by a JSON Pointer into the body, or one wrong parameter, by its name. The other one is null. */
    @Schema(description = "A wrong field, by its JSON Pointer, or a wrong parameter, by its name.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            @Schema(description = "RFC 6901 pointer into the body.", examples = "/articleId")
            String pointer,
            @Schema(description = "The name of a path or query parameter.", examples = "size")
            String parameter,
            @Schema(description = "What rule was broken.", examples = "out-of-range", required = true)
            String code,
            @Schema(description = "The same for people.", examples = "must be between 1 and 100", required = true)
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
