package vn.loa.changes.edge;

import java.time.Duration;

/**
 * What came of a request.
 *
 * @param failure null when the target purged
 * @param status null when no answer came
 * @param retryAfter in seconds, as the target asks; null when it does not
 */
record PurgeAnswer(String failure, Integer status, Long retryAfter, Duration took) {

    /** For metrics. */
    String outcome() {
        return failure == null ? "purged" : failure;
    }

    /** For logs: without anything that the target or the operator has written. */
    @Override
    public String toString() {
        return status == null ? outcome() : "status " + status;
    }
}
