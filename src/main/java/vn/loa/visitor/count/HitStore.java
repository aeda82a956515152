package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

/**
 * Stores the hits of a second in one transaction. Drops hits of unknown articles, repeated hits, and hits of too many new
 * visitors. Used by one thread.
 */
@ApplicationScoped
class HitStore {

    private static final int ATTEMPTS = 4;
    private static final int MOST_FLUSHED = 4000;
    /** Longer than another instance's commit takes. A row that is held longer is held by something else than counting. */
    static final int LOCK_TIMEOUT_MILLIS = 250;
    /** SQLSTATEs of a deadlock, a serialization failure and a lock timeout: nothing is wrong with the hits. */
    private static final Set<String> HELD_UP = Set.of("40P01", "40001", "55P03");

    private final ShortTransactions transactions;
    private final DayKeys keys;
    private final DayCaches caches;
    private final CounterTables tables;
    private final NewVisitorLimit newVisitors;
    private final DroppedHits dropped;
    private final ArticleRanking ranking;

    HitStore(ShortTransactions transactions, DayKeys keys, DayCaches caches, CounterTables tables, NewVisitorLimit newVisitors,
            DroppedHits dropped, ArticleRanking ranking) {
        this.transactions = transactions;
        this.keys = keys;
        this.caches = caches;
        this.tables = tables;
        this.newVisitors = newVisitors;
        this.dropped = dropped;
        this.ranking = ranking;
    }

    /** Work in a transaction. Empty when the day's key was not the agreed one; by then it is, and the work is tried again. */
    private interface Work {
        OptionalInt tryIn(ShortTransaction transaction);
    }

    /**
     * Returns when all hits are committed. Hits that are not counted have their outcome by then.
     *
     * @param hits of one second
     * @return how many were counted
     * @throws HeldUpException when nothing is stored, because another transaction holds a row
     * @throws UncheckedSqlException when it is not known whether anything is stored
     */
    int store(List<Hit> hits) {
        long at = hits.get(0).at();
        Map<DayKey, SortedMap<Long, Long>> due = caches.due(at);
        return inTransaction(transaction -> {
            if (flushUnlessHeldUp(due, transaction)) {
                caches.sweptUntil(at);
            }
            return tryToStore(hits, transaction);
        });
    }

