package vn.loa.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The hits of one second, folded: each visitor once, and each visitor's view of an article once. Sorted, so that
 * instances that store the same visitors wait for each other and never in a circle.
 */
final class Batch {

    /** @param before the visitor's hash of the day before; null when no visit can go on from there */
    record Came(IpAddress neighbourhood, UUID before) {
    }

    /**
     * @param at the second, shifted by the row's mask
     * @param before the same of the day before; null like {@link Came#before}
     */
    record Read(UUID article, long at, UUID before, Long beforeAt) {
    }

    final DayKey key;
    final long at;
    final List<Hit> hits = new ArrayList<>();
    final TreeMap<UUID, Came> visitors = new TreeMap<>();
    final TreeMap<UUID, Read> views = new TreeMap<>();

    private final Optional<DayKey> yesterday;

    Batch(DayKey key, Optional<DayKey> yesterday, long at) {
        this.key = key;
        this.yesterday = yesterday;
        this.at = at;
    }

    /** @param hash the hit's visitor under the batch's key */
    void add(Hit hit, UUID hash) {
        hits.add(hit);
        Visitor visitor = hit.visitor();
        visitors.computeIfAbsent(hash, h -> new Came(visitor.household().neighbourhood(),
                yesterday.map(before -> before.hash(visitor)).orElse(null)));
        if (hit.article() != null) {
            DayKey.View view = key.hash(visitor, hit.article());
            views.computeIfAbsent(view.hash(), h -> read(hit, view));
        }
    }

    private Read read(Hit hit, DayKey.View view) {
        Optional<DayKey.View> before = yesterday.map(day -> day.hash(hit.visitor(), hit.article()));
        return new Read(hit.article(), at + view.mask(), before.map(DayKey.View::hash).orElse(null),
                before.map(old -> at + old.mask()).orElse(null));
    }

    Instant instant() {
        return Instant.ofEpochSecond(at);
    }

    Stream<UUID> befores() {
        return visitors.values().stream().map(Came::before);
    }
}
