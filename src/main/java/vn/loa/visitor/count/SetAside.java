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
 * first by article, because the held row is most often an article's. A part that is held up again is halved. In the end only
 * the hits that need the row wait for it. Used by one thread.
 */
final class SetAside {

    private static final int MAX_PARTS = 64;

    /** Parts that were not tried since they were separated from other articles' hits. */
    private final Deque<HeldUpHits> untried = new ArrayDeque<>();
    /** Parts that very likely need the held row. */
    private final Deque<HeldUpHits> stuck = new ArrayDeque<>();

    /** The number of hits. */
    int size() {
        return sizeOf(untried) + sizeOf(stuck);
    }

    private static int sizeOf(Collection<HeldUpHits> parts) {
        return parts.stream().mapToInt(part -> part.hits().size()).sum();
    }

    void add(List<Hit> heldUp, long deadline) {
        Collection<List<Hit>> byArticle = heldUp.stream().collect(Collectors.groupingBy(hit ->
                Math.floorMod(Objects.hashCode(hit.article()), MAX_PARTS))).values();
        if (byArticle.size() > 1) {
            byArticle.forEach(hits -> untried.add(new HeldUpHits(hits, deadline)));
        } else if (heldUp.size() > 1) {
            int half = heldUp.size() / 2;
            stuck.add(new HeldUpHits(List.copyOf(heldUp.subList(0, half)), deadline));
            stuck.add(new HeldUpHits(List.copyOf(heldUp.subList(half, heldUp.size())), deadline));
        } else {
            stuck.add(new HeldUpHits(heldUp, deadline));
        }
    }

    /** Null when there is no such part. */
    HeldUpHits takeUntried() {
        return untried.poll();
    }

    int stuckParts() {
        return stuck.size();
    }

    /** The part that was tried longest ago; null when there is no such part. */
    HeldUpHits takeStuck() {
        return stuck.poll();
    }

    /** Called at the end. */
    List<Hit> takeAll() {
        List<Hit> all = Stream.concat(untried.stream(), stuck.stream()).flatMap(part -> part.hits().stream()).toList();
        untried.clear();
        stuck.clear();
        return all;
    }

    /** The hits whose deadline has passed. */
    List<Hit> takeExpired(long time) {
        List<Hit> expired = new ArrayList<>();
        takeExpired(time, untried, expired);
        takeExpired(time, stuck, expired);
        return expired;
    }

    private static void takeExpired(long time, Collection<HeldUpHits> from, List<Hit> expired) {
        for (Iterator<HeldUpHits> parts = from.iterator(); parts.hasNext(); ) {
            HeldUpHits part = parts.next();
            if (time - part.deadline() >= 0) {
                expired.addAll(part.hits());
                parts.remove();
            }
        }
    }
}
