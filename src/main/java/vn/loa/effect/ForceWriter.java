package vn.loa.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.read.LegalDay;
import vn.loa.effect.ForcePeriods.Period;
import vn.loa.text.structure.EId;

/** Makes the stored force of documents what the events say. The caller has locked it. */
@ApplicationScoped
class ForceWriter {

    /** An amending text can touch hundreds of documents: so many are read at once. */
    private static final int AT_ONCE = 25;

    private final ForceSources sources;
    private final ForceStore store;
    private final LegalDay day;

    ForceWriter(ForceSources sources, ForceStore store, LegalDay day) {
        this.sources = sources;
        this.store = store;
        this.day = day;
    }

    /**
     * Takes at most nine statements for every 25 articles, and more where more than 2,000 rows are written.
     *
     * @param articles public ones that carry a directive
     * @param changedAt when readers see what changes; null when another step tells them
     * @return those whose force changed
     */
    Set<UUID> write(List<UUID> articles, Instant changedAt) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (int from = 0; from < articles.size(); from += AT_ONCE) {
            changed.addAll(writeSome(articles.subList(from, Math.min(articles.size(), from + AT_ONCE)), changedAt));
        }
        return changed;
    }

    private Set<UUID> writeSome(Collection<UUID> articles, Instant changedAt) {
        Map<UUID, List<KnownEvent>> events = sources.events(articles);
        Map<UUID, Map<EId, EId>> parents = sources.parents(events.keySet());
        Map<UUID, Map<String, List<Period>>> before = store.stored(articles);
        ForceStore.Replaced rows = new ForceStore.Replaced();
        Map<UUID, LocalDate> known = new HashMap<>();
        Set<UUID> changed = new LinkedHashSet<>();
        for (UUID article : articles) {
            List<KnownEvent> own = events.getOrDefault(article, List.of());
            if (rows.add(article, before.getOrDefault(article, Map.of()), ForcePeriods.of(parents.getOrDefault(article, Map.of()), own))) {
                changed.add(article);
            }
            known.put(article, own.stream().map(KnownEvent::readIn).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null));
        }
        store.write(rows);
        changed.addAll(store.knownUntil(known, changed, changedAt));
        store.show(changed, day.today());
        return changed;
    }
}
