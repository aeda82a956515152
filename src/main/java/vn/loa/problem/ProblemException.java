package vn.loa.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a request with a {@link Problem}. It is a WebApplicationException because Quarkus REST turns any other exception of a
 * parameter converter into a 404 without a body.
 */
public class ProblemException extends WebApplicationException {

    private final transient Problem problem;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    ProblemException(Problem problem) {
        super(problem.detail(), problem.status());
        this.problem = problem;
    }

    /** Adds a header to the answer. */
    public ProblemException withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
