package vn.loa.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import vn.loa.text.effect.EffectKind;

/** The events that touch one section, or the document itself, without those of its parts. */
final class NodeForce {
    private final List<KnownEvent> events = new ArrayList<>();

    void add(KnownEvent event) {
        events.add(event);
    }

    List<KnownEvent> events() {
        return events;
    }

    boolean hasStart() {
        return events.stream().anyMatch(KnownEvent::starts);
    }

    /** The first start; null when one of the starts has no day. */
    LocalDate firstStart() {
        return starts().stream().anyMatch(start -> start.from() == null) ? null
                : starts().stream().map(KnownEvent::from).min(LocalDate::compareTo).orElse(null);
    }

    /** Whether equally trusted sources name days of commencement on both sides of a day. */
    boolean isDisputed(LocalDate day) {
        List<LocalDate> days = commencements().stream().map(KnownEvent::from).filter(Objects::nonNull).toList();
        return days.stream().anyMatch(from -> from.isAfter(day)) && days.stream().anyMatch(from -> !from.isAfter(day));
    }

    private List<KnownEvent> commencements() {
        return starts().stream().filter(start -> start.event().kind() == EffectKind.COMMENCE).toList();
    }

    List<KnownEvent> starts() {
        return all(KnownEvent::starts);
    }

    private List<KnownEvent> all(Predicate<KnownEvent> kind) {
        return events.stream().filter(kind).toList();
    }

    /** What has ended it by a day and was not followed by a new start; empty when nothing has. */
    List<KnownEvent> endedBy(LocalDate day) {
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
        return all(event -> event.from() == null && (event.ends() || event.suspends() && event.isWhole()));
    }

    /** The suspensions that hold on a day. */
    List<KnownEvent> suspendedOn(LocalDate day) {
        return all(event -> event.suspends() && event.isWhole() && event.begunBy(day) && (event.over() == null || event.over().isAfter(day))
                && events.stream().noneMatch(other -> other.resumes() && other.begunBy(day) && !other.from().isBefore(event.from())));
    }

    /** What holds for a part of it on a day. */
    List<KnownEvent> partlyOn(LocalDate day) {
        return all(event -> event.isPartial() && event.from() != null && (event.event().kind() == EffectKind.COMMENCE
                ? event.from().isAfter(day) : event.begunBy(day) && (event.over() == null || event.over().isAfter(day))));
    }

    /** What has been done to it by a day. */
    List<KnownEvent> doneBy(LocalDate day) {
        return all(event -> event.begunBy(day));
    }
}
