package vn.loa.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The closed list of problems. A problem's {@code type} is {@code /problems/<code>}, a page that
 * the API itself serves; codes are part of the contract and never change their meaning.
 */
public enum ProblemType {

    INVALID_PARAMETER(400, "A parameter is not valid",
            "A path or query parameter has a value that this address does not accept. `errors` names each one."),
    UNKNOWN_PARAMETER(400, "A parameter is not known",
            "The query has a parameter that this address does not have. `errors` names it and `detail` lists the known ones."),
    TOO_LARGE(400, "The answer would be too large",
            "This page of the list would be larger than one answer may be. `size` names the largest page that fits. A walk by `cursor` gets as many items as fit."),
    MALFORMED_BODY(400, "The body cannot be read",
            "The body is not well-formed: not JSON where JSON is expected, not text in the charset it declares, or it has a field that is not known."),
    UNAUTHORIZED(401, "A valid key is needed",
            "The request carries no key or token, or one that is not known, has expired or was revoked. Send `Authorization: Bearer <key>`."),
    FORBIDDEN(403, "The key does not allow this",
            "The key or token is valid, but it does not have the role that this operation needs."),
    NOT_FOUND(404, "Not found",
            "Nothing is published at this address."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed",
            "This address exists but does not answer this method. The `Allow` header lists the ones it does."),
    NOT_ACCEPTABLE(406, "No acceptable representation",
            "This address has no representation of a media type that the `Accept` header allows."),
    REQUEST_TIMEOUT(408, "The body came too slowly",
            "The body did not come, or came so slowly that it was not waited for. Nothing was done; the request may be sent again."),
    CONFLICT(409, "In conflict with the current state",
            "The request is valid but cannot be carried out in the present state."),
    ILLEGAL_TRANSITION(409, "Not possible in the article's state",
            "The article's state does not allow this step. `state` names the state and `allowed` the steps that are possible now."),
    REQUEST_IN_PROGRESS(409, "The same request is being carried out",
            "A request with the same `Idempotency-Key` has not ended yet. Send it again in a moment."),
    ALREADY_IMPORTED(409, "The page has been imported before",
            "A page with the same title and publication stamp is already here. `article` names the article made from it."),
    GONE(410, "No longer here",
            "It was published here and has been removed. `explanation` says why."),
    CURSOR_EXPIRED(410, "The cursor is too old",
            "Changes that followed this cursor are kept no longer. Start again: take a cursor with `since=now`, read the list of articles, and go on from that cursor."),
    PRECONDITION_FAILED(412, "Changed in the meantime",
            "`If-Match` does not name the current state: somebody changed it since it was read. The `ETag` header has the current one; read again, and repeat the change on that."),
    BODY_TOO_LARGE(413, "The body is too large",
            "The body is larger than the limit that `detail` gives."),
    URI_TOO_LONG(414, "The address is too long",
            "The path and query together are longer than the limit that `detail` gives."),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported",
            "The body's `Content-Type` is missing or is none that this address reads."),
    RANGE_NOT_SATISFIABLE(416, "The range is outside the file",
            "The `Range` header asks for bytes that the file does not have. `Content-Range` says how many it has."),
    INVALID_CONTENT(422, "The content is not valid",
            "Fields of the body have the right form but break a rule. `errors` names each one."),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request",
            "An `Idempotency-Key` stands for one request: the same address and the same body. Use a new key for a new request."),
    NOT_AN_ARTICLE_PAGE(422, "No article was found in the page",
            "The text could be read, but a title and some text below it were not found in it."),
    PAGE_TOO_COMPLEX(422, "The page is too complex",
            "The page has more elements, paragraphs or citations than any document needs. `detail` says which."),
    UNREADABLE_FILE(422, "The file cannot be read",
            "The file is encrypted, damaged, a scan without text, of a format that is not read, does not say which letters its signs are, or is larger inside than any document. `reason` names which, and `detail` says more."),
    PRECONDITION_REQUIRED(428, "If-Match is required",
            "Changing this needs `If-Match` with the `ETag` it was read with, so that nobody's change is overwritten unseen."),
    TOO_MANY_REQUESTS(429, "Too many requests",
            "More requests come from this address or network than are taken from one. `Retry-After` says when to try again."),
    HEADERS_TOO_LARGE(431, "The headers are too large",
            "The request's headers together are larger than the limit that `detail` gives."),
    BAD_REQUEST(400, "The request cannot be understood",
            "The request is not valid HTTP or breaks a rule that no other problem of this list names."),
    INTERNAL_ERROR(500, "Something went wrong here",
            "The server failed. The `traceId` finds the reason in its log; the request may be sent again later."),
    UNAVAILABLE(503, "Temporarily unavailable",
            "The database cannot be reached or takes no changes at present, or the server is stopping or has as much to do as it can. `Retry-After` says when to try again.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The problem for a failure of which only the HTTP status is known. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 410 -> GONE;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 416 -> RANGE_NOT_SATISFIABLE;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }

    public static Optional<ProblemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** For example {@code invalid-parameter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem's {@code type}, a reference relative to the server. */
    public String uri() {
        return "/problems/" + code();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The meaning of the problem, and what to do about it. */
    public String explanation() {
        return explanation;
    }
}
