package vn.loa.visitor.count;

import java.util.Set;

/** What an instance remembers of a day, under the day's key, so that it need not ask the database about every hit. */
record DayCache(PresenceCache visitors, ViewCache views) {

    static DayCache from(long now) {
        return new DayCache(new PresenceCache(now), new ViewCache());
    }

    /** The batch is committed. */
    void stored(Batch batch, Set<Long> newViews) {
        // First those who have places: the others may take what is left.
        batch.here.forEach(visitor -> visitors.saw(visitor, batch.at));
        batch.visitors.keySet().forEach(visitor -> visitors.told(visitor, batch.at));
        newViews.forEach(view -> views.add(view, batch.at));
    }
}
