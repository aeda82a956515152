package vn.loa.sql;

import jakarta.enterprise.context.RequestScoped;

/**
 * Where the present request reads. All its statements run at one server, because two servers are not at the same moment, and
 * a request must not see an earlier one after a later one.
 */
@RequestScoped
public class PublicRead {

    private boolean allowed;
    private boolean atPrimary;
    private Replica replica;

    /** The request reads what the public may read, and may do so at a replica. */
    void allowReplica() {
        allowed = true;
    }

    boolean isAllowed() {
        return allowed;
    }

    /** Whether a statement has already run at the primary. */
    boolean isAtPrimary() {
        return atPrimary;
    }

    /** Null until a statement has run at one. */
    Replica replica() {
        return replica;
    }

    void readAt(Replica chosen) {
        replica = chosen;
    }

    /** From now on the request reads at the primary alone. */
    public void readAtPrimary() {
        atPrimary = true;
        replica = null;
    }
}
