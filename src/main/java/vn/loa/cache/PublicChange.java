package vn.loa.cache;

/** The present transaction changes what the public reads (CDI event, fired in it): what is kept of that is out of date after it. */
public enum PublicChange {

    /** What it reads now. */
    NOW,
    /** Only when it will read something else: something was planned, or is not planned any more. */
    PLANNED
}
