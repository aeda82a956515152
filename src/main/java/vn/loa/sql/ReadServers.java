package vn.loa.sql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Decides at which server a statement that only reads runs: at a replica when a public request reads outside a transaction and
 * the replica has all that this instance knows to be published, otherwise at the primary. A statement that a server did
 * not answer is sent to the other kind.
 */
@ApplicationScoped
public class ReadServers {

    private final DataSource primary;
    private final Replicas replicas;
    private final KnownPosition known;
    private final PublicRead request;
    private final TransactionSynchronizationRegistry transaction;
    private final Counter atReplicas;
    private final Counter atPrimary;

    ReadServers(DataSource primary, Replicas replicas, KnownPosition known, PublicRead request,
            TransactionSynchronizationRegistry transaction, MeterRegistry registry) {
        this.primary = primary;
        this.replicas = replicas;
        this.known = known;
        this.request = request;
        this.transaction = transaction;
        this.atReplicas = replicas.areThere() ? reads(registry, "replica") : null;
        this.atPrimary = replicas.areThere() ? reads(registry, "primary") : null;
    }

    private static Counter reads(MeterRegistry registry, String target) {
        return Counter.builder("loa.replica.reads").tag("target", target)
                .description("Statements of public requests by the server that answered").register(registry);
    }

    /** Reads by a connection. It may be done again when the connection fails, so it must do nothing before it has the rows. */
    interface Reading {

        void by(Connection connection) throws SQLException;
    }

    /** The present request reads what the public may read, and may do so at a replica. */
    public void allowReplica() {
        if (replicas.areThere()) {
            request.allowReplica();
        }
    }

    void read(Reading reading) throws SQLException {
        if (!mayReadAtReplica()) {
            readBy(primary, reading);
            return;
        }
        Replica chosen = request.isAtPrimary() ? null : request.replica();
        if (chosen == null && !request.isAtPrimary()) {
            chosen = replicas.choose(known.needed(false));
        }
        if (chosen == null || !hasRead(chosen, reading)) {
            readAtPrimary(reading);
        }
    }

    /** At the primary, whatever the request may read at a replica. */
    void readCurrent(Reading reading) throws SQLException {
        readBy(primary, reading);
    }

    private boolean mayReadAtReplica() {
        return replicas.areThere() && Arc.container().requestContext().isActive() && request.isAllowed()
                && transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    }

    private boolean hasRead(Replica chosen, Reading reading) throws SQLException {
        try {
            readBy(chosen.pool(), reading);
            request.readAt(chosen);
            atReplicas.increment();
            return true;
        } catch (SQLException e) {
            if (!isOfTheServer(e)) {
                throw e;
            }
            return false;
        }
    }

    private void readAtPrimary(Reading reading) throws SQLException {
        try {
            readBy(primary, reading);
            request.readAtPrimary();
            atPrimary.increment();
        } catch (SQLException e) {
            // What the request has read at the primary may be newer than what any replica has.
            Replica other = request.isAtPrimary() || !isOfTheServer(e) ? null : replicas.choose(known.needed(true));
            if (other == null || !hasRead(other, reading)) {
                throw e;
            }
        }
    }

    private static void readBy(DataSource server, Reading reading) throws SQLException {
        try (Connection connection = server.getConnection()) {
            reading.by(connection);
        }
    }

    /**
     * It is away; it has no connection or no memory left (class 53), or a file that is broken (XX); its role lacks a grant, for
     * that of the other one is another (42501); or it is a standby and cancelled the statement because that held up the replay
     * (40). A statement that took too long is not among them: it would take as long there.
     */
    private static boolean isOfTheServer(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("40") || state.startsWith("53") || state.startsWith("XX") || state.equals("42501"))
                || DatabaseTrouble.of(e).filter(DatabaseTrouble.AWAY::equals).isPresent();
    }

    /** Whether public requests could be answered if the primary did not answer. */
    public boolean canReadWithoutPrimary() {
        return replicas.choose(known.needed(true)) != null;
    }
}
