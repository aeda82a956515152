package vn.loa.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an editor said counts before an official note, and a note before a clause or an instruction. */
final class Trust {
    private Trust() {}

    /** The events without those of which a more trusted source says the same, in their order. */
    static List<KnownEvent> resolved(List<KnownEvent> events) {
        Map<String, List<KnownEvent>> byKey = new LinkedHashMap<>();
        events.forEach(event -> byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event));
        List<KnownEvent> counted = new ArrayList<>();
        for (List<KnownEvent> same : byKey.values()) {
            int most = same.stream().mapToInt(Trust::of).max().orElseThrow();
            same.stream().filter(event -> of(event) == most).forEach(counted::add);
        }
        return counted;
    }

    private static int of(KnownEvent event) {
        return event.event().source().ordinal();
    }
}
