package vn.loa.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;

/** Lives through every day, one after the other: nodes with flags that the events of each day set. */
final class ForceModel {
    private final List<KnownEvent> events;
    private final Map<EId, Node> nodes = new HashMap<>();
    private LocalDate reached;

    private static final class Node {
        boolean mayStart;
        boolean startUndetermined;
        boolean started;
        boolean ended;
        boolean endUndetermined;
        boolean bySplit;
        /** A day of commencement that has come. */
        boolean commenced;
        /** Parts in words that have a day of commencement. */
        final List<KnownEvent> splitParts = new ArrayList<>();
        /** Ends and suspensions of parts in words. */
        final List<KnownEvent> partTouches = new ArrayList<>();
        int lacks;
        int later;
        int partsUndetermined;
        boolean perhapsResumed;
        final Set<Target> partsPerhapsResumed = new HashSet<>();
        final Set<KnownEvent> suspensions = new HashSet<>();
        final Set<KnownEvent> partSuspensions = new HashSet<>();
        /** Suspensions of what holds it that were lifted for it. */
        final Set<KnownEvent> lifted = new HashSet<>();
    }

    ForceModel(List<KnownEvent> events) {
        this.events = events;
        nodes.put(null, new Node());
        ForceModelTest.SECTIONS.forEach(section -> nodes.put(section, new Node()));
        for (KnownEvent known : events) {
            EffectEvent event = known.event();
            Node node = nodes.get(event.target().eId());
            boolean whole = event.target().part() == EffectPart.WHOLE;
            if (whole && starts(event)) {
                node.mayStart = true;
                node.bySplit |= event.kind() == EffectKind.COMMENCE;
                node.startUndetermined |= event.from() == null;
            }
            if (whole && event.from() == null && (ends(event) || event.kind() == EffectKind.SUSPEND)) {
                node.endUndetermined = true;
            }
            if (!whole && (event.kind() == EffectKind.SUSPEND
                    || ends(event) && !(event.kind() == EffectKind.REPLACE && event.target().named() != null))) {
                node.partTouches.add(known);
                node.partsUndetermined += event.from() == null ? 1 : 0;
            }
            if (event.from() == null && event.kind() == EffectKind.RESUME) {
                node.perhapsResumed |= whole;
                node.partsPerhapsResumed.add(event.target());
            }
            if (!whole && event.kind() == EffectKind.COMMENCE && event.from() != null) {
                node.splitParts.add(known);
                node.later++;
            }
        }
    }

    private static boolean ends(EffectEvent event) {
        return event.kind() == EffectKind.REPEAL || event.kind() == EffectKind.REPLACE && event.target().eId() == null;
    }

    private static boolean starts(EffectEvent event) {
        return event.kind() == EffectKind.COMMENCE || event.kind() == EffectKind.INSERT && event.target().eId() != null;
    }

    Set<EId> nodes() {
        return nodes.keySet();
    }

    void live(LocalDate day) {
        reached = day;
        for (KnownEvent known : events) {
            EffectEvent event = known.event();
            Node node = nodes.get(event.target().eId());
            boolean whole = event.target().part() == EffectPart.WHOLE;
            boolean today = day.equals(event.from());
            if (today && whole && starts(event)) {
                node.started = true;
                node.commenced |= event.kind() == EffectKind.COMMENCE;
                node.ended = false;
            }
            if (today && !whole && event.kind() == EffectKind.COMMENCE) {
                node.later--;
            }
            if (today && event.kind() == EffectKind.SUSPEND) {
                (whole ? node.suspensions : node.partSuspensions).add(known);
            }
        }
        for (KnownEvent known : events) {
            EffectEvent event = known.event();
            Node node = nodes.get(event.target().eId());
            boolean whole = event.target().part() == EffectPart.WHOLE;
            boolean over = event.until() != null && day.equals(event.until().plusDays(1));
            if (day.equals(event.from()) && ends(event)) {
                node.ended |= whole;
                node.lacks += whole || event.kind() == EffectKind.REPLACE && event.target().named() != null ? 0 : 1;
            }
            if (over && whole && event.kind() == EffectKind.COMMENCE) {
                node.ended = true;
            }
            if (over && event.kind() == EffectKind.SUSPEND) {
                node.suspensions.remove(known);
                node.partSuspensions.remove(known);
            }
            if (day.equals(event.from()) && event.kind() == EffectKind.RESUME) {
                resume(node, event.target());
            }
        }
    }

    private void resume(Node node, Target target) {
        if (target.part() != EffectPart.WHOLE) {
            node.partSuspensions.removeIf(suspension -> Objects.equals(suspension.event().target().named(), target.named()));
            return;
        }
        node.suspensions.clear();
        node.partSuspensions.clear();
        for (EId each = target.eId(); each != null; ) {
            each = ForceModelTest.parents().get(each);
            node.lifted.addAll(nodes.get(each).suspensions);
        }
    }

