package vn.loa.changes.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;

/**
 * What came of a try.
 *
 * @param status null when no answer came
 * @param failure null when the message was delivered
 * @param retryAfter in seconds, as the receiver asks; null when it does not
 */
record Answer(Integer status, Failure failure, Long retryAfter, Duration took) {

    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;
    private static final int GONE = 410;
    private static final int FIRST_SUCCESS = 200;

    /** Why a message was not delivered. */
    enum Failure {
        /** The answer has another status than 2xx. */
        STATUS,
        /** The receiver wants no messages any more (410). */
        GONE,
        /** Redirects are not followed. */
        REDIRECT,
        TIMEOUT,
        /** The name has no address. */
        NAME_NOT_FOUND,
        /** It is not public, and no setting allows it. */
        ADDRESS_REFUSED,
        NOT_CONNECTED,
        /** The certificate is not valid, or is another host's. */
        TLS,
        /** The connection ended before the answer did. */
        CONNECTION_LOST,
        /** The secret was encrypted with another key than the present one, or was left out of a restored backup. */
        NO_SECRET;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Answer of(int status, Long retryAfter, Duration took) {
        Failure failure = status >= FIRST_SUCCESS && status < FIRST_REDIRECT ? null : status == GONE ? Failure.GONE
                : status >= FIRST_REDIRECT && status < FIRST_ERROR ? Failure.REDIRECT : Failure.STATUS;
        return new Answer(status, failure, retryAfter, took);
    }

    static Answer none(Failure failure, Duration took) {
        return new Answer(null, failure, null, took);
    }

    boolean delivered() {
        return failure == null;
    }

    String failureWord() {
        return failure == null ? null : failure.word();
    }
}
