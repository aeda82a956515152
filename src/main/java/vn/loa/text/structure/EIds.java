package vn.loa.text.structure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Assigns each section of a document a unique eId. */
final class EIds {
    /** Leaves room for the paragraphs' suffix __p_n. */
    private static final int LONGEST = EId.MAX_LENGTH - 12;

    private final Set<EId> used = new HashSet<>();
    private final Map<EId, Integer> repeated = new HashMap<>();

    /**
     * The eId of a section in its parent, or at the top when the parent is null. A repeated number gets the suffix _2,
     * _3 and so on. An eId that would be too long omits the parents.
     */
    EId of(EId parent, String prefix, String number) {
        EId first = parent == null || parent.value().length() + prefix.length() + number.length() + 3 > LONGEST
                ? EId.of(prefix, number) : parent.child(prefix, number);
        EId free = first;
        while (!used.add(free)) {
            free = new EId(first.value() + "_" + repeated.merge(first, 2, (n, one) -> n + 1));
        }
        return free;
    }
}
