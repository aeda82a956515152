package vn.loa.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.loa.text.structure.EId;

/**
 * The statuses of a document and of its sections as rows of the table force_period. Sections that no event touches, and none of
 * whose parts one touches, share the rows of the first such section below the same holder, so that their number does not matter.
 */
final class ForcePeriods {
    /** The document's own rows. */
    static final String DOCUMENT = "";
    /** A law can be touched by thousands of events; each row names the first of those that explain it. */
    static final int MOST_REASONS = 100;

    /**
     * A status and its reasons from one day on.
     *
     * @param from {@link LocalDate#MIN} for the first one
     * @param before the first day after it; {@link LocalDate#MAX} for the last one
     */
    record Period(LocalDate from, LocalDate before, ForceStatus status, List<UUID> effects) {
    }

    private final Map<EId, EId> parents;
    private final Set<EId> touched = new HashSet<>();
    /** What the timeline is made of: sections that are touched, and the first one of those that share rows. */
    private final Map<EId, EId> told = new LinkedHashMap<>();
    /** The sections that share rows with the first of them. */
    private final Map<EId, List<EId>> alike = new HashMap<>();

    private ForcePeriods(Map<EId, EId> parents) {
        this.parents = parents;
    }

    /**
     * The rows by eId, those of the document under {@link #DOCUMENT}; none of a section whose rows are the document's, or that no
     * event touches and that has the document's status on every day, for no other reasons.
     *
     * @param parents each section with the one that holds it, null at the top, in document order
     * @param events those that touch the document or a part of it
     */
    static Map<String, List<Period>> of(Map<EId, EId> parents, List<KnownEvent> events) {
        return new ForcePeriods(parents).read(events);
    }

    private Map<String, List<Period>> read(List<KnownEvent> events) {
        events.forEach(event -> touch(event.section()));
        gather();
        ForceTimeline timeline = ForceTimeline.of(told, events);
        Map<EId, List<Period>> periods = new LinkedHashMap<>();
        new ForceSweep(timeline, MOST_REASONS).run((section, day, status) -> add(periods.computeIfAbsent(section, key -> new ArrayList<>()),
                day, status.status(), status.reasons().stream().map(KnownEvent::id).filter(Objects::nonNull).distinct().limit(MOST_REASONS)
                        .toList()));
        List<Period> document = periods.get(null);
        Map<String, List<Period>> rows = new LinkedHashMap<>();
        rows.put(DOCUMENT, document);
        periods.forEach((section, own) -> {
            boolean follows = touched.contains(section) ? own.equals(document) : follows(own, document);
            if (section != null && !follows) {
                rows.put(section.value(), own);
                alike.getOrDefault(section, List.of()).forEach(other -> rows.put(other.value(), own));
            }
        });
        return rows;
    }

    /** Whether the document has the same status on every day, for the same reasons and perhaps for more. */
    private static boolean follows(List<Period> section, List<Period> document) {
        int next = 0;
        for (Period period : document) {
            Period own = section.get(next);
            if (own.status() != period.status() || own.before().isBefore(period.before()) || !period.effects().containsAll(own.effects())) {
                return false;
            }
            next += own.before().equals(period.before()) ? 1 : 0;
        }
        return next == section.size();
    }

    private void touch(EId section) {
        for (EId each = section; each != null && touched.add(each); ) {
            each = parents.containsKey(each) ? parents.get(each) : each.parent().orElse(null);
        }
    }

    private void gather() {
        Map<EId, EId> holders = new HashMap<>();
        Map<EId, EId> firsts = new HashMap<>();
        parents.forEach((section, parent) -> {
            if (touched.contains(section)) {
                told.put(section, parent);
                return;
            }
            EId holder = parent == null || touched.contains(parent) ? parent : holders.get(parent);
            holders.put(section, holder);
            EId first = firsts.putIfAbsent(holder, section);
            if (first == null) {
                told.put(section, holder);
            } else {
                alike.computeIfAbsent(first, key -> new ArrayList<>()).add(section);
            }
        });
    }

    /** Days without another status or other reasons belong to the row before. */
    private static void add(List<Period> periods, LocalDate day, ForceStatus status, List<UUID> effects) {
        Period last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
        if (last != null && last.status() == status && last.effects().equals(effects)) {
            return;
        }
        if (last != null) {
            periods.set(periods.size() - 1, new Period(last.from(), day, last.status(), last.effects()));
        }
        periods.add(new Period(day, LocalDate.MAX, status, effects));
    }
}
