package vn.loa.visitor.count;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hits that were not stored because another transaction holds a row that one of them needs. They are tried again in parts:
 * first by article, because the row is most often an article's; then each part that is held up again is halved. In the end
 * only the hits that need the row wait for it. Used by one thread.
 */
final class SetAside {

    private static final int MOST_PARTS = 64;

    /**
     * Hits of one second.
     *
     * @param until when it is given up, as {@link System#nanoTime} counts
     */
    record Part(List<Hit> hits, long until) {
    }

    /** Not tried since they were parted from other articles. */
    private final Deque<Part> fresh = new ArrayDeque<>();
    /** With the row that is held, very likely. */
    private final Deque<Part> stuck = new ArrayDeque<>();

    /** How many hits there are. */
    int size() {
        return sizeOf(fresh) + sizeOf(stuck);
    }

    private static int sizeOf(Collection<Part> parts) {
        return parts.stream().mapToInt(part -> part.hits().size()).sum();
    }

    void add(List<Hit> heldUp, long until) {
        Collection<List<Hit>> byArticle = heldUp.stream().collect(Collectors.groupingBy(hit ->
                Math.floorMod(Objects.hashCode(hit.article()), MOST_PARTS))).values();
        if (byArticle.size() > 1) {
            byArticle.forEach(hits -> fresh.add(new Part(hits, until)));
        } else if (heldUp.size() > 1) {
            int half = heldUp.size() / 2;
            stuck.add(new Part(List.copyOf(heldUp.subList(0, half)), until));
            stuck.add(new Part(List.copyOf(heldUp.subList(half, heldUp.size())), until));
        } else {
            stuck.add(new Part(heldUp, until));
        }
    }

    /** Null when there is none. */
    Part takeFresh() {
        return fresh.poll();
    }

    int stuckParts() {
        return stuck.size();
    }

    /** The one that was tried longest ago; null when there is none. */
    Part takeStuck() {
        return stuck.poll();
    }

    /** What is left at the end. */
    List<Hit> takeAll() {
        List<Hit> all = Stream.concat(fresh.stream(), stuck.stream()).flatMap(part -> part.hits().stream()).toList();
        fresh.clear();
        stuck.clear();
        return all;
    }

    /** Those that are given up at this time. */
    List<Hit> takeLate(long time) {
        List<Hit> late = new ArrayList<>();
        takeLate(time, fresh, late);
        takeLate(time, stuck, late);
        return late;
    }

    private static void takeLate(long time, Collection<Part> from, List<Hit> late) {
        for (Iterator<Part> parts = from.iterator(); parts.hasNext(); ) {
            Part part = parts.next();
            if (time - part.until() >= 0) {
                late.addAll(part.hits());
                parts.remove();
            }
        }
    }
}
