package vn.loa.search.known;

import java.util.List;
import java.util.Map;

/** How many of the newest entries were enough when they were last looked at, by what they were looked at for. It says how many to look at. */
final class EnoughNewest {

    private static final int MOST_KEPT = 1_000;

    /** What may be looked at, the smallest first. */
    private final List<Integer> sizes;
    private final Map<String, Integer> places = new LastUsed<>(MOST_KEPT);
    /** For which none of the sizes was enough. */
    private final VainReads vain = new VainReads();

    EnoughNewest(List<Integer> sizes) {
        this.sizes = sizes;
    }

    /** The place of the size to begin with: behind the last one if none was enough lately. */
    synchronized int placeFor(String key) {
        return vain.leavesOut(key) ? sizes.size() : places.getOrDefault(key, 0);
    }

    /** The place of the size that is enough for so many entries, and a tenth more. */
    synchronized int put(String key, long entries) {
        long wanted = entries * 11 / 10;
        int place = (int) sizes.stream().filter(size -> size < wanted).count();
        if (place < sizes.size()) {
            places.put(key, place);
        } else {
            places.remove(key);
            vain.put(key);
        }
        return place;
    }
}
