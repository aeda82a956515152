package vn.loa.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.loa.text.effect.EffectKind;

/** The events that touch one section, or the document itself, without those of its parts. */
final class NodeForce {
    private final List<KnownEvent> events = new ArrayList<>();
    private final TreeSet<LocalDate> changes = new TreeSet<>();
    /** By the last change before a day: each is asked for once for every section below. */
    private final Map<LocalDate, OnDay> known = new HashMap<>();
    private List<KnownEvent> starts;
    private List<KnownEvent> undetermined;
    private List<KnownEvent> undeterminedParts;
    private List<KnownEvent> resumptions;

    /**
     * What the events say about a day.
     *
     * @param ended what has ended it and was not followed by a new start
     * @param disputed whether equally trusted sources name days of commencement on both sides of the day
     * @param begun the starts
     * @param suspended the suspensions that hold
     * @param resumed the last day on which it was resumed as a whole; {@link LocalDate#MIN} when it was not
     * @param partly what holds for a part of it
     * @param done what has been done to it
     */
    record OnDay(List<KnownEvent> ended, boolean disputed, List<KnownEvent> begun, List<KnownEvent> suspended, LocalDate resumed,
            List<KnownEvent> partly, List<KnownEvent> done) {}

    void add(KnownEvent event) {
        events.add(event);
        if (event.from() != null) {
            changes.add(event.from());
        }
        if (event.over() != null) {
            changes.add(event.over());
        }
        known.clear();
        starts = null;
        undetermined = null;
        undeterminedParts = null;
        resumptions = null;
    }

    /** The days on which something begins or ends. */
    Set<LocalDate> changes() {
        return changes;
    }

    OnDay on(LocalDate day) {
        LocalDate last = changes.floor(day);
        return known.computeIfAbsent(last == null ? LocalDate.MIN : last, this::read);
    }

    private OnDay read(LocalDate day) {
        return new OnDay(endedBy(day), isDisputed(day), starts().stream().filter(event -> event.begunBy(day)).toList(), suspendedOn(day),
                resumedBy(day, KnownEvent::isWhole), partlyOn(day), all(event -> event.begunBy(day)));
    }

    boolean hasStart() {
        return !starts().isEmpty();
    }

    /** The first start; null when one of the starts has no day. */
    LocalDate firstStart() {
        return starts().stream().anyMatch(start -> start.from() == null) ? null
                : starts().stream().map(KnownEvent::from).min(LocalDate::compareTo).orElse(null);
    }

    private boolean isDisputed(LocalDate day) {
        List<LocalDate> days = starts().stream().filter(start -> start.event().kind() == EffectKind.COMMENCE).map(KnownEvent::from)
                .filter(Objects::nonNull).toList();
        return days.stream().anyMatch(from -> from.isAfter(day)) && days.stream().anyMatch(from -> !from.isAfter(day));
    }

    List<KnownEvent> starts() {
        if (starts == null) {
            starts = all(KnownEvent::starts);
        }
        return starts;
    }

    private List<KnownEvent> all(Predicate<KnownEvent> kind) {
        return events.stream().filter(kind).toList();
    }

    private List<KnownEvent> endedBy(LocalDate day) {
        LocalDate start = starts().stream().filter(event -> event.begunBy(day)).map(KnownEvent::from).max(LocalDate::compareTo).orElse(LocalDate.MIN);
        List<KnownEvent> ended = new ArrayList<>();
        for (KnownEvent event : events) {
            LocalDate end = event.ends() ? event.from() : event.starts() ? event.over() : null;
            if (end != null && !end.isAfter(day) && !end.isBefore(start)) {
                ended.add(event);
            }
        }
        return ended;
    }

    /** Ends and suspensions whose day is not known. */
    List<KnownEvent> undetermined() {
        if (undetermined == null) {
            undetermined = all(event -> event.from() == null && (event.ends() || event.suspends() && event.isWhole()));
        }
        return undetermined;
    }

    /** Ends and suspensions of parts of it whose day is not known. */
    List<KnownEvent> undeterminedParts() {
        if (undeterminedParts == null) {
            undeterminedParts = all(event -> event.from() == null && event.isPartial() && event.event().kind() != EffectKind.COMMENCE);
        }
        return undeterminedParts;
    }

    /** Resumptions whose day is not known: they may have been on any day behind a suspension. */
    List<KnownEvent> undeterminedResumptions() {
        if (resumptions == null) {
            resumptions = all(event -> event.from() == null && event.resumes());
        }
        return resumptions;
    }

    private List<KnownEvent> suspendedOn(LocalDate day) {
        LocalDate resumed = resumedBy(day, KnownEvent::isWhole);
        return all(event -> event.suspends() && event.isWhole() && event.begunBy(day) && (event.over() == null || event.over().isAfter(day))
                && event.from().isAfter(resumed));
    }

    private LocalDate resumedBy(LocalDate day, Predicate<KnownEvent> kind) {
        return events.stream().filter(event -> event.resumes() && kind.test(event) && event.begunBy(day)).map(KnownEvent::from)
                .max(LocalDate::compareTo).orElse(LocalDate.MIN);
    }

    private List<KnownEvent> partlyOn(LocalDate day) {
        return all(event -> event.isPartial() && event.from() != null && (event.event().kind() == EffectKind.COMMENCE
                ? event.from().isAfter(day) : event.begunBy(day) && (event.over() == null || event.over().isAfter(day))
                && !(event.suspends() && isResumed(event, day))));
    }

    /** Parts that have commenced, and that nothing ends or suspends. */
    List<KnownEvent> earlierPartsOn(LocalDate day) {
        List<KnownEvent> parts = all(event -> event.isPartial() && event.event().kind() == EffectKind.COMMENCE && event.begunBy(day)
                && (event.over() == null || event.over().isAfter(day)));
        if (parts.isEmpty()) {
            return parts;
        }
        List<KnownEvent> lacking = new ArrayList<>(undeterminedParts());
        lacking.addAll(partlyOn(day));
        return parts.stream().filter(part -> lacking.stream().noneMatch(part::isOfSamePart)).toList();
    }

    /** A suspended part goes on with the same part, or with the whole. */
    private boolean isResumed(KnownEvent suspension, LocalDate day) {
        return !suspension.from().isAfter(resumedBy(day, resumption -> resumption.isWhole() || resumption.isOfSamePart(suspension)));
    }
}
