package vn.loa.sql;

import jakarta.enterprise.context.RequestScoped;

/**
 * Where the present request reads. All its statements run at one server, because two servers are not at the same moment, and
 * a request must not see an earlier one after a later one.
 */
@RequestScoped
class PublicRead {

    /** At which servers a request may read. */
    enum Servers {
        PRIMARY, REPLICA_WITHOUT_PRIMARY, REPLICA
    }

    private Servers allowed = Servers.PRIMARY;
    private boolean atPrimary;
    private Replica replica;

    void allow(Servers servers) {
        if (servers != allowed) {
            replica = null;
        }
        allowed = servers;
    }

    Servers allowed() {
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
    void readAtPrimary() {
        atPrimary = true;
        replica = null;
    }
}
