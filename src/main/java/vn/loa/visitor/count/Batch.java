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
import java.util.stream.Stream;

/**
 * The hits of one second, folded: each visitor once, and each visitor's view of an article once. Sorted, so that
 * instances that store the same visitors wait for each other and never in a circle.
 */
final class Batch {

    /** A visitor who came. */
    static final class Came {
        final long at;
        /** Whether the visit began on the day before. */
        boolean goesOn;

        private Came(long at) {
            this.at = at;
        }
    }

    /** A visitor who reads an article. */
    static final class Read {
        final UUID article;
        /** When the view counts as begun: now, or earlier where it goes on; shifted by the row's mask. */
        long at;
        boolean goesOn;

        private Read(UUID article, long at) {
            this.article = article;
            this.at = at;
        }
    }

    /** @param now shifted by the mask of the day before */
    private record Before(Read read, long now) {
    }

    final DayKey key;
    final long at;
    final List<Hit> hits = new ArrayList<>();
    /** Visitors of whom the database is to be told later. */
    final Set<Long> here = new HashSet<>();
    final TreeMap<Long, Came> visitors = new TreeMap<>();
    final TreeMap<Long, Read> views = new TreeMap<>();

    private final Optional<DayKey> yesterday;
    private final Map<Long, Came> visitorsBefore = new TreeMap<>();
    private final Map<Long, Before> viewsBefore = new HashMap<>();

    /** @param yesterday the key of the day before, while visits may go on from it */
    Batch(DayKey key, Optional<DayKey> yesterday, long at) {
        this.key = key;
        this.yesterday = yesterday;
        this.at = at;
    }

    /** Visitors who were seen, by their hashes under the key; their hits have been stored. */
    static Batch of(DayKey key, SortedMap<Long, Long> seen) {
        Batch batch = new Batch(key, Optional.empty(), Collections.max(seen.values()));
        seen.forEach((visitor, at) -> batch.visitors.put(visitor, new Came(at)));
        return batch;
    }

    /** With what the database must be asked or told of the visitor and the view. */
    void add(Hit hit, long visitor, DayCache memory) {
        hits.add(hit);
        // Who sends one that may be sent again is told of at once: of a repeated one nothing is known.
        if (hit.id() == null && memory.visitors().isHere(visitor, at)) {
            here.add(visitor);
        } else {
            visitors.computeIfAbsent(visitor, v -> came(hit));
        }
        if (hit.article() != null) {
            DayKey.View view = key.hash(hit.visitor(), hit.article());
            if (!memory.views().has(view.hash(), at)) {
                views.computeIfAbsent(view.hash(), v -> read(hit, view));
            }
        }
    }

    private Came came(Hit hit) {
        Came came = new Came(at);
        yesterday.ifPresent(before -> visitorsBefore.put(before.hash(hit.visitor()), came));
        return came;
    }

    private Read read(Hit hit, DayKey.View view) {
        Read read = new Read(hit.article(), at + view.mask());
        yesterday.ifPresent(day -> {
            DayKey.View before = day.hash(hit.visitor(), hit.article());
            viewsBefore.put(before.hash(), new Before(read, at + before.mask()));
        });
        return read;
    }

    boolean mayGoOn() {
        return yesterday.isPresent() && !hits.isEmpty();
    }

    Stream<Long> visitorsBefore() {
        return visitorsBefore.keySet().stream();
    }

    Stream<Long> viewsBefore() {
        return viewsBefore.keySet().stream();
    }

    void visitGoesOn(long before) {
        visitorsBefore.get(before).goesOn = true;
    }

    /** @param counted when the view of the day before was counted, shifted by its mask */
    void viewCountedBefore(long view, long counted) {
        Before before = viewsBefore.get(view);
        long ago = before.now - counted;
        if (ago < CounterTables.VIEW_WINDOW.toSeconds()) {
            before.read.goesOn = true;
            before.read.at -= ago;
        }
    }

    Instant instant() {
        return Instant.ofEpochSecond(at);
    }
}
