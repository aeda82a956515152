package vn.loa.sql;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Decides at which server a statement that only reads runs: at a replica when a public request reads outside a transaction and
 * the replica has all that this instance knows to be published, otherwise at the primary. A statement that a server did
 * not answer is sent to another one.
 */
@Singleton
public class ReadServers {

    /** Longer than a replica that is well takes to replay a publish and to say so. After it the primary is asked. */
    private static final Duration TO_REPLAY = Duration.ofMillis(100);
    /** Longer than this instance takes to notice that the primary is away, and its replicas to say what they have. */
    private static final Duration TO_DO_WITHOUT_PRIMARY = Duration.ofSeconds(2);
    private static final long GLANCE = Duration.ofMillis(1).toNanos();

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
    interface Reading<T> {

        T by(Connection connection) throws SQLException;
    }

    /** The present request reads what the public may read, and may do so at a replica. */
    public void allowReplica() {
        allow(PublicRead.Servers.REPLICA);
    }

    /**
     * The present request reads what the public may read and no stamp tells of: a replica may be some seconds behind in that, so it
     * is read only while the primary does not answer.
     */
    public void allowReplicaWithoutPrimary() {
        allow(PublicRead.Servers.REPLICA_WITHOUT_PRIMARY);
    }

    private void allow(PublicRead.Servers servers) {
        if (replicas.areThere()) {
            request.allow(servers);
        }
    }

    /** What the present request reads from now on must be the newest. */
    public void readAtPrimary() {
        request.readAtPrimary();
    }

    /** Has the present request read at the primary if the replica that it reads at lacks something. */
    public void requireAtReplica(BooleanSupplier isThere) {
        if (allowed() == PublicRead.Servers.REPLICA && !isThere.getAsBoolean()) {
            request.readAtPrimary();
        }
    }

    /** Whether what the present request has read is of a replica. */
    public boolean isAtReplica() {
        return replicas.areThere() && Arc.container().requestContext().isActive() && request.replica() != null;
    }

    /** Something was published, here or elsewhere. */
    public void changed() {
        replicas.wake();
    }

    /** At the primary, whatever the request may read at a replica. */
    <T> T readCurrent(Reading<T> reading) throws SQLException {
        return readBy(primary, reading);
    }

    <T> T read(Reading<T> reading) throws SQLException {
        PublicRead.Servers allowed = allowed();
        if (allowed == PublicRead.Servers.PRIMARY) {
            return readBy(primary, reading);
        }
        ReadAttempts<T> attempts = new ReadAttempts<>(reading);
        List<Replica> first = request.isAtPrimary() ? List.of() : request.replica() != null ? List.of(request.replica())
                : allowed == PublicRead.Servers.REPLICA ? serving() : List.of();
        for (Replica replica : first) {
            // Others are left; what all of them refuse is the primary's to read.
            if (attempts.succeed(replica)) {
                return readAt(replica, attempts);
            }
        }
        return attempts.succeed(primary) ? readAtPrimary(attempts) : readWithoutPrimary(attempts);
    }

    private PublicRead.Servers allowed() {
        boolean reads = replicas.areThere() && Arc.container().requestContext().isActive()
                && transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        return reads ? request.allowed() : PublicRead.Servers.PRIMARY;
    }

    /** Waits after a publish for those that served before it. Those that replay nothing are waited for no more after a while. */
    private List<Replica> serving() {
        return rested(await(TO_REPLAY, () -> isAboutToBeKnown() && replicas.haveServedLately(),
                () -> replicas.serving(known.needed(false))));
    }

    /** Whether it has changed what a replica must have, or was not confirmed in time. */
    private boolean isAboutToBeKnown() {
        return known.changedWithin(TO_REPLAY) || known.needed(false) == null && known.heardWithin(TO_DO_WITHOUT_PRIMARY);
    }

    private List<Replica> await(Duration atMost, BooleanSupplier condition, Supplier<List<Replica>> found) {
        List<Replica> some = found.get();
        long begun = System.nanoTime();
        while (some.isEmpty() && System.nanoTime() - begun < atMost.toNanos() && condition.getAsBoolean() && replicas.anyAnswers()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(GLANCE);
            some = found.get();
        }
        return some;
    }

    private static List<Replica> rested(List<Replica> some) {
        return some.stream().filter(replica -> !replica.rests()).toList();
    }

    private <T> T readAt(Replica replica, ReadAttempts<T> attempts) {
        request.readAt(replica);
        atReplicas.increment();
        return attempts.answer();
    }

    private <T> T readAtPrimary(ReadAttempts<T> attempts) {
        request.readAtPrimary();
        atPrimary.increment();
        return attempts.answer();
    }

    private <T> T readWithoutPrimary(ReadAttempts<T> attempts) throws SQLException {
        SQLException failure = attempts.failure();
        // What the request has read at the primary may be newer than what any replica has.
        if (!request.isAtPrimary()) {
            for (Replica replica : await(TO_DO_WITHOUT_PRIMARY,
                    () -> attempts.isAway() && known.heardWithin(TO_DO_WITHOUT_PRIMARY), () -> others(attempts))) {
                if (attempts.succeed(replica)) {
                    return readAt(replica, attempts);
                }
            }
        }
        throw failure;
    }

    /** Those that are left and are not behind what the request has read. */
    private List<Replica> others(ReadAttempts<?> attempts) {
        Replica left = request.replica();
        return replicas.serving(known.needed(true)).stream()
                .filter(replica -> !attempts.include(replica) && (left == null || replica.reaches(left))).toList();
    }

    /**
     * Reads what never changes once it is stored, at whichever server has it: a standby that is far behind is as good as any. The
     * primary is asked last, so that a download that has begun there outlives it.
     *
     * @param isWhole whether an answer is all that was asked for; the primary's is taken as it is
     */
    <T> T readUnchanging(Reading<T> reading, Predicate<T> isWhole) throws SQLException {
        if (!replicas.areThere() || transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return readBy(primary, reading);
        }
        ReadAttempts<T> attempts = new ReadAttempts<>(reading);
        for (Replica replica : rested(replicas.standbys())) {
            if (attempts.succeed(replica) && isWhole.test(attempts.answer())) {
                atReplicas.increment();
                return attempts.answer();
            }
        }
        if (!attempts.succeed(primary)) {
            throw attempts.failure();
        }
        atPrimary.increment();
        return attempts.answer();
    }

    private static <T> T readBy(DataSource server, Reading<T> reading) throws SQLException {
        try (Connection connection = server.getConnection()) {
            return reading.by(connection);
        }
    }

    /** Whether public requests could be answered if the primary did not answer. */
    public boolean canReadWithoutPrimary() {
        return !replicas.serving(known.needed(true)).isEmpty();
    }
}
