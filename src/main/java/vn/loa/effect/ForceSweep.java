package vn.loa.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.loa.text.structure.EId;

/**
 * Goes through the days of a timeline, and on each looks only at the sections for which something may be another one. What
 * {@link ForceTimeline#all} says for each day would take minutes for a law that was changed on hundreds of days.
 */
final class ForceSweep {
    private final ForceTimeline timeline;
    /** By what holds them; those at the top under null, which stands for the document. */
    private final Map<EId, List<EId>> parts = new HashMap<>();
    private final Map<EId, StatusOnDay> own = new HashMap<>();
    private final int mostReasons;

    /** Is told a status that begins on a day, or may be the same as before. */
    interface Listener {
        /** @param section null for the document */
        void status(EId section, LocalDate day, StatusOnDay status);
    }

    /** @param mostReasons so many reasons are enough to say why some of the parts of something have another status */
    ForceSweep(ForceTimeline timeline, int mostReasons) {
        this.timeline = timeline;
        this.mostReasons = mostReasons;
        timeline.sections().forEach(section -> parts.computeIfAbsent(timeline.holder(section), key -> new ArrayList<>()).add(section));
    }

    /** Begins with {@link LocalDate#MIN}. */
    void run(Listener listener) {
        look(LocalDate.MIN, within(null), listener);
        TreeMap<LocalDate, List<EId>> changing = new TreeMap<>();
        List<EId> nodes = new ArrayList<>(timeline.sections());
        nodes.add(null);
        for (EId node : nodes) {
            timeline.changes(node).forEach(day -> changing.computeIfAbsent(day, key -> new ArrayList<>()).add(node));
        }
        changing.forEach((day, changed) -> {
            Set<EId> touched = new LinkedHashSet<>();
            changed.stream().filter(node -> !touched.contains(node)).forEach(node -> touched.addAll(within(node)));
            look(day, touched, listener);
        });
    }

    private void look(LocalDate day, Set<EId> touched, Listener listener) {
        touched.forEach(node -> own.put(node, timeline.own(node, day)));
        Set<EId> told = new LinkedHashSet<>(touched);
        for (EId node : touched) {
            EId holder = node;
            boolean isNew = true;
            while (holder != null && isNew) {
                holder = timeline.holder(holder);
                isNew = told.add(holder);
            }
        }
        told.forEach(node -> listener.status(node, day, status(node)));
    }

    private StatusOnDay status(EId node) {
        StatusOnDay status = own.get(node);
        Set<KnownEvent> below = new LinkedHashSet<>();
        if (ForceTimeline.mayBePartly(status)) {
            collect(node, status, below);
        }
        return below.isEmpty() ? status : ForceTimeline.partly(status, below);
    }

    private void collect(EId holder, StatusOnDay whole, Set<KnownEvent> reasons) {
        for (EId part : parts.getOrDefault(holder, List.of())) {
            if (reasons.size() >= mostReasons) {
                return;
            }
            StatusOnDay status = own.get(part);
            if (ForceTimeline.makesPartly(status, whole)) {
                reasons.addAll(status.reasons());
            }
            collect(part, whole, reasons);
        }
    }

    /** A section, or the document, and what is inside it. */
    private Set<EId> within(EId node) {
        Set<EId> all = new LinkedHashSet<>();
        add(node, all);
        return all;
    }

    private void add(EId node, Set<EId> all) {
        all.add(node);
        parts.getOrDefault(node, List.of()).forEach(part -> add(part, all));
    }
}
