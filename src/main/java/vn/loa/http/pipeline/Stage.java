package vn.loa.http.pipeline;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;

/**
 * What happens to a request before a resource sees it, in this order. A stage answers the request, and then no later stage
 * sees it, or passes it on.
 *
 * <p>The first stages precede Quarkus's CORS filter because they hold for preflights, too. Their refusals must be readable
 * by scripts of other origins, so {@link #OPEN_CORS} precedes them. A body is read after that filter, because the filter may
 * refuse the origin. The frequent answers precede authentication, which they do not need.
 */
public enum Stage {

    /** Times the request until its answer has ended. */
    METRICS,

    /** Logs the request when its answer has ended, if the operator wants that. */
    ACCESS_LOG,

    /** Lets scripts of every origin read the answer, where {@code quarkus.http.cors.origins} is {@code *}. */
    OPEN_CORS,

    /** Notes on which socket a request comes in while Loa stops, and bounds the pipelined requests of the connection. */
    CONNECTION,

    /** Adds the headers of every answer: the date, and the rules for browsers. */
    SECURITY_HEADERS,

    /**
     * Refuses broken framing (400), invalid addresses (400), second names of an address (404), long addresses (414) and long
     * headers (431).
     */
    LIMITS,

    /** Answers OPTIONS with the methods of the address. Preflights go on to {@link #QUARKUS_CORS}. */
    OPTIONS,

    /** Quarkus answers preflights, and refuses (403) an origin that is not allowed. Without an {@code Origin} it does nothing. */
    QUARKUS_CORS(SecurityHandlerPriorities.CORS),

    /** For requests with a body: is there such an address (404, 405)? If it needs no key, checks and reads the body. */
    PUBLIC_ADMISSION,

    /** Answers the most frequent requests at once: public answers from the cache, and hits, whose body has been read. */
    FAST_PATHS,

    /** Keeps the idle timeout from ending the requests that take longer. */
    IDLE_GUARD,

    /** Quarkus prepares to authenticate the caller. It does so when a stage or a resource asks for the caller. */
    QUARKUS_AUTHENTICATION(SecurityHandlerPriorities.AUTHENTICATION),

    /** Leaves it to who asks for the caller what becomes of a failure. Quarkus REST does the same, and takes longer to. */
    AUTHENTICATION_FAILURES,

    /** Quarkus checks rules for paths. Loa sets none: its rules are annotations of the operations. */
    QUARKUS_AUTHORIZATION(SecurityHandlerPriorities.AUTHORIZATION),

    /** Where reading has a limit: counts what the client reads, and refuses what is over it (429). Kept answers are free. */
    READ_LIMIT,

    /** Where a key is needed: authenticates the caller, then checks and reads the body. A stranger's body stays unread. */
    KEYED_ADMISSION,

    /** Chooses the media type of the answer (406). */
    CONTENT_NEGOTIATION,

    /** Quarkus REST takes over. It refuses callers without the role that the operation needs (401, 403). */
    CALLER_CHECK(Rest.CALLER_CHECK),

    /** Says that the operation may read at a replica, if its answer is one that no cache keeps. */
    READ_SERVERS(Rest.READ_SERVERS),

    /** If another request is making the same public answer, waits for that. */
    SHARED_ANSWER(Rest.SHARED_ANSWER),

    /** Refuses query parameters that the operation does not have (400). The resource comes next. */
    QUERY_PARAMETERS(Rest.QUERY_PARAMETERS),

    /** On the way back: refuses (406) to send a stored file whose type the client refuses. */
    STORED_TYPE(Rest.STORED_TYPE),

    /** On the way back: leaves out what was written, for clients that prefer that. */
    MINIMAL_ANSWER(Rest.MINIMAL_ANSWER),

    /** On the way back: no cache keeps the answer of an operation that needs a key. */
    PRIVATE_ANSWER(Rest.PRIVATE_ANSWER),

    /** On the way back: a public answer gets its validators, and is cached. */
    CACHED_ANSWER(Rest.CACHED_ANSWER);

    /**
     * Priorities of the filters of Jakarta REST, which annotations can name. On the way in the smallest is first; a filter
     * before the match of the operation precedes all others, and a non-blocking one must precede those that may block.
     * On the way back the largest is first.
     */
    public static final class Rest {

        public static final int CALLER_CHECK = 100;
        public static final int READ_SERVERS = 150;
        public static final int SHARED_ANSWER = 200;
        public static final int QUERY_PARAMETERS = 300;
        public static final int STORED_TYPE = 400;
        public static final int MINIMAL_ANSWER = 300;
        public static final int PRIVATE_ANSWER = 200;
        public static final int CACHED_ANSWER = 100;

        private Rest() {
        }
    }

    /** The priority of a stage that Quarkus or an annotation places; 0 for the others, which stand beside those. */
    private final int priority;

    Stage() {
        this(0);
    }

    Stage(int priority) {
        this.priority = priority;
    }

    /** The order of the Vert.x route of this stage: the smallest is first. Quarkus gives a filter of priority p the order -p. */
    int routeOrder() {
        if (priority != 0) {
            return -priority;
        }
        for (int before = ordinal() - 1; before >= 0; before--) {
            if (values()[before].priority != 0) {
                return values()[before].routeOrder() + 1;
            }
        }
        return QUARKUS_CORS.routeOrder() - 1;
    }

    /** The priority in annotations of Jakarta REST. */
    int priority() {
        return priority;
    }
}
