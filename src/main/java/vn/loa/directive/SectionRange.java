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
     * @param first an eId; null for the first section
     * @param last an eId; null for the last section
     * @throws ProblemException 400 when a section does not exist, or {@code last} is before {@code first}
     */
    public static List<SectionView> of(List<SectionView> all, String first, String last) {
        int begin = first == null ? 0 : position(all, "first", first);
        int lastBegin = last == null ? all.size() - 1 : position(all, "last", last);
        if (begin > lastBegin && !all.isEmpty()) {
            throw Problem.invalidParameter("first", "out-of-range", "must not be a section after 'last'").asException();
        }
        return all.subList(begin, last == null ? all.size() : Math.max(end(all, begin), end(all, lastBegin)));
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
