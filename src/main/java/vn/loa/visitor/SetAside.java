package vn.loa.visitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Hits that were not stored because somebody holds a row that one of them needs. They are tried again in halves, and these
 * in halves, so that in the end only the hits that need the row wait for it. Used by one thread.
 */
final class SetAside {

    /**
     * Hits of one second.
     *
     * @param until when it is given up, as {@link System#nanoTime} counts
     */
    record Part(List<Hit> hits, long until) {
    }

    private final Deque<Part> parts = new ArrayDeque<>();
    private int hits;

    /** How many hits there are. */
    int size() {
        return hits;
    }

    void add(List<Hit> refused, long until) {
        int half = (refused.size() + 1) / 2;
        put(List.copyOf(refused.subList(0, half)), until);
        put(List.copyOf(refused.subList(half, refused.size())), until);
    }

    private void put(List<Hit> half, long until) {
        if (!half.isEmpty()) {
            parts.add(new Part(half, until));
            hits += half.size();
        }
    }

    /** The part that has waited longest; null when there is none. */
    Part take() {
        Part part = parts.poll();
        hits -= part == null ? 0 : part.hits().size();
        return part;
    }
}
