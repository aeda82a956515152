package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.loa.interference.Bystanders.Kind;

/** The calls of {@link Bystanders}: statuses and durations. */
public record Calls(List<Call> all) {

    /** Status of a call that got no answer within {@link Bystanders#PATIENCE}. */
    public static final int NO_ANSWER = 0;

    /**
     * One call.
     *
     * @param begun {@link System#nanoTime()}
     * @param status {@link #NO_ANSWER} when none came
     * @param problem the fault of the answer; null when it has none
     */
    public record Call(Kind kind, long begun, Duration took, int status, String problem) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    public Calls of(Kind... kinds) {
        List<Kind> wanted = Arrays.asList(kinds);
        return where(call -> wanted.contains(call.kind()));
    }

    private Calls where(Predicate<Call> condition) {
        return new Calls(all.stream().filter(condition).toList());
    }

    /** Every call got 2xx within the bound. */
    public Calls assertServed(Duration bound) {
        return assertAnswered(bound);
    }

    /** Every call got 2xx, or one of these statuses, within the bound. */
    public Calls assertAnswered(Duration bound, Integer... otherStatuses) {
        Set<Integer> allowed = Set.of(otherStatuses);
        assertTrue(!all.isEmpty(), "nobody called");
        all.forEach(call -> assertTrue(call.problem() == null, () -> call.kind() + ": " + call.problem()));
        assertEquals(List.of(), where(call -> !call.isGood() && !allowed.contains(call.status())).all,
                () -> "not answered as they should be; all in all\n" + this);
        assertEquals(List.of(), where(call -> call.took().compareTo(bound) > 0).all,
                () -> "took longer than " + bound + "; all in all\n" + this);
        return this;
    }

    /** Every call was refused with this status. */
    public Calls assertAll(int status, Duration bound) {
        assertAnswered(bound, status);
        assertEquals(List.of(), where(Call::isGood).all, () -> "should have been refused; all in all\n" + this);
        return this;
    }

    /** The time within which so many percent of the calls were answered. */
    public Duration percentile(int percent) {
        List<Duration> sorted = all.stream().map(Call::took).sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** For each kind: how many calls, with which statuses, how fast. */
    @Override
    public String toString() {
        return all.stream().collect(Collectors.groupingBy(Call::kind, TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(kind -> kind.getKey() + ": " + new Calls(kind.getValue()).summary())
                .collect(Collectors.joining("\n"));
    }

    private String summary() {
        return all.size() + " calls, statuses " + all.stream().map(Call::status)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                + ", median " + percentile(50).toMillis() + " ms, p99 " + percentile(99).toMillis()
                + " ms, max " + percentile(100).toMillis() + " ms";
    }
}
