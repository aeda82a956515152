package vn.loa.visitor.hit;

import java.util.Arrays;
import java.util.List;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.read.HitCounters;

/**
 * What is answered to a hit that is not refused.
 *
 * @param notCounted null when the hit was counted
 * @param counters null when they are not wanted, or cannot be read
 */
record HitAnswer(DropReason notCounted, HitCounters counters) {

    private static final HitAnswer COUNTED = new HitAnswer(null, null);
    private static final List<HitAnswer> NOT_COUNTED = Arrays.stream(DropReason.values())
            .map(reason -> new HitAnswer(reason, null)).toList();

    /** @param notCounted null when the hit was counted */
    static HitAnswer of(DropReason notCounted) {
        return notCounted == null ? COUNTED : NOT_COUNTED.get(notCounted.ordinal());
    }
}
