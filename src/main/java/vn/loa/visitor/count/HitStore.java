package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import java.util.stream.Collectors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.UncheckedSqlException;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.DroppedHits;

/** Stores the hits of a second in one transaction, and refuses those that are not to be counted. Used by one thread. */
@ApplicationScoped
class HitStore {

    private static final int ATTEMPTS = 4;
    private static final int MOST_TOLD = 4000;
    /** Longer than another instance's commit takes: a row that is held longer is held by somebody else. */
    static final int LOCK_TIMEOUT_MILLIS = 250;
    /** Deadlock, and a lock that was not given: nothing is wrong with the hits. */
    private static final Set<String> HELD_UP = Set.of("40P01", "40001", "55P03");

    private final ShortTransactions transactions;
    private final DayKeys keys;
    private final DayCaches memories;
    private final CounterTables tables;
    private final NewVisitorLimit ceiling;
    private final DroppedHits refusals;

    HitStore(ShortTransactions transactions, DayKeys keys, DayCaches memories, CounterTables tables, NewVisitorLimit ceiling,
            DroppedHits refusals) {
        this.transactions = transactions;
        this.keys = keys;
        this.memories = memories;
        this.tables = tables;
        this.ceiling = ceiling;
        this.refusals = refusals;
    }

    /** What is done in a transaction, and whether it was; else the key was not the agreed one, which it is now. */
    private interface Work {
        OptionalInt tryIn(ShortTransaction transaction);
    }

    /**
     * Returns when all hits are committed; those that are not counted have their answer by then.
     *
     * @param hits of one second
     * @return how many were counted
     * @throws HeldUpException when nothing is stored, because somebody holds a row
     * @throws UncheckedSqlException when nothing is known to be stored
     */
    int store(List<Hit> hits) {
        long at = hits.get(0).at();
        Map<DayKey, SortedMap<Long, Long>> due = memories.due(at);
        return inTransaction(transaction -> {
            if (tellUnlessHeldUp(due, transaction)) {
                memories.swept(at);
            }
            return tryToStore(hits, transaction);
        });
    }

    /** A row of somebody else is no reason to refuse these hits. They are told with the next ones. */
    private boolean tellUnlessHeldUp(Map<DayKey, SortedMap<Long, Long>> due, ShortTransaction transaction) {
        try {
            tell(due, transaction);
            return true;
        } catch (UncheckedSqlException e) {
            if (!isHeldUp(e)) {
                throw e;
            }
            transaction.rollback();
            return false;
        }
    }

    private static boolean isHeldUp(UncheckedSqlException e) {
        return HELD_UP.contains(e.state());
    }

    /** When nobody comes: tells the database of those who were here. */
    void tellDue(long now) {
        tell(memories.due(now), now);
    }

    /** At the end. */
    void tellAll(long now) {
        for (int attempt = 1; ; attempt++) {
            try {
                tell(memories.untold(now), now);
                return;
            } catch (HeldUpException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void tell(Map<DayKey, SortedMap<Long, Long>> due, long now) {
        if (!due.isEmpty()) {
            inTransaction(transaction -> {
                tell(due, transaction);
                return OptionalInt.of(0);
            });
        }
        memories.swept(now);
    }

    /** A part at a time, which is committed and taken out. */
    private void tell(Map<DayKey, SortedMap<Long, Long>> due, ShortTransaction transaction) {
        for (Map.Entry<DayKey, SortedMap<Long, Long>> of : due.entrySet()) {
            DayKey key = of.getKey();
            while (!of.getValue().isEmpty()) {
                SortedMap<Long, Long> part = new TreeMap<>();
                of.getValue().entrySet().stream().limit(MOST_TOLD).forEach(seen -> part.put(seen.getKey(), seen.getValue()));
                tables.begin(Set.of(), transaction);
                if (tables.count(Batch.of(key, part), transaction).isPresent()) {
                    transaction.commit();
                    memories.told(key, part);
                    of.getValue().keySet().removeAll(part.keySet());
                } else {
                    transaction.rollback();
                    memories.forget(key);
                    of.getValue().clear();
                }
            }
        }
    }

    private int inTransaction(Work work) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                OptionalInt done = transactions.run(work::tryIn);
                if (done.isPresent()) {
                    return done.getAsInt();
                }
            } catch (UncheckedSqlException e) {
                throw isHeldUp(e) ? new HeldUpException(e) : e;
            }
        }
        throw new IllegalStateException("the instances do not agree on the day's key");
    }

