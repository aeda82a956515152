package vn.loa.web;

import jakarta.ws.rs.WebApplicationException;

/**
 * Ends a request with a {@link Problem}. A WebApplicationException because parameter converters may throw no other
 * without its being turned into a bare 404.
 */
public class ProblemException extends WebApplicationException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), problem.status());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
