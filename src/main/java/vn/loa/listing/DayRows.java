package vn.loa.listing;

import java.util.Map;
import java.util.Optional;
import vn.loa.listing.ListFilters.OfField;
import vn.loa.sql.NamedSql;

/**
 * Finds the rows of a list that have a day in one of their periods: see {@link Comparison.OnDay}. On most days nearly all rows have
 * it, or nearly none; of a day of long ago, those that have it come last in the usual orders, behind a place that is known when the
 * first of them has been read once.
 */
final class DayRows {

    /** As many rows are sorted, which takes a few milliseconds, and counted. */
    private static final int MOST_SORTED = 1_000;
    /** So many rows are read in the order that is asked for. If too few of them have the day, all that have it are sorted. */
    private static final int NEAR = 2_000;
    /** When fewer periods begin after a day, those that have it are found by when they end. */
    private static final int FEW_LATER = 20;

    private final Comparison.OnDay days;
    private final NamedSql.Values values = new NamedSql.Values("l");
    private final String day;
    /** The table with the condition that a period has the day. */
    private final String periods;
    private final String key;
    private final SortOrder order;
    /** The SQL expression of the place of the first row with the day, where that is known; else null. */
    private final String newest;
    /** So many rows are read in the usual order, from there on or from the list's beginning. */
    private final long near;
    /** The beginning of the statements: whether few periods begin after the day, and how many rows have it. */
    private final String matches;

    DayRows(OfField filter, String key, SortOrder order, Optional<DayCounts.Known> known) {
        this.days = (Comparison.OnDay) filter.field().type().comparison();
        this.day = days.day(filter.filter().values(), values);
        this.periods = days.of(day);
        this.key = key;
        this.order = order;
        this.matches = known.map(this::given).orElseGet(this::counted);
        this.newest = days.begins() ? null
                : known.map(DayCounts.Known::newest).map(place -> "(select " + values.bind(place) + ")").orElse(null);
        // To look at a row in its order takes half of what it takes to sort it. A power of two, so that there are few statements.
        this.near = newest == null || known.get().total() > MOST_SORTED ? NEAR : Long.highestOneBit(known.get().total() / 2);
    }

    static boolean isOfDay(OfField filter) {
        return filter.field().type().comparison() instanceof Comparison.OnDay;
    }

    /** Whether {@link #newest} finds a page in this order. */
    static boolean hasNewest(SortOrder asked, OfField filter) {
        return asked.isDescendingBy(((Comparison.OnDay) filter.field().type().comparison()).field());
    }

    /** The values of the parameters of all statements. */
    NamedSql parameters() {
        return values.in("");
    }

    String matches() {
        return matches;
    }

    private String given(DayCounts.Known known) {
        return "with late as materialized (select " + values.bind(known.late()) + "::boolean as yes), matches as materialized (select "
                + values.bind(known.total()) + "::bigint as total) ";
    }

    /** Up to one row more than are sorted is counted. Mostly there are more, and to pass over rows takes less than to count them. */
    private String counted() {
        String ordered = "from " + periods + " order by %1$s desc ";
        String counted = "case when (select true " + ordered + "offset " + MOST_SORTED + " limit 1) then " + (MOST_SORTED + 1)
                + " else (select count(*) from (select " + ordered + "limit " + MOST_SORTED + ") m) end";
        return "with late as materialized (select coalesce(" + day + " >= (select p.from_day from " + days.periods()
                + " p order by p.from_day desc offset " + FEW_LATER + " limit 1), true) as yes), matches as materialized (select case when yes "
                + "then " + counted.formatted("p.before_day") + " else " + counted.formatted("p.from_day") + " end as total from late) ";
    }

    /** The periods that have the day, by one of the indexes alone. */
    private String having(String columns) {
        String some = "(select " + columns + " from " + periods + " and %s(select yes from late) order by %s desc)";
        return some.formatted("not ", "p.from_day") + " union all " + some.formatted("", "p.before_day");
    }

    /**
     * The keys of a page from the start of a list by {@link Comparison.OnDay#field}, the latest first: from indexes of the periods
     * alone.
     */
    NamedSql newest(int limit, int offset) {
        int most = limit + offset;
        String columns = "p.article_id as key, p." + days.column() + " as place";
        String latest = " order by place desc, key desc limit ";
        String range = latest + limit + " offset " + offset;
        String enough = "(select count(*) from near) >= " + most;
        return new NamedSql("with near as materialized (select n.key, n.place from (" + near(columns, latest, most)
                + ") n where " + (newest == null ? "(select total from matches) > " + MOST_SORTED : "true")
                + (days.begins() ? "" : " and n.from_day <= " + day + " and n.before_day > " + day) + latest + most + ") (select key from near where " + enough + range
                + ") union all (select key from (" + having(columns) + ") few where not " + enough + range + ")", Map.of());
    }

    /**
     * The rows in which a page is looked for first. Where few rows have a period before the day in the column, they are those with the
     * day, without those that begin later, of which there are thousands before a day long ago. First come the few others.
     */
    private String near(String columns, String latest, int most) {
        String column = "p." + days.column();
        if (!days.begins()) {
            return "select " + columns + ", p.from_day, p.before_day from " + days.periods() + " p"
                    + (newest == null ? "" : " where " + column + " <= " + newest) + latest + near;
        }
        String some = "(select " + columns + " from " + periods + " and %s" + latest + most + ")";
        return some.formatted("p.from_day < " + column + " and " + column + " > " + day) + " union all "
                + some.formatted(column + " <= " + day);
    }

    /**
     * The keys of a page: see {@link RowSource#keys}. The rows near the beginning are looked at one by one, until there are enough:
     * "exists" would be planned as a join with all rows that have the day.
     */
    String keys(String from, String rows, int limit, int offset) {
        String many = " where (select total from matches) > " + MOST_SORTED;
        String enough = "(select count(*) from near) >= " + (limit + offset);
        String range = " limit " + limit + " offset " + offset;
        String all = "select p.article_id from " + periods;
        return "with near as materialized (select n.* from (" + ordered(from + " " + rows) + " order by " + order.sql() + " limit " + NEAR
                + ") n" + many + " and (select true from " + periods + " and p.article_id = n.key limit 1) order by "
                + order.sqlOfColumns() + " limit " + (limit + offset) + "), ids as materialized (" + all + ") "
                + "(select key from (" + ordered(joined("(" + all + " limit " + (MOST_SORTED + 1) + ")", from, rows))
                + ") few where (select total from matches) <= " + MOST_SORTED + " order by " + order.sqlOfColumns() + range + ") union all "
                + "(select key from near" + many + " and " + enough + " order by " + order.sqlOfColumns() + range + ") union all "
                + "(select key from (" + ordered(joined("ids", from, rows)) + " order by " + order.sql() + range + ") others" + many
                + " and not " + enough + ")";
    }

    private String ordered(String from) {
        return "select " + key + " as key, " + order.columns() + " from " + from;
    }

    private String joined(String ids, String from, String rows) {
        return ids + " day join " + from + " on " + key + " = day.article_id " + rows;
    }

    /**
     * The statement that counts the rows; null for more than are sorted.
     *
     * @param alone whether there is no other filter
     */
    String count(String from, String rows, boolean alone) {
        return "select nullif(total, " + (MOST_SORTED + 1) + ") as total from " + (alone ? "matches"
                : "(select count(*) as total from (select from " + joined("(select p.article_id from " + periods + ")", from, rows)
                        + " limit " + (MOST_SORTED + 1) + ") m) found");
    }
}
