package vn.loa.effect.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.directive.CitationView;
import vn.loa.effect.OutweighedEvents;

/** Says of which events a more trusted source says the same. */
@ApplicationScoped
class EffectStatuses {

    static final String COUNTS = "counts";
    private static final String OUTWEIGHED = "outweighed";

    private final OutweighedEvents outweighed;

    EffectStatuses(OutweighedEvents outweighed) {
        this.outweighed = outweighed;
    }

    /**
     * The events with their statuses, in one statement; none for no events.
     *
     * @param article in whose list they are shown
     */
    List<EffectView> of(UUID article, List<EffectView> events) {
        if (events.isEmpty()) {
            return events;
        }
        Set<UUID> touched = new HashSet<>(Set.of(article));
        Set<String> sections = new HashSet<>();
        for (EffectView event : events) {
            Stream.concat(Stream.ofNullable(event.target().article()), event.target().candidates().stream())
                    .map(CitationView.Target::articleId).forEach(touched::add);
            sections.add(event.target().eId() == null ? "" : event.target().eId());
        }
        Set<UUID> losers = outweighed.among(touched, sections);
        return events.stream().map(event -> event.status().equals(COUNTS) && losers.contains(event.id())
                ? event.withStatus(OUTWEIGHED) : event).toList();
    }
}