    /** SUSPENDED; UNKNOWN where it may have been resumed, or something below it that is in question; else IN_FORCE. */
    private static ForceStatus suspended(List<Node> chain) {
        Set<KnownEvent> lifted = new HashSet<>();
        boolean perhapsResumed = false;
        boolean perhaps = false;
        for (Node node : chain) {
            perhapsResumed |= node.perhapsResumed;
            if (!lifted.containsAll(node.suspensions)) {
                if (!perhapsResumed) {
                    return ForceStatus.SUSPENDED;
                }
                perhaps = true;
            }
            lifted.addAll(node.lifted);
        }
        return perhaps ? ForceStatus.UNKNOWN : ForceStatus.IN_FORCE;
    }

    private static boolean isPerhapsResumed(Node node, KnownEvent suspension) {
        return node.perhapsResumed || node.partsPerhapsResumed.stream()
                .anyMatch(part -> part.part() != EffectPart.WHOLE && Objects.equals(part.named(), suspension.event().target().named()));
    }

    ForceStatus status(EId section) {
        ForceStatus own = own(section);
        Predicate<EId> differs = own == ForceStatus.IN_FORCE ? this::lacks : own == ForceStatus.NOT_YET ? this::hasCommenced : other -> false;
        return ForceModelTest.SECTIONS.stream().filter(other -> isInside(other, section)).anyMatch(differs) ? ForceStatus.PARTLY : own;
    }

    private boolean hasCommenced(EId section) {
        ForceStatus own = own(section);
        return (own == ForceStatus.IN_FORCE || own == ForceStatus.PARTLY)
                && (starting(section).commenced || !nodes.get(section).splitParts.isEmpty());
    }

    private boolean lacks(EId section) {
        ForceStatus own = own(section);
        Node starting = starting(section);
        return own == ForceStatus.ENDED || own == ForceStatus.SUSPENDED || own == ForceStatus.PARTLY
                || own == ForceStatus.NOT_YET && starting.bySplit;
    }

    /** Whether a part in words has commenced, and nothing that is known or may be ends or suspends it. */
    private boolean hasForce(Node node, KnownEvent part) {
        return !part.from().isAfter(reached) && node.partTouches.stream()
                .filter(touch -> Objects.equals(touch.event().target().named(), part.event().target().named()))
                .allMatch(touch -> touch.from() != null && (touch.from().isAfter(reached) || touch.event().kind() == EffectKind.SUSPEND && !node.partSuspensions.contains(touch)));
    }

    private static boolean isInside(EId section, EId holder) {
        for (EId each = ForceModelTest.parents().get(section); ; each = ForceModelTest.parents().get(each)) {
            if (Objects.equals(each, holder)) {
                return true;
            }
            if (each == null) {
                return false;
            }
        }
    }

    private Node starting(EId section) {
        for (EId each = section; each != null; each = ForceModelTest.parents().get(each)) {
            if (nodes.get(each).mayStart) {
                return nodes.get(each);
            }
        }
        return nodes.get(null);
    }

    private ForceStatus own(EId section) {
        List<Node> chain = new ArrayList<>();
        for (EId each = section; each != null; each = ForceModelTest.parents().get(each)) {
            chain.add(nodes.get(each));
        }
        chain.add(nodes.get(null));
        Node starting = starting(section);
        if (chain.stream().anyMatch(node -> node.ended)) {
            return ForceStatus.ENDED;
        }
        if (!starting.mayStart || starting.startUndetermined) {
            return ForceStatus.UNKNOWN;
        }
        if (!starting.started) {
            boolean mayBegin = chain.stream().noneMatch(node -> node.endUndetermined) && suspended(chain) == ForceStatus.IN_FORCE;
            return mayBegin && chain.get(0).splitParts.stream().anyMatch(part -> hasForce(chain.get(0), part)) ? ForceStatus.PARTLY
                    : ForceStatus.NOT_YET;
        }
        if (chain.stream().anyMatch(node -> node.endUndetermined)) {
            return ForceStatus.UNKNOWN;
        }
        ForceStatus suspended = suspended(chain);
        if (suspended != ForceStatus.IN_FORCE) {
            return suspended;
        }
        Node node = chain.get(0);
        if (node.lacks > 0 || node.later > 0 || node.partSuspensions.stream().anyMatch(suspension -> !isPerhapsResumed(node, suspension))) {
            return ForceStatus.PARTLY;
        }
        return node.partsUndetermined > 0 || !node.partSuspensions.isEmpty() ? ForceStatus.UNKNOWN : ForceStatus.IN_FORCE;
    }
}
