package vn.loa.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.structure.EId;

/**
 * The status of a document and of each of its sections on every day, as the events that touch it say. A section follows
 * what holds it: it ends and is suspended with it, and commences with it unless it has a day of its own. What is in force
 * has only partly force where one of its parts has none, and what has not commenced where one of its parts has.
 */
final class ForceTimeline {
    private final Map<EId, NodeForce> nodes = new LinkedHashMap<>();
    private final Map<EId, EId> parents;
    private final NodeForce document = new NodeForce();
    private final TreeSet<LocalDate> changes = new TreeSet<>();
    private final LocalDate knownUntil;

    private ForceTimeline(Map<EId, EId> parents, List<KnownEvent> events) {
        this.parents = new HashMap<>(parents);
        parents.keySet().forEach(section -> nodes.put(section, new NodeForce()));
        knownUntil = events.stream().map(KnownEvent::readIn).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
        Trust.resolved(events).forEach(this::add);
    }

    /**
     * @param parents each section with the one that holds it, null at the top, in document order
     * @param events those that touch the document or a part of it, without those that an editor rejected
     */
    static ForceTimeline of(Map<EId, EId> parents, List<KnownEvent> events) {
        return new ForceTimeline(parents, events);
    }

    private void add(KnownEvent event) {
        node(event.section()).add(event);
        if (event.from() != null) {
            changes.add(event.from());
        }
        if (event.over() != null) {
            changes.add(event.over());
        }
    }

    /** Events also name sections that the text has no more, or not yet. */
    private NodeForce node(EId section) {
        if (section == null) {
            return document;
        }
        if (!nodes.containsKey(section)) {
            EId parent = section.parent().orElse(null);
            if (parent != null) {
                node(parent);
            }
            parents.put(section, parent);
            nodes.put(section, new NodeForce());
        }
        return nodes.get(section);
    }

    /** The day of the newest source that was read; null when none has a day. */
    LocalDate knownUntil() {
        return knownUntil;
    }

    /** The next day on which a status may change; empty when no such day is known. */
    Optional<LocalDate> nextChange(LocalDate day) {
        return Optional.ofNullable(changes.higher(day));
    }

    /** The days on which a status may change. */
    Set<LocalDate> changes() {
        return changes;
    }

    /** The status of the document. */
    StatusOnDay document(LocalDate day) {
        return all(day).get(null);
    }

    /** The status of a section; unknown for one that there is not. */
    StatusOnDay section(EId section, LocalDate day) {
        return all(day).getOrDefault(section, StatusOnDay.UNKNOWN);
    }

    /** The status of the document, under null, and of each section. */
    Map<EId, StatusOnDay> all(LocalDate day) {
        Map<EId, StatusOnDay> statuses = new LinkedHashMap<>();
        statuses.put(null, own(null, day));
        nodes.keySet().forEach(section -> statuses.put(section, own(section, day)));
        Map<EId, Set<KnownEvent>> below = new HashMap<>();
        for (EId section : nodes.keySet()) {
            StatusOnDay status = statuses.get(section);
            EId holder = section;
            while (holder != null) {
                holder = parents.get(holder);
                if (makesPartly(status, statuses.get(holder))) {
                    below.computeIfAbsent(holder, key -> new LinkedHashSet<>()).addAll(status.reasons());
                }
            }
        }
        below.forEach((holder, reasons) -> statuses.computeIfPresent(holder, (section, status) -> partly(status, reasons)));
        return statuses;
    }

    /** Whether a part with a status of its own lets what holds it, with another one of its own, have only partly force. */
    static boolean makesPartly(StatusOnDay part, StatusOnDay whole) {
        return switch (whole.status()) {
            case IN_FORCE, PARTLY -> lacks(part);
            case NOT_YET -> hasCommenced(part);
            default -> false;
        };
    }

    /** Whether {@link #makesPartly} may be true of one of its parts. */
    static boolean mayBePartly(StatusOnDay whole) {
        return switch (whole.status()) {
            case IN_FORCE, PARTLY, NOT_YET -> true;
            default -> false;
        };
    }

    private static boolean lacks(StatusOnDay own) {
        return switch (own.status()) {
            case ENDED, SUSPENDED, PARTLY -> true;
            case NOT_YET -> isOfCommencement(own);
            default -> false;
        };
    }

    private static boolean hasCommenced(StatusOnDay own) {
        return (own.status() == ForceStatus.IN_FORCE || own.status() == ForceStatus.PARTLY) && isOfCommencement(own);
    }

    /** Not of an insertion alone: what is inserted into something has no force before it. */
    private static boolean isOfCommencement(StatusOnDay own) {
        return own.reasons().stream().anyMatch(reason -> reason.event().kind() == EffectKind.COMMENCE);
    }

    /** @param below what says so of its parts */
    static StatusOnDay partly(StatusOnDay status, Set<KnownEvent> below) {
        Set<KnownEvent> reasons = new LinkedHashSet<>(status.reasons());
        reasons.addAll(below);
        return new StatusOnDay(ForceStatus.PARTLY, List.copyOf(reasons));
    }