    /** How many were counted; empty when the key was not the agreed one: it is now, and nothing has been stored. */
    private OptionalInt tryToStore(List<Hit> hits, ShortTransaction transaction) {
        long at = hits.get(0).at();
        Instant now = Instant.ofEpochSecond(at);
        DayKey key = keys.of(keys.day(now), now, transaction);
        DayCache memory = memories.of(key, at);
        Batch batch = new Batch(key, keys.before(key.day(), now, transaction), at);
        try (PendingVisitors newcomers = new PendingVisitors(ceiling)) {
            Map<Hit, Long> visitors = admit(published(hits, transaction), key, memory, newcomers);
            for (Hit hit : firstTime(visitors.keySet(), key, transaction)) {
                batch.add(hit, visitors.get(hit), memory);
            }
            if (batch.mayGoOn()) {
                tables.carryOver(batch, transaction);
            }
            Optional<CounterTables.News> news = batch.hits.isEmpty()
                    ? Optional.of(CounterTables.NOTHING_NEW) : tables.count(batch, transaction);
            if (news.isEmpty()) {
                transaction.rollback();
                memories.forget(key);
                keys.agreeAnew(key, transaction);
                return OptionalInt.empty();
            }
            transaction.commit();
            newcomers.keep(news.get().visitors());
            memory.stored(batch, news.get().views());
            refusals.count(DropReason.REPEATED, visitors.size() - batch.hits.size());
            return OptionalInt.of(batch.hits.size());
        }
    }

    /** Those that have no answer yet, and are to no article or to a published one. */
    private List<Hit> published(List<Hit> hits, ShortTransaction transaction) {
        Set<UUID> asked = hits.stream().map(Hit::article).filter(Objects::nonNull).collect(Collectors.toSet());
        // Behind the keys, which are committed by themselves.
        Set<UUID> published = tables.begin(asked, transaction);
        List<Hit> found = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            if (hit.article() != null && !published.contains(hit.article())) {
                refuse(hit, DropReason.UNKNOWN_ARTICLE, Problem.of(ProblemType.NOT_FOUND,
                        "No published article has the id in /articleId.").withError(
                        new Problem.FieldError("/articleId", null, "not-found", "is no published article")).asException());
            } else if (!hit.answer().isDone()) {
                found.add(hit);
            }
        }
        return found;
    }

    /** The hits of visitors whom the ceiling of their network admits, with the visitors' hashes. */
    private Map<Hit, Long> admit(List<Hit> hits, DayKey key, DayCache memory, PendingVisitors newcomers) {
        Map<Hit, Long> visitors = new IdentityHashMap<>();
        for (Hit hit : hits) {
            long visitor = key.hash(hit.visitor());
            if (memory.visitors().knows(visitor)
                    || newcomers.admits(visitor, hit.visitor().household().neighbourhood(), hit.at())) {
                visitors.put(hit, visitor);
            } else {
                refuse(hit, DropReason.NETWORK_CEILING, Problem.of(ProblemType.TOO_MANY_REQUESTS,
                        "Too many new visitors come from this network.").asException()
                        .withHeader("Retry-After", String.valueOf(NewVisitorLimit.secondsLeft(hit.at()))));
            }
        }
        return visitors;
    }

    /** Without those that have been stored before, or stand here twice; they will be answered like the first. */
    private List<Hit> firstTime(Collection<Hit> hits, DayKey key, ShortTransaction transaction) {
        Set<UUID> asked = hits.stream().map(Hit::id).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> fresh = asked.isEmpty() ? Set.of() : tables.firstTime(asked, key, transaction);
        List<Hit> first = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            if (hit.id() == null || fresh.remove(hit.id())) {
                first.add(hit);
            }
        }
        return first;
    }

    private void refuse(Hit hit, DropReason reason, ProblemException problem) {
        if (hit.answer().completeExceptionally(problem)) {
            refusals.count(reason);
        }
    }
}
