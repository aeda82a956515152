package vn.loa.imports.job.store;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.loa.problem.Problem;
import vn.loa.text.structure.Warning;

/**
 * What became of an item.
 *
 * @param target the article or file
 * @param problem why it was not imported; null when it was
 * @param published whether the job published it
 * @param former the revision that the public read before; null for none
 * @param tag of the article afterwards; null for a file
 */
public record ItemResult(Status status, UUID target, Problem problem, List<Warning> warnings, boolean published, Integer former, String tag) {

    /** What became of it, in one word. */
    public enum Status {
        WAITING, CREATED, UPDATED, UNCHANGED, CHANGED_HERE, SKIPPED, FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static ItemResult of(Status status, UUID target) {
        return new ItemResult(status, target, null, List.of(), false, null, null);
    }

    public static ItemResult failed(UUID target, Problem problem) {
        return new ItemResult(Status.FAILED, target, problem, List.of(), false, null, null);
    }

    public static ItemResult changedHere(UUID target, Problem problem) {
        return new ItemResult(Status.CHANGED_HERE, target, problem, List.of(), false, null, null);
    }
}
