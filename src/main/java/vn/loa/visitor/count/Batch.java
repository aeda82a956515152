package vn.loa.visitor.count;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hits of one second, folded: each visitor once, and each visitor's view of an article once. Visitors and views are
 * sorted by their hashes, so that instances lock rows in the same order and cannot deadlock.
 */
final class Batch {

    /** A visitor whose row in the database is to be written. */
    static final class Arrival {
        final long at;
        /** Whether the visit began on the day before. */
        boolean carriedOver;

        private Arrival(long at) {
            this.at = at;
        }
    }

    /** A visitor's view of an article. */
    static final class ArticleRead {
        final UUID article;
        /** When the view began: now, or earlier if the view began on the day before. Shifted by the view's mask. */
        long at;
        /** Whether the view was counted on the day before. */
        boolean carriedOver;

        private ArticleRead(UUID article, long at) {
            this.article = article;
            this.at = at;
        }
    }

    /**
     * A view as it would be stored under the key of the day before.
     *
     * @param maskedNow the batch's time, shifted by the mask of that day
     */
    private record ViewOfDayBefore(ArticleRead read, long maskedNow) {
    }

    final DayKey key;
    /** In seconds since the epoch. */
    final long at;
    final List<Hit> hits = new ArrayList<>();
    /** Visitors whose hits only move {@code last_seen}, which the {@link PresenceCache} flushes later. */
    final Set<Long> knownPresent = new HashSet<>();
    final TreeMap<Long, Arrival> arrivals = new TreeMap<>();
    final TreeMap<Long, ArticleRead> reads = new TreeMap<>();

    private final Optional<DayKey> keyOfDayBefore;
    private final Map<Long, Arrival> visitorsOfDayBefore = new TreeMap<>();
    private final Map<Long, ViewOfDayBefore> viewsOfDayBefore = new HashMap<>();

    /** @param keyOfDayBefore empty when no visit can still go on from that day */
    Batch(DayKey key, Optional<DayKey> keyOfDayBefore, long at) {
        this.key = key;
        this.keyOfDayBefore = keyOfDayBefore;
        this.at = at;
    }

    /** The articles whose views may have changed. */
    Set<UUID> articles() {
        return reads.values().stream().map(read -> read.article).collect(Collectors.toSet());
    }

    /** A batch without hits, which only writes when visitors were last seen. */
    static Batch ofLastSeen(DayKey key, SortedMap<Long, Long> lastSeen) {
        Batch batch = new Batch(key, Optional.empty(), Collections.max(lastSeen.values()));
        lastSeen.forEach((visitor, at) -> batch.arrivals.put(visitor, new Arrival(at)));
        return batch;
    }

    /** Adds a hit, and of its visitor and view what the cache cannot decide alone. */
    void add(Hit hit, long visitor, DayCache cache) {
        hits.add(hit);
        // A hit with a hitId is never buffered: if it turns out to be a repeat it is dropped, and the buffered time with it.
        if (hit.id() == null && cache.presence().isPresent(visitor, at)) {
            knownPresent.add(visitor);
        } else {
            arrivals.computeIfAbsent(visitor, hash -> arrival(hit));
        }
        if (hit.article() != null) {
            DayKey.ViewHash view = key.hash(hit.visitor(), hit.article());
            if (!cache.countedViews().contains(view.hash(), at)) {
                reads.computeIfAbsent(view.hash(), hash -> read(hit, view));
            }
        }
    }

    private Arrival arrival(Hit hit) {
        Arrival arrival = new Arrival(at);
        keyOfDayBefore.ifPresent(day -> visitorsOfDayBefore.put(day.hash(hit.visitor()), arrival));
        return arrival;
    }

    private ArticleRead read(Hit hit, DayKey.ViewHash view) {
        ArticleRead read = new ArticleRead(hit.article(), at + view.mask());
        keyOfDayBefore.ifPresent(day -> {
            DayKey.ViewHash before = day.hash(hit.visitor(), hit.article());
            viewsOfDayBefore.put(before.hash(), new ViewOfDayBefore(read, at + before.mask()));
        });
        return read;
    }

    /** Whether a visit or view of this batch may have begun on the day before. */
    boolean mayCarryOver() {
        return keyOfDayBefore.isPresent() && !hits.isEmpty();
    }

    Stream<Long> visitorsOfDayBefore() {
        return visitorsOfDayBefore.keySet().stream();
    }

    Stream<Long> viewsOfDayBefore() {
        return viewsOfDayBefore.keySet().stream();
    }

    /** @param visitor the hash under the key of the day before */
    void carryVisitOver(long visitor) {
        visitorsOfDayBefore.get(visitor).carriedOver = true;
    }

    /**
     * Carries a view over if its window has not ended.
     *
     * @param view the hash under the key of the day before
     * @param counted when the view was counted, shifted by the mask of that day
     */
    void carryViewOver(long view, long counted) {
        ViewOfDayBefore before = viewsOfDayBefore.get(view);
        long ago = before.maskedNow - counted;
        if (ago < CountingWindows.VIEW_WINDOW.toSeconds()) {
            before.read.carriedOver = true;
            before.read.at -= ago;
        }
    }

    Instant instant() {
        return Instant.ofEpochSecond(at);
    }
}
