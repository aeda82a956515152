package vn.loa.directive.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.SectionView;
import vn.loa.text.diff.DiffEffort;
import vn.loa.text.diff.ParagraphMatch;

/** Compares two revisions of a directive section by section, paragraph by paragraph and word by word. */
public final class SectionDiff {
    private final Map<String, SectionView> before;
    private final Map<String, SectionView> after;
    private final Set<String> moved;
    private final DiffEffort effort = new DiffEffort();
    private final List<DiffView.SectionChange> changes = new ArrayList<>();

    private SectionDiff(List<SectionView> before, List<SectionView> after) {
        this.before = byEId(before);
        this.after = byEId(after);
        this.moved = SectionOrder.moved(this.before, this.after);
    }

    /**
     * The changes from one text to the other. Two sections are the same when they have the same eId. Two paragraphs are
     * the same when they are equal or share at least half of their words ({@link ParagraphMatch}). Takes time about
     * linear in the texts, within the limits of {@link DiffEffort}. Beyond these limits the differences of paragraphs
     * and words are coarser, those of sections are not.
     *
     * @param before in document order, each eId once; otherwise IllegalArgumentException
     * @param after likewise
     */
    public static DiffView of(List<SectionView> before, List<SectionView> after) {
        return new SectionDiff(before, after).compare();
    }

    private DiffView compare() {
        Map<String, List<SectionView>> removed = removedBehind();
        removed.getOrDefault("", List.of()).forEach(section -> add(section, null));
        for (SectionView section : after.values()) {
            add(before.get(section.eId()), section);
            removed.getOrDefault(section.eId(), List.of()).forEach(gone -> add(gone, null));
        }
        return new DiffView(new DiffView.Counts(count("added"), count("removed"), count("changed"), count("moved")),
                List.copyOf(changes));
    }

    private int count(String change) {
        return (int) changes.stream().filter(section -> section.changes().contains(change)).count();
    }

    /**
     * The removed sections by the eId of the last section before them that was neither removed nor moved; "" for none.
     */
    private Map<String, List<SectionView>> removedBehind() {
        Map<String, List<SectionView>> removed = new HashMap<>();
        String last = "";
        for (SectionView section : before.values()) {
            if (!after.containsKey(section.eId())) {
                removed.computeIfAbsent(last, eId -> new ArrayList<>()).add(section);
            } else if (!moved.contains(section.eId())) {
                last = section.eId();
            }
        }
        return removed;
    }

    private void add(SectionView was, SectionView is) {
        String eId = is == null ? was.eId() : is.eId();
        String oldHeading = was == null ? null : was.heading();
        String newHeading = is == null ? null : is.heading();
        boolean sameHeading = Objects.equals(oldHeading, newHeading);
        List<DiffView.ParagraphChange> paragraphs = paragraphs(was == null ? List.of() : was.ownAndNotes(),
                is == null ? List.of() : is.ownAndNotes());
        List<String> what = new ArrayList<>();
        if (was == null || is == null) {
            what.add(was == null ? "added" : "removed");
        } else {
            if (moved.contains(eId)) {
                what.add("moved");
            }
            if (!sameHeading || !paragraphs.isEmpty() || isRelabelled(was, is)) {
                what.add("changed");
            }
        }
        if (!what.isEmpty()) {
            changes.add(new DiffView.SectionChange(eId, List.copyOf(what), DiffView.Label.of(was),
                    DiffView.Label.of(is), sameHeading ? List.of() : WordView.of(oldHeading, newHeading, effort), paragraphs));
        }
    }

    private static boolean isRelabelled(SectionView was, SectionView is) {
        return !was.kind().equals(is.kind()) || !was.number().equals(is.number()) || !was.marker().equals(is.marker());
    }

    private List<DiffView.ParagraphChange> paragraphs(List<ParagraphView> was, List<ParagraphView> is) {
        List<DiffView.ParagraphChange> list = new ArrayList<>();
        for (ParagraphMatch match : ParagraphMatch.of(texts(was), texts(is), effort)) {
            ParagraphView old = match.before() == ParagraphMatch.NONE ? null : was.get(match.before());
            ParagraphView now = match.after() == ParagraphMatch.NONE ? null : is.get(match.after());
            if (old == null || now == null || !old.text().equals(now.text())) {
                list.add(new DiffView.ParagraphChange(old == null ? "added" : now == null ? "removed" : "changed",
                        old == null ? null : old.eId(), now == null ? null : now.eId(),
                        WordView.of(old == null ? null : old.text(), now == null ? null : now.text(), effort)));
            }
        }
        return List.copyOf(list);
    }

    private static List<String> texts(List<ParagraphView> paragraphs) {
        return paragraphs.stream().map(ParagraphView::text).toList();
    }

    private static Map<String, SectionView> byEId(List<SectionView> sections) {
        Map<String, SectionView> byEId = new LinkedHashMap<>();
        for (SectionView section : sections) {
            if (byEId.put(section.eId(), section) != null) {
                throw new IllegalArgumentException("two sections are " + section.eId());
            }
        }
        return byEId;
    }
}
