package vn.loa.directive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.loa.problem.Problem;
import vn.loa.text.structure.EId;

/** Selects consecutive sections. */
public final class SectionRange {

    private SectionRange() {
    }

    /**
     * The sections from one to another in document order, both with the sections inside them.
     *
     * @param all in document order, parents before their children
     * @param from an eId; null for the first section
     * @param to an eId; null for the last section
     * @throws ProblemException 400 when a section does not exist, or {@code to} is before {@code from}
     */
    public static List<SectionView> of(List<SectionView> all, String from, String to) {
        int first = from == null ? 0 : position(all, "from", from);
        int last = to == null ? all.size() - 1 : position(all, "to", to);
        if (first > last && !all.isEmpty()) {
            throw Problem.invalidParameter("from", "out-of-range", "must not be a section after 'to'").asException();
        }
        int end = to == null ? all.size() : Math.max(end(all, first), end(all, last));
        return all.subList(first, end);
    }

    private static int position(List<SectionView> all, String parameter, String eId) {
        String address = EId.parse(eId).map(EId::value).orElse("");
        return IntStream.range(0, all.size()).filter(i -> all.get(i).eId().equals(address)).findFirst()
                .orElseThrow(() -> Problem.invalidParameter(parameter, "unknown-section", "is the eId of no section here")
                        .asException());
    }

    /** The position behind the last section that is inside this one. */
    private static int end(List<SectionView> all, int position) {
        Set<String> inside = new HashSet<>(Set.of(all.get(position).eId()));
        int end = position + 1;
        for (int i = end; i < all.size(); i++) {
            if (inside.contains(String.valueOf(all.get(i).parentEId()))) {
                inside.add(all.get(i).eId());
                end = i + 1;
            }
        }
        return end;
    }
}
