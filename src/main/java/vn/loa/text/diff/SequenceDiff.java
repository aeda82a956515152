package vn.loa.text.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common elements of two sequences, in order: the common start and end, and the longest common subsequence of the
 * rest. The rest counts as entirely different when it differs in more than {@value #MAX_DIFFERENCE} elements, or when
 * the effort is used up.
 */
final class SequenceDiff {
    /**
     * The limit of elements removed and added. Time grows with the square of this number, and with its product with the
     * length.
     */
    static final int MAX_DIFFERENCE = 1000;

    /** A run of {@code length} equal elements from these indexes on. */
    record Match(int before, int after, int length) {
    }

    private SequenceDiff() {}

    static List<Match> matches(List<String> before, List<String> after, DiffEffort effort) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Match> matches = new ArrayList<>();
        add(matches, 0, 0, head);
        addBetween(matches, before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), head,
                effort);
        add(matches, before.size() - tail, after.size() - tail, tail);
        return matches;
    }

    private static void addBetween(List<Match> matches, List<String> before, List<String> after, int offset,
            DiffEffort effort) {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<Change> changes;
        try {
            changes = new MyersDiff<Integer>()
                    .computeDiff(numbered(before, numbers), numbered(after, numbers), new Limit(effort));
        } catch (TooDifferentException e) {
            return;
        }
        int oldPlace = 0;
        int newPlace = 0;
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i); // the library lists the last change first
            add(matches, offset + oldPlace, offset + newPlace, change.startOriginal - oldPlace);
            oldPlace = change.endOriginal;
            newPlace = change.endRevised;
        }
        add(matches, offset + oldPlace, offset + newPlace, before.size() - oldPlace);
    }

    private static void add(List<Match> matches, int before, int after, int length) {
        if (length > 0) {
            matches.add(new Match(before, after, length));
        }
    }

    /** Replaces elements by numbers, equal ones by equal numbers, because comparisons of numbers are cheaper. */
    private static List<Integer> numbered(List<String> elements, Map<String, Integer> numbers) {
        List<Integer> list = new ArrayList<>(elements.size());
        for (String element : elements) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(element, next);
            list.add(known == null ? next : known);
        }
        return list;
    }

    /** Stops the library at the limit. The library calls this listener at each step, and only an exception stops it. */
    private record Limit(DiffEffort effort) implements DiffAlgorithmListener {
        @Override
        public void diffStart() {
            // nothing to prepare
        }

        @Override
        public void diffStep(int difference, int max) {
            if (difference > MAX_DIFFERENCE || !effort.take(difference + 1L)) {
                throw new TooDifferentException();
            }
        }

        @Override
        public void diffEnd() {
            // nothing to clean up
        }
    }

    private static final class TooDifferentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDifferentException() {
            super(null, null, false, false);
        }
    }
}
