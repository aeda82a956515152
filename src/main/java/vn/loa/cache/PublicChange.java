package vn.loa.cache;

/**
 * A CDI event, fired in the transaction that changes the public content. Observers empty the cache after the commit.
 */
public enum PublicChange {

    /** The public content changes with the commit. */
    NOW,
    /** A future change was scheduled or cancelled; the public content stays the same until then. */
    PLANNED
}
