package vn.loa.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.loa.text.effect.EffectSource;

/**
 * What an editor said counts before all else; then what names a day before what names none, because that says nothing of the
 * day; then an official note before a clause or an instruction.
 */
final class Trust {
    /** More than any source that texts have. */
    private static final int DATED = EffectSource.values().length;
    private static final int EDITOR = 2 * DATED;

    private Trust() {}

    /** The events without those of which a more trusted source says the same, in their order. */
    static List<KnownEvent> resolved(List<KnownEvent> events) {
        Map<String, List<KnownEvent>> byKey = new LinkedHashMap<>();
        events.forEach(event -> byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event));
        List<KnownEvent> counted = new ArrayList<>();
        for (List<KnownEvent> same : byKey.values()) {
            int most = same.stream().mapToInt(Trust::of).max().orElseThrow();
            List<KnownEvent> best = same.stream().filter(event -> of(event) == most).toList();
            counted.addAll(best);
            same.stream().filter(event -> agrees(event, best)).map(event -> event.onDaysOf(best.get(0))).forEach(counted::add);
        }
        return counted;
    }

    private static int of(KnownEvent event) {
        EffectSource source = event.event().source();
        return source == EffectSource.EDITOR ? EDITOR : source.ordinal() + (event.from() == null ? 0 : DATED);
    }

    /** An official note without a day still says what others date: it stands beside them as a reason. */
    private static boolean agrees(KnownEvent event, List<KnownEvent> best) {
        KnownEvent first = best.get(0);
        return event.event().source() == EffectSource.NOTE && event.from() == null
                && first.event().source().ordinal() < EffectSource.NOTE.ordinal()
                && best.stream().allMatch(other -> other.event().kind() == event.event().kind() && other.from().equals(first.from())
                        && Objects.equals(other.over(), first.over()));
    }
}
