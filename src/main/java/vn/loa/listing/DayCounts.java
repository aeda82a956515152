package vn.loa.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.listing.ListFilters.OfField;
import vn.loa.sql.ResultRow;

/**
 * How many rows have a day in one of their periods, as it was counted last, and where the first of them is: see {@link DayRows}. A page reads the stamp of the public
 * content with its rows. Under the same stamp the count is still true, because the stamp is another one after every change.
 */
@ApplicationScoped
class DayCounts {

    /** The columns that {@link #read} reads, behind others. */
    static final String COLUMNS = ", (select stamp from public_moments) as day_stamp, (select total from matches) as day_total, "
            + "(select yes from late) as day_late";

    /** Days of 27 years: at most some 2 MB. */
    private static final int MOST_DAYS = 10_000;
    private static final float LOAD = 0.75f;

    /**
     * @param stamp of the content that was counted
     * @param total up to one more than {@link DayRows} sorts
     * @param late whether few periods begin after the day
     * @param newest the place of the first row with the day in the usual order of the list; null when it was not read
     */
    record Known(UUID stamp, long total, boolean late, Object newest) {

        Known with(Object newestRow) {
            return newestRow == null ? this : new Known(stamp, total, late, newestRow);
        }

        boolean isOf(Known read) {
            return stamp.equals(read.stamp);
        }
    }

    private record Day(Comparison.OnDay days, Object day) {
    }

    private final Map<Day, Known> counts = new LinkedHashMap<>(16, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Day, Known> eldest) {
            return size() > MOST_DAYS;
        }
    };

    private static Day day(OfField filter) {
        return new Day((Comparison.OnDay) filter.field().type().comparison(), filter.filter().values().get(0));
    }

    /** What a row says of the day for which it was found. */
    static Known read(ResultRow row) {
        return new Known(row.get("day_stamp", UUID.class), row.get("day_total", Long.class), row.get("day_late", Boolean.class), null);
    }

    /** Empty for a day that was not asked for lately. */
    synchronized Optional<Known> of(OfField filter) {
        return Optional.ofNullable(counts.get(day(filter)));
    }

    synchronized void keep(OfField filter, Known known) {
        counts.put(day(filter), known);
    }
}
