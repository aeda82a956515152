package vn.loa.cache;

/**
 * A CDI event, fired in the transaction that changes the public content. {@link PublicCache} drops this instance's
 * responses after the commit.
 */
public enum PublicChange {

    /** The public content changes with the commit. Other instances are notified with the stamp of the new content. */
    NOW,
    /**
     * A future change was scheduled or cancelled; the public content stays the same until then. {@link OtherInstances}
     * notifies the others.
     */
    PLANNED
}
