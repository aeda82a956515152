package vn.loa.visitor.count;

import java.util.Set;

/** What an instance remembers of a day's visitors and views, so that it need not ask the database about every hit. */
record DayCache(PresenceCache presence, ViewCache countedViews) {

    static DayCache startingAt(long now) {
        return new DayCache(new PresenceCache(now), new ViewCache());
    }

    /** Takes in a batch that is committed. */
    void add(Batch batch, Set<Long> newViews) {
        // The visitors who have slots come first: the arrivals may evict only what is clean.
        batch.knownPresent.forEach(visitor -> presence.touch(visitor, batch.at));
        batch.arrivals.keySet().forEach(visitor -> presence.flushed(visitor, batch.at));
        newViews.forEach(view -> countedViews.add(view, batch.at));
    }
}
