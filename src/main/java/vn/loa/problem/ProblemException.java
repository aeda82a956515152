package vn.loa.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a request with a {@link Problem}. A WebApplicationException because parameter converters may throw no other
 * without its being turned into a bare 404.
 */
public class ProblemException extends WebApplicationException {

    private final transient Problem problem;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    ProblemException(Problem problem) {
        super(problem.detail(), problem.status());
        this.problem = problem;
    }

    /** A header that the answer has besides the usual ones. */
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
