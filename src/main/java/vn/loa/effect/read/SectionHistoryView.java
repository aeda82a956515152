package vn.loa.effect.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.http.CacheTagged;

/**
 * What became of a section, in JSON.
 *
 * @param periods the statuses, day by day, the earliest first, without gaps
 * @param knownUntil the day of the newest source that was read; null when no source has a day
 * @param effects the events that the periods name, and those that touch exactly this section, the earliest first
 * @param more whether there are more events than are shown
 */
record SectionHistoryView(
        String eId,
        LocalDate knownUntil,
        List<Period> periods,
        List<EffectView> effects,
        boolean more) implements CacheTagged {

    /**
     * @param from the first day; null for the first period
     * @param until the last day; null for the last period
     * @param effects the first of the events that say so
     */
    public record Period(
            String status,
            LocalDate since,
            LocalDate until,
            List<UUID> effects) {
    }

    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(effects);
    }
}
