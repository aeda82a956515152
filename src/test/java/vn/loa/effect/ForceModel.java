package vn.loa.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;

/** Lives through every day, one after the other: nodes with flags that the events of each day set. */
final class ForceModel {
    private final List<KnownEvent> events;
    private final Map<EId, Node> nodes = new HashMap<>();

    private static final class Node {
        boolean mayStart;
        boolean startUndetermined;
        boolean started;
        boolean ended;
        boolean endUndetermined;
        boolean bySplit;
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
            if (!whole && event.from() == null && (event.kind() == EffectKind.SUSPEND
                    || ends(event) && !(event.kind() == EffectKind.REPLACE && event.target().named() != null))) {
                node.partsUndetermined++;
            }
            if (event.from() == null && event.kind() == EffectKind.RESUME) {
                node.perhapsResumed |= whole;
                node.partsPerhapsResumed.add(event.target());
            }
            if (!whole && event.kind() == EffectKind.COMMENCE && event.from() != null) {
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
        for (KnownEvent known : events) {
            EffectEvent event = known.event();
            Node node = nodes.get(event.target().eId());
            boolean whole = event.target().part() == EffectPart.WHOLE;
            boolean today = day.equals(event.from());
            if (today && whole && starts(event)) {
                node.started = true;
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
            node.partSuspensions.removeIf(suspension -> java.util.Objects.equals(suspension.event().target().named(), target.named()));
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
                .anyMatch(part -> part.part() != EffectPart.WHOLE && java.util.Objects.equals(part.named(), suspension.event().target().named()));
    }

    ForceStatus status(EId section) {
        ForceStatus own = own(section);
        if (own != ForceStatus.IN_FORCE) {
            return own;
        }
        return ForceModelTest.SECTIONS.stream().filter(other -> isInside(other, section)).anyMatch(this::lacks) ? ForceStatus.PARTLY : own;
    }

    private boolean lacks(EId section) {
        ForceStatus own = own(section);
        Node starting = starting(section);
        return own == ForceStatus.ENDED || own == ForceStatus.SUSPENDED || own == ForceStatus.PARTLY
                || own == ForceStatus.NOT_YET && starting.bySplit;
    }

    private static boolean isInside(EId section, EId holder) {
        for (EId each = ForceModelTest.parents().get(section); ; each = ForceModelTest.parents().get(each)) {
            if (java.util.Objects.equals(each, holder)) {
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
            return ForceStatus.NOT_YET;
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
