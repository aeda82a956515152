package vn.loa.visitor;

import java.util.Locale;

/** Why a hit was not counted. The names are part of the contract. */
public enum DropReason {

    /** A program that says what it is. Answered like a counted hit, so that nobody programs around it. */
    CRAWLER,
    /** A page that a browser fetches or renders before anybody wants it. Answered like a counted hit. */
    PREFETCH,
    /** More hits from one address than its bucket holds: 429. */
    ADDRESS_RATE,
    /** More new visitors from one network than the ceiling allows: 429. */
    NETWORK_CEILING,
    /** More hits than can be stored: 503. */
    OVERLOAD,
    /** The database is away: 503. */
    DATABASE_AWAY,
    /** No such article is published: 404. */
    UNKNOWN_ARTICLE,
    /** A hit with this {@code hitId} has been counted before. Answered like a counted hit: it is one. */
    REPEATED;

    /** For example {@code address-rate}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
