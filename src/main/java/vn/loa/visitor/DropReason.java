package vn.loa.visitor;

import java.util.Locale;

/** Why a hit was not counted. The names are part of the contract. */
public enum DropReason {

    /** A crawler that says what it is. Answered 204, like a counted hit. */
    CRAWLER,
    /** A page that a browser fetches or renders in advance. Answered 204. */
    PREFETCH,
    /** More hits from one address than its bucket holds: 429. */
    ADDRESS_RATE,
    /** More new visitors from one network than the ceiling allows: 429. */
    NETWORK_CEILING,
    /** More hits than can be stored: 503. */
    OVERLOAD,
    /** The database is away: 503. */
    DATABASE_AWAY,
    /** No such article is public: 404. */
    UNKNOWN_ARTICLE,
    /** A hit with this {@code hitId} has been counted before. Answered like the first. */
    REPEATED;

    /** The header that names the reason in the answer to a hit that was not counted. */
    public static final String HEADER = "Loa-Not-Counted";

    /** For example {@code address-rate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
