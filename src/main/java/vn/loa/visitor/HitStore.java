package vn.loa.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.loa.web.Problem;
import vn.loa.web.ProblemException;
import vn.loa.web.ProblemType;

/** Stores the hits of a second in one transaction, and refuses those that are not to be counted. Used by one thread. */
@ApplicationScoped
class HitStore {

    /** A database that does not answer for so long does not answer. */
    static final int NETWORK_TIMEOUT_MILLIS = 10_000;
    private static final int ATTEMPTS = 4;
    /**
     * An instance that vanishes in the middle of a batch, with its machine, must not hold its rows for hours; and one that
     * waits for such rows must not leave its statement waiting in the database when it gives up itself.
     */
    private static final String LIMITS =
            "set local idle_in_transaction_session_timeout = '10s'; set local lock_timeout = '2s'";
    /** Deadlock, and a lock that was not given: nothing is wrong with the hits. */
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001", "55P03");

    private final DataSource database;
    private final DayKeys keys;
    private final CounterTables tables;
    private final NetworkCeiling ceiling;
    private final Refusals refusals;
    private DayKey lastKey;

    HitStore(DataSource database, DayKeys keys, CounterTables tables, NetworkCeiling ceiling, Refusals refusals) {
        this.database = database;
        this.keys = keys;
        this.tables = tables;
        this.ceiling = ceiling;
        this.refusals = refusals;
    }

    /**
     * Returns when all hits are committed; those that are not counted have their answer by then.
     *
     * @param hits of one second
     * @return how many were counted
     * @throws UncheckedSqlException when nothing is known to be stored
     */
    int store(List<Hit> hits) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
                connection.setAutoCommit(false);
                OptionalInt counted = OptionalInt.empty();
                try {
                    counted = tryToStore(hits, connection);
                } finally {
                    if (counted.isEmpty()) {
                        connection.rollback();
                    }
                    connection.setAutoCommit(true);
                    connection.setNetworkTimeout(Runnable::run, 0);
                }
                if (counted.isPresent()) {
                    return counted.getAsInt();
                }
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !TRY_AGAIN.contains(String.valueOf(e.getSQLState()))) {
                    throw new UncheckedSqlException(e);
                }
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("the instances do not agree on the day's key");
            }
        }
    }

    /** How many were counted; empty when the key was not the agreed one: it is now, and nothing has been stored. */
    private OptionalInt tryToStore(List<Hit> hits, Connection connection) throws SQLException {
        long at = hits.get(0).at();
        Instant now = Instant.ofEpochSecond(at);
        DayKey key = keys.of(keys.day(now), now, connection);
        if (key != lastKey) {
            lastKey = key;
            ceiling.forgetVisitors();
        }
        Batch batch = new Batch(key, keys.before(key.day(), now, connection), at);
        Map<UUID, IpAddress> admitted = new HashMap<>();
        Optional<Set<UUID>> newVisitors = Optional.empty();
        int repeated;
        try (Statement limits = connection.createStatement()) {
            // Behind the keys, which are committed by themselves.
            limits.execute(LIMITS);
            Map<Hit, UUID> visitors = admit(published(hits, connection), key, admitted);
            firstTime(visitors.keySet(), key, connection).forEach(hit -> batch.add(hit, visitors.get(hit)));
            repeated = visitors.size() - batch.hits.size();
            if (batch.mayGoOn()) {
                tables.carryOver(batch, connection);
            }
            Optional<Set<UUID>> counted = batch.hits.isEmpty() ? Optional.of(Set.of()) : tables.count(batch, connection);
            if (counted.isPresent()) {
                connection.commit();
                newVisitors = counted;
            } else {
                connection.rollback();
                keys.restore(key, connection);
            }
        } finally {
            settle(batch, admitted, newVisitors);
        }
        if (newVisitors.isEmpty()) {
            return OptionalInt.empty();
        }
        refusals.count(Refusal.REPEATED, repeated);
        return OptionalInt.of(batch.hits.size());
    }

    /** Those that have no answer yet, and are to no article or to a published one. */
    private List<Hit> published(List<Hit> hits, Connection connection) throws SQLException {
        Set<UUID> asked = hits.stream().map(Hit::article).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> published = asked.isEmpty() ? Set.of() : tables.published(asked, connection);
        List<Hit> found = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            if (hit.article() != null && !published.contains(hit.article())) {
                refuse(hit, Refusal.UNKNOWN_ARTICLE, Problem.of(ProblemType.NOT_FOUND,
                        "No published article has the id in /articleId.").withError(
                        new Problem.FieldError("/articleId", null, "not-found", "is no published article")).asException());
            } else if (!hit.answer().isDone()) {
                found.add(hit);
            }
        }
        return found;
    }

    /** The hits of visitors whom the ceiling of their network admits, with the visitors' hashes. */
    private Map<Hit, UUID> admit(List<Hit> hits, DayKey key, Map<UUID, IpAddress> admitted) {
        Map<Hit, UUID> visitors = new IdentityHashMap<>();
        Set<UUID> tooMany = new HashSet<>();
        for (Hit hit : hits) {
            UUID hash = key.hash(hit.visitor());
            IpAddress network = hit.visitor().household().neighbourhood();
            if (!admitted.containsKey(hash) && !tooMany.contains(hash)) {
                if (ceiling.admits(hash, network, hit.at())) {
                    admitted.put(hash, network);
                } else {
                    tooMany.add(hash);
                }
            }
            if (admitted.containsKey(hash)) {
                visitors.put(hit, hash);
            } else {
                refuse(hit, Refusal.NETWORK_CEILING, Problem.of(ProblemType.TOO_MANY_REQUESTS,
                        "Too many new visitors come from this network.").asException()
                        .withHeader("Retry-After", String.valueOf(NetworkCeiling.secondsLeft(hit.at()))));
            }
        }
        return visitors;
    }

    /** Without those that have been stored before, or stand here twice; they will be answered like the first. */
    private List<Hit> firstTime(Collection<Hit> hits, DayKey key, Connection connection) throws SQLException {
        Set<UUID> asked = hits.stream().map(Hit::id).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> fresh = asked.isEmpty() ? Set.of() : tables.firstTime(asked, key, connection);
        List<Hit> first = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            if (hit.id() == null || fresh.remove(hit.id())) {
                first.add(hit);
            }
        }
        return first;
    }

    private void settle(Batch batch, Map<UUID, IpAddress> admitted, Optional<Set<UUID>> newVisitors) {
        admitted.forEach((visitor, network) -> {
            if (newVisitors.isPresent() && batch.visitors.containsKey(visitor)) {
                ceiling.settle(visitor, network, newVisitors.get().contains(visitor));
            } else {
                ceiling.forget(visitor, network);
            }
        });
    }

    private void refuse(Hit hit, Refusal reason, ProblemException problem) {
        if (hit.answer().completeExceptionally(problem)) {
            refusals.count(reason);
        }
    }
}