    /** The status without a look at the parts. */
    StatusOnDay own(EId section, LocalDate day) {
        List<NodeForce> chain = chain(section);
        NodeForce start = null;
        for (NodeForce node : chain) {
            List<KnownEvent> ended = node.on(day).ended();
            if (!ended.isEmpty()) {
                return new StatusOnDay(ForceStatus.ENDED, ended);
            }
            start = start == null && node.hasStart() ? node : start;
        }
        if (start == null) {
            return StatusOnDay.UNKNOWN;
        }
        LocalDate first = start.firstStart();
        if (first != null && day.isBefore(first)) {
            return notBegun(chain, start, day);
        }
        if (first == null || start.on(day).disputed()) {
            return new StatusOnDay(ForceStatus.UNKNOWN, start.starts());
        }
        return begun(chain, start, day);
    }

    /** A part of it that the text names in words may have commenced before the rest. */
    private static StatusOnDay notBegun(List<NodeForce> chain, NodeForce start, LocalDate day) {
        List<KnownEvent> earlier = chain.get(0).earlierPartsOn(day);
        if (earlier.isEmpty() || pause(chain, day).isPresent()) {
            return new StatusOnDay(ForceStatus.NOT_YET, start.starts());
        }
        Set<KnownEvent> reasons = new LinkedHashSet<>(start.starts());
        reasons.addAll(earlier);
        return new StatusOnDay(ForceStatus.PARTLY, List.copyOf(reasons));
    }

    private static StatusOnDay begun(List<NodeForce> chain, NodeForce start, LocalDate day) {
        return pause(chain, day).orElseGet(() -> ofParts(chain.get(0), start, day));
    }

    /** The status of what may have ended, or is suspended, or may be; empty where nothing says so. */
    private static Optional<StatusOnDay> pause(List<NodeForce> chain, LocalDate day) {
        List<KnownEvent> undetermined = new ArrayList<>();
        List<KnownEvent> suspended = new ArrayList<>();
        Set<KnownEvent> perhaps = new LinkedHashSet<>();
        List<KnownEvent> resumptions = new ArrayList<>();
        // What was resumed is not suspended by an earlier suspension of what holds it.
        LocalDate resumed = LocalDate.MIN;
        for (NodeForce node : chain) {
            undetermined.addAll(node.undetermined());
            node.undeterminedResumptions().stream().filter(KnownEvent::isWhole).forEach(resumptions::add);
            NodeForce.OnDay on = node.on(day);
            for (KnownEvent suspension : on.suspended()) {
                if (suspension.from().isAfter(resumed) && resumptions.isEmpty()) {
                    suspended.add(suspension);
                } else if (suspension.from().isAfter(resumed)) {
                    perhaps.add(suspension);
                    perhaps.addAll(resumptions);
                }
            }
            resumed = on.resumed().isAfter(resumed) ? on.resumed() : resumed;
        }
        if (!undetermined.isEmpty()) {
            return Optional.of(new StatusOnDay(ForceStatus.UNKNOWN, undetermined));
        }
        if (!suspended.isEmpty()) {
            return Optional.of(new StatusOnDay(ForceStatus.SUSPENDED, suspended));
        }
        return perhaps.isEmpty() ? Optional.empty() : Optional.of(new StatusOnDay(ForceStatus.UNKNOWN, List.copyOf(perhaps)));
    }

    /** The status of what has begun and was neither ended nor suspended as a whole. */
    private static StatusOnDay ofParts(NodeForce node, NodeForce start, LocalDate day) {
        NodeForce.OnDay own = node.on(day);
        Set<KnownEvent> perhaps = new LinkedHashSet<>(node.undeterminedParts());
        boolean lacks = false;
        for (KnownEvent event : own.partly()) {
            List<KnownEvent> resumptions = node.undeterminedResumptions().stream()
                    .filter(each -> event.suspends() && (each.isWhole() || each.isOfSamePart(event))).toList();
            lacks |= resumptions.isEmpty();
            if (!resumptions.isEmpty()) {
                perhaps.add(event);
                perhaps.addAll(resumptions);
            }
        }
        if (!lacks && !perhaps.isEmpty()) {
            return new StatusOnDay(ForceStatus.UNKNOWN, List.copyOf(perhaps));
        }
        Set<KnownEvent> reasons = new LinkedHashSet<>(start.on(day).begun());
        reasons.addAll(own.done());
        reasons.addAll(own.partly());
        return new StatusOnDay(lacks ? ForceStatus.PARTLY : ForceStatus.IN_FORCE, List.copyOf(reasons));
    }

    /** The section that holds it; null at the top. */
    EId holder(EId section) {
        return parents.get(section);
    }

    /** All sections that the text has, or that events name. */
    Set<EId> sections() {
        return nodes.keySet();
    }

    /** The days on which something begins or ends for a section itself; for the document under null. */
    Set<LocalDate> changes(EId section) {
        return section == null ? document.changes() : nodes.get(section).changes();
    }

    /** The section and what holds it, up to the document. */
    private List<NodeForce> chain(EId section) {
        List<NodeForce> chain = new ArrayList<>();
        for (EId each = section; each != null; each = parents.get(each)) {
            chain.add(nodes.get(each));
        }
        chain.add(document);
        return chain;
    }
}