    /** A row that another transaction holds is no reason to refuse the hits. The entries are flushed with the next batch. */
    private boolean flushUnlessHeldUp(Map<DayKey, SortedMap<Long, Long>> due, ShortTransaction transaction) {
        try {
            flush(due, transaction);
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

    /** Called while no hits come in. */
    void flushDue(long now) {
        flush(caches.due(now), now);
    }

    /** Called at the end. */
    void flushAll(long now) {
        for (int attempt = 1; ; attempt++) {
            try {
                flush(caches.dirty(now), now);
                return;
            } catch (HeldUpException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void flush(Map<DayKey, SortedMap<Long, Long>> due, long now) {
        if (!due.isEmpty()) {
            inTransaction(transaction -> {
                flush(due, transaction);
                return OptionalInt.of(0);
            });
        }
        caches.sweptUntil(now);
    }

    /** Flushes chunk by chunk. Each is committed and removed from {@code due}, so that another attempt does not repeat it. */
    private void flush(Map<DayKey, SortedMap<Long, Long>> due, ShortTransaction transaction) {
        for (Map.Entry<DayKey, SortedMap<Long, Long>> of : due.entrySet()) {
            DayKey key = of.getKey();
            while (!of.getValue().isEmpty()) {
                SortedMap<Long, Long> chunk = new TreeMap<>();
                of.getValue().entrySet().stream().limit(MOST_FLUSHED).forEach(seen -> chunk.put(seen.getKey(), seen.getValue()));
                tables.begin(Set.of(), transaction);
                if (tables.count(Batch.ofLastSeen(key, chunk), transaction).isPresent()) {
                    transaction.commit();
                    caches.flushed(key, chunk);
                    of.getValue().keySet().removeAll(chunk.keySet());
                } else {
                    transaction.rollback();
                    caches.forget(key);
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

    /** How many hits were counted. Empty, with nothing stored, when the key was not the agreed one; by then it is. */
    private OptionalInt tryToStore(List<Hit> hits, ShortTransaction transaction) {
        long at = hits.get(0).at();
        Instant now = Instant.ofEpochSecond(at);
        DayKey key = keys.of(keys.day(now), now, transaction);
        DayCache cache = caches.of(key, at);
        Batch batch = new Batch(key, keys.before(key.day(), now, transaction), at);
        try (PendingVisitors pending = new PendingVisitors(newVisitors)) {
            Map<Hit, Long> visitors = admit(published(hits, transaction), key, cache, pending);
            for (Hit hit : firstTime(visitors.keySet(), key, transaction)) {
                batch.add(hit, visitors.get(hit), cache);
            }
            if (batch.mayCarryOver()) {
                tables.carryOver(batch, transaction);
            }
            Optional<CountResult> counted = batch.hits.isEmpty()
                    ? Optional.of(CountResult.NOTHING_NEW) : tables.count(batch, transaction);
            if (counted.isEmpty()) {
                transaction.rollback();
                caches.forget(key);
                keys.agreeAnew(key, transaction);
                return OptionalInt.empty();
            }
            transaction.commit();
            pending.keep(counted.get().newVisitors());
            cache.add(batch, counted.get().newViews());
            ranking.note(batch.articles());
            tellRepeated(visitors.keySet(), batch.hits);
            return OptionalInt.of(batch.hits.size());
        }
    }

    /** The hits that have no outcome yet and are of no article or of a public one. */
    private List<Hit> published(List<Hit> hits, ShortTransaction transaction) {
        Set<UUID> asked = hits.stream().map(Hit::article).filter(Objects::nonNull).collect(Collectors.toSet());
        // After the keys, which have commits of their own.
        Set<UUID> published = tables.begin(asked, transaction);
        List<Hit> found = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            if (hit.article() != null && !published.contains(hit.article())) {
                refuse(hit, DropReason.UNKNOWN_ARTICLE, Problem.of(ProblemType.NOT_FOUND,
                        "No published article has the id in /articleId.").withError(
                        new Problem.FieldError("/articleId", null, "not-found", "is no published article")).asException());
            } else if (!hit.outcome().isDone()) {
                found.add(hit);
            }
        }
        return found;
    }

    /** The hits of known visitors, and of new ones within their network's limit, each with the visitor's hash. */
    private Map<Hit, Long> admit(List<Hit> hits, DayKey key, DayCache cache, PendingVisitors pending) {
        Map<Hit, Long> visitors = new IdentityHashMap<>();
        for (Hit hit : hits) {
            long visitor = key.hash(hit.visitor());
            if (cache.presence().isKnown(visitor)
                    || pending.admits(visitor, hit.visitor().clientPrefix().networkPrefix(), hit.at())) {
                visitors.put(hit, visitor);
            } else {
                refuse(hit, DropReason.NETWORK_CEILING, Problem.of(ProblemType.TOO_MANY_REQUESTS,
                        "Too many new visitors come from this network.").asException()
                        .withHeader("Retry-After", String.valueOf(NewVisitorLimit.secondsLeft(hit.at()))));
            }
        }
        return visitors;
    }

    /** Leaves out repeated hits, stored or of this batch. They have the same outcome as the first. */
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

    private void tellRepeated(Collection<Hit> admitted, Collection<Hit> first) {
        if (admitted.size() > first.size()) {
            Set<Hit> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
            repeated.addAll(admitted);
            first.forEach(repeated::remove);
            repeated.forEach(hit -> hit.outcome().complete(DropReason.REPEATED));
            dropped.count(DropReason.REPEATED, repeated.size());
        }
    }

    private void refuse(Hit hit, DropReason reason, ProblemException problem) {
        if (hit.outcome().completeExceptionally(problem.withHeader(DropReason.HEADER, reason.word()))) {
            dropped.count(reason);
        }
    }
}
