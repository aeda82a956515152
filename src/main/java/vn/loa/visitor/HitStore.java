package vn.loa.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
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
    private static final int MOST_TOLD = 4000;
    /** Deadlock, and a lock that was not given: nothing is wrong with the hits. */
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001", "55P03");

    private final DataSource database;
    private final DayKeys keys;
    private final CounterTables tables;
    private final NetworkCeiling ceiling;
    private final Refusals refusals;
    /** Of today's visitors and, until all is told, of yesterday's. */
    private final Map<DayKey, LastSeen> lastSeen = new HashMap<>();
    private long sweptAt;

    HitStore(DataSource database, DayKeys keys, CounterTables tables, NetworkCeiling ceiling, Refusals refusals) {
        this.database = database;
        this.keys = keys;
        this.tables = tables;
        this.ceiling = ceiling;
        this.refusals = refusals;
    }

    /** What is done in a transaction, and whether it was; else the key was not the agreed one, which it is now. */
    private interface Work {
        OptionalInt tryIn(Connection connection) throws SQLException;
    }

    /**
     * Returns when all hits are committed; those that are not counted have their answer by then.
     *
     * @param hits of one second
     * @return how many were counted
     * @throws UncheckedSqlException when nothing is known to be stored
     */
    int store(List<Hit> hits) {
        long at = hits.get(0).at();
        Map<DayKey, SortedMap<Long, Long>> due = due(at);
        return inTransaction(connection -> {
            tell(due, connection);
            swept(at);
            return tryToStore(hits, connection);
        });
    }

    /** When nobody comes: tells the database of those who were here. */
    void tellDue(long now) {
        tell(due(now), now);
    }

    /** At the end. */
    void tellAll(long now) {
        tell(untold(LastSeen::untold, now), now);
    }

    private void tell(Map<DayKey, SortedMap<Long, Long>> due, long now) {
        if (!due.isEmpty()) {
            inTransaction(connection -> {
                tell(due, connection);
                return OptionalInt.of(0);
            });
        }
        swept(now);
    }

    /** Once a second. */
    private Map<DayKey, SortedMap<Long, Long>> due(long now) {
        return now == sweptAt ? Map.of() : untold(seen -> seen.due(now), now);
    }

    private Map<DayKey, SortedMap<Long, Long>> untold(Function<LastSeen, SortedMap<Long, Long>> who, long now) {
        // With their keys, whether or not there is a database to be told.
        lastSeen.keySet().removeIf(key -> keys.isOver(key.day(), Instant.ofEpochSecond(now)));
        Map<DayKey, SortedMap<Long, Long>> untold = new HashMap<>();
        lastSeen.forEach((key, seen) -> {
            SortedMap<Long, Long> some = who.apply(seen);
            if (!some.isEmpty()) {
                untold.put(key, some);
            }
        });
        return untold;
    }

    /** A part at a time, which is committed and taken out. */
    private void tell(Map<DayKey, SortedMap<Long, Long>> due, Connection connection) throws SQLException {
        for (Map.Entry<DayKey, SortedMap<Long, Long>> of : due.entrySet()) {
            DayKey key = of.getKey();
            while (!of.getValue().isEmpty()) {
                SortedMap<Long, Long> part = new TreeMap<>();
                of.getValue().entrySet().stream().limit(MOST_TOLD).forEach(seen -> part.put(seen.getKey(), seen.getValue()));
                tables.begin(Set.of(), connection);
                if (tables.count(Batch.of(key, part), connection).isPresent()) {
                    connection.commit();
                    part.forEach(lastSeen.get(key)::told);
                    of.getValue().keySet().removeAll(part.keySet());
                } else {
                    // The database has lost them, or their day is over.
                    connection.rollback();
                    lastSeen.remove(key);
                    of.getValue().clear();
                }
            }
        }
    }

    private void swept(long now) {
        if (now == sweptAt) {
            return;
        }
        sweptAt = now;
        LocalDate today = keys.day(Instant.ofEpochSecond(now));
        lastSeen.values().forEach(seen -> seen.swept(now));
        lastSeen.entrySet().removeIf(of -> !of.getKey().day().equals(today) && of.getValue().untold().isEmpty());
    }

    private int inTransaction(Work work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = database.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
                connection.setAutoCommit(false);
                OptionalInt done = OptionalInt.empty();
                try {
                    done = work.tryIn(connection);
                } finally {
                    if (done.isEmpty()) {
                        connection.rollback();
                    }
                    connection.setAutoCommit(true);
                    connection.setNetworkTimeout(Runnable::run, 0);
                }
                if (done.isPresent()) {
                    return done.getAsInt();
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
        LastSeen seen = lastSeen.computeIfAbsent(key, k -> new LastSeen(at));
        Batch batch = new Batch(key, keys.before(key.day(), now, connection), at);
        Map<Hit, Long> visitors;
        Map<Long, IpAddress> newcomers = new HashMap<>();
        Set<Long> here = new HashSet<>();
        Optional<Set<Long>> newVisitors = Optional.empty();
        try {
            visitors = admit(published(hits, connection), key, seen, newcomers);
            for (Hit hit : firstTime(visitors.keySet(), key, connection)) {
                long visitor = visitors.get(hit);
                // One that may be sent again is stored whole: of a repeated one nothing is known.
                if (hit.id() == null && seen.isHere(visitor, at)) {
                    here.add(visitor);
                    batch.addOfKnown(hit);
                } else {
                    batch.add(hit, visitor);
                }
            }
            if (batch.mayGoOn()) {
                tables.carryOver(batch, connection);
            }
            Optional<Set<Long>> counted = batch.hits.isEmpty() ? Optional.of(Set.of()) : tables.count(batch, connection);
            if (counted.isPresent()) {
                connection.commit();
                newVisitors = counted;
            } else {
                connection.rollback();
                lastSeen.remove(key);
                keys.restore(key, connection);
            }
        } finally {
            takeBack(newcomers, newVisitors.orElse(Set.of()));
        }
        if (newVisitors.isEmpty()) {
            return OptionalInt.empty();
        }
        // First those who have places: the others may take what is left.
        here.forEach(visitor -> seen.saw(visitor, at));
        batch.visitors.keySet().forEach(visitor -> seen.told(visitor, at));
        refusals.count(Refusal.REPEATED, visitors.size() - batch.hits.size());
        return OptionalInt.of(batch.hits.size());
    }

    /** Those that have no answer yet, and are to no article or to a published one. */
    private List<Hit> published(List<Hit> hits, Connection connection) throws SQLException {
        Set<UUID> asked = hits.stream().map(Hit::article).filter(Objects::nonNull).collect(Collectors.toSet());
        // Behind the keys, which are committed by themselves.
        Set<UUID> published = tables.begin(asked, connection);
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
    private Map<Hit, Long> admit(List<Hit> hits, DayKey key, LastSeen seen, Map<Long, IpAddress> newcomers) {
        Map<Hit, Long> visitors = new IdentityHashMap<>();
        Set<Long> tooMany = new HashSet<>();
        for (Hit hit : hits) {
            long visitor = key.hash(hit.visitor());
            if (!seen.knows(visitor) && !newcomers.containsKey(visitor) && !tooMany.contains(visitor)) {
                IpAddress network = hit.visitor().household().neighbourhood();
                if (ceiling.admits(network, hit.at())) {
                    newcomers.put(visitor, network);
                } else {
                    tooMany.add(visitor);
                }
            }
            if (tooMany.contains(visitor)) {
                refuse(hit, Refusal.NETWORK_CEILING, Problem.of(ProblemType.TOO_MANY_REQUESTS,
                        "Too many new visitors come from this network.").asException()
                        .withHeader("Retry-After", String.valueOf(NetworkCeiling.secondsLeft(hit.at()))));
            } else {
                visitors.put(hit, visitor);
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

    /** The places of those who are not new after all, or were not stored. */
    private void takeBack(Map<Long, IpAddress> newcomers, Set<Long> newVisitors) {
        newcomers.forEach((visitor, network) -> {
            if (!newVisitors.contains(visitor)) {
                ceiling.takeBack(network);
            }
        });
    }

    private void refuse(Hit hit, Refusal reason, ProblemException problem) {
        if (hit.answer().completeExceptionally(problem)) {
            refusals.count(reason);
        }
    }
}
