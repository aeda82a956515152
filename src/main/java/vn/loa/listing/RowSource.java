package vn.loa.listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.listing.ListFilters.OfField;
import vn.loa.sql.NamedSql;

/** How the rows of a list's page are found: PostgreSQL cannot know how many rows a filter finds, and a wrong way takes seconds. */
final class RowSource {

    private enum Way {
        /** The list's table is read in the order that is asked for, until the page is full. */
        IN_ORDER,
        /** The {@link KeptCounts.FilterTable} has the rows with the filter's one value in that order. */
        OF_VALUE,
        /** That table has the rows of each of several values in that order: the page has the first of the first of each. */
        OF_EACH_VALUE,
        /** Like {@link #OF_EACH_VALUE}, but the list's table has an index of the values for which names stand. */
        OF_EACH_NAMED,
        /** Few rows are found by the filter or by words and sorted. Of many, the first in that order are found. */
        FEW_OR_MANY,
        /** By {@link DayRows}. */
        OF_DAY,
        /** By {@link DayRows#newest}. */
        NEWEST_OF_DAY
    }

    /** As many rows that match words are counted: nearly all may match, and counting 300,000 takes a second. */
    private static final int MOST_MATCHES = 1000;
    /** As many rows with the values of a filter are sorted, which takes some 20 ms. */
    private static final int MOST_SORTED = 5000;

    private final KeptCounts kept;
    /** The filter by which rows are found: one that {@link KeptCounts} knows, or that of a day; null for none. */
    private final OfField leading;
    private final Way way;
    private final SortOrder asked;
    private final SortOrder order;
    private final String key;
    private final boolean hasWords;
    /** Whether there is no other filter. */
    private final boolean alone;

    private RowSource(KeptCounts kept, OfField leading, Way way, SortOrder asked, SortOrder order, String key, boolean hasWords,
            boolean alone) {
        this.kept = kept;
        this.leading = leading;
        this.way = way;
        this.asked = asked;
        this.order = order;
        this.key = key;
        this.hasWords = hasWords;
        this.alone = alone;
    }

    /**
     * @param unique the field that no two rows have alike
     * @param fromStart whether no cursor says where the page begins
     */
    static RowSource of(KeptCounts kept, List<OfField> filters, SortOrder asked, ListField unique, boolean fromStart) {
        boolean hasWords = filters.stream().anyMatch(each -> each.field().type() == FieldType.WORDS);
        Optional<OfField> byValue = kept.leading(filters);
        Optional<OfField> ofDay = hasWords ? Optional.empty() : filters.stream().filter(DayRows::isOfDay).findFirst();
        Optional<OfField> leading = byValue.or(() -> kept.byName(filters)).or(() -> ofDay);
        Optional<SortOrder> ofTable = hasWords || byValue.isEmpty() ? Optional.empty() : asked.readFrom(kept.rows().order());
        Way way;
        if (ofTable.isPresent()) {
            way = byValue.get().filter().texts().size() == 1 ? Way.OF_VALUE : Way.OF_EACH_VALUE;
        } else if (leading.isPresent() && DayRows.isOfDay(leading.get())) {
            way = fromStart && filters.size() == 1 && DayRows.hasNewest(asked, leading.get()) ? Way.NEWEST_OF_DAY : Way.OF_DAY;
        } else if (!hasWords && byValue.isEmpty() && leading.isPresent() && kept.names().haveOrder(asked)) {
            way = Way.OF_EACH_NAMED;
        } else {
            way = hasWords || leading.isPresent() ? Way.FEW_OR_MANY : Way.IN_ORDER;
        }
        return new RowSource(kept, leading.orElse(null), way, asked, ofTable.orElse(asked), unique.sql(), hasWords, filters.size() == 1);
    }

    /** The order that is asked for, of the columns by which rows are found. */
    SortOrder order() {
        return order;
    }

    /** The order that is asked for, of the list's own columns. */
    SortOrder shown() {
        return asked;
    }

    /** The filter that all rows pass because of where they are read. */
    Optional<OfField> known() {
        return way == Way.OF_VALUE || way == Way.OF_EACH_VALUE || isOfDay() ? Optional.of(leading) : Optional.empty();
    }

    /** What the rows are read from, unless they are found by {@link #keys}. */
    String table(String from) {
        return way == Way.OF_VALUE ? kept.rows().from() : from;
    }

    /** The condition on {@link #table}, beginning with {@code and}; or empty. */
    String condition() {
        return way == Way.OF_VALUE ? " and " + led() : "";
    }

    /**
     * The values of the parameters that a statement has because of this. To be asked for after filters have been checked.
     *
     * @param known see {@link #matches}
     */
    NamedSql values(Optional<DayCounts.Known> known) {
        return leading == null ? new NamedSql("", Map.of()) : isOfDay() ? ofDay(known).parameters()
                : kept.condition(leading, "l").withoutText();
    }

    private boolean isOfDay() {
        return way == Way.OF_DAY || way == Way.NEWEST_OF_DAY;
    }

    private DayRows ofDay(Optional<DayCounts.Known> known) {
        return new DayRows(leading, key, order, known);
    }

    /** The filter by whose day rows are found; empty without one. */
    Optional<OfField> ofOneDay() {
        return Optional.ofNullable(leading).filter(filter -> isOfDay());
    }

    /** Whether the first row with that day is the first row of the list. */
    boolean isOfNewest() {
        return way == Way.NEWEST_OF_DAY;
    }

    private String led() {
        return kept.condition(leading, "l").text();
    }

    private boolean isByValue() {
        return leading != null && kept.leading(List.of(leading)).isPresent();
    }

    /**
     * The keys of the page's rows. Empty when the rows are to be read in their order.
     *
     * @param from the list's table
     * @param rows the joins and conditions behind it, with the cursor's
     * @param ofAll whether the list has all rows of the table: those of another one are not found by {@link DayRows#newest}
     * @param known see {@link #matches}
     */
    Optional<NamedSql> keys(String from, String rows, boolean ofAll, int limit, int offset, Optional<DayCounts.Known> known) {
        return switch (way) {
            case IN_ORDER, OF_VALUE -> Optional.empty();
            case OF_EACH_VALUE, OF_EACH_NAMED -> Optional.of(firstOfEach(from, rows, limit, offset));
            case OF_DAY, NEWEST_OF_DAY -> Optional.of(way == Way.NEWEST_OF_DAY && ofAll ? ofDay(known).newest(limit, offset)
                    : new NamedSql(ofDay(known).keys(from, rows, limit, offset), Map.of()));
            case FEW_OR_MANY -> Optional.of(new NamedSql(fewOrMany(isByValue() ? kept.rows().from() + " " + rows + " and " + led()
                    : from + " " + rows, from + " " + rows, " limit " + limit + " offset " + offset), Map.of()));
        };
    }

    /** A row that has several of the values is among the first of each of them. */
    private NamedSql firstOfEach(String from, String rows, int limit, int offset) {
        NamedSql.Values values = new NamedSql.Values("n");
        String each;
        String ofOne;
        if (way == Way.OF_EACH_NAMED) {
            each = ((Comparison.Named) leading.field().type().comparison()).array(leading.filter().values(), values);
            ofOne = from + " " + rows + " and " + leading.field().sql() + " = one.value";
        } else {
            each = KeptCounts.texts(leading, values);
            ofOne = kept.rows().from() + " " + rows + " and field = " + kept.field(leading, values) + " and value = one.value";
        }
        return values.in("select key from (select distinct first_of_one.* from (select distinct value from unnest(" + each
                + ") value) one cross join lateral (select " + key + " as key, " + order.columns() + " from " + ofOne + " order by "
                + order.sql() + " limit " + (limit + offset) + ") first_of_one) first_of_each order by " + order.sqlOfColumns()
                + " limit " + limit + " offset " + offset);
    }

    private int few() {
        return hasWords ? MOST_MATCHES : MOST_SORTED;
    }

    private String fewOrMany(String few, String many, String range) {
        return "(select key from (select " + distinct() + key + " as key, " + order.columns() + " from " + few + " limit " + (few() + 1)
                + ") few where (select total from matches) <= " + few() + " order by " + order.sqlOfColumns() + range
                + ") union all (select key from (select " + key + " as key from " + many + " order by "
                + order.sql() + range + ") many where (select total from matches) > " + few() + ")";
    }

    /** A row that has several of the values is in the table of filters several times. */
    private String distinct() {
        return isByValue() && leading.filter().texts().size() > 1 ? "distinct " : "";
    }

    /**
     * The beginning of a statement: how many rows there are to choose from, at most; of words up to one more than are counted.
     *
     * @param rows the rows that pass all filters
     * @param known how many rows have the day, where they need not be counted
     */
    String matches(String rows, Optional<DayCounts.Known> known) {
        if (isOfDay()) {
            return ofDay(known).matches();
        }
        return way != Way.FEW_OR_MANY ? "" : "with matches as materialized (" + (hasWords
                ? "select count(*) as total from (select from " + rows + " limit " + (MOST_MATCHES + 1) + ") m"
                : KeptCounts.total(kept.condition(leading, "l")).text()) + ") ";
    }

    /**
     * The statement that counts the rows; null if more match words than are counted.
     *
     * @param from the list's table
     * @param rows the joins and conditions behind it
     * @param ofAll whether the list has all rows of the table
     */
    String count(String from, String rows, boolean ofAll) {
        if (hasWords) {
            return "select nullif(total, " + (MOST_MATCHES + 1) + ") as total from matches";
        }
        if (isOfDay()) {
            return ofDay(Optional.empty()).count(from, rows, alone && ofAll);
        }
        return isByValue() ? "select count(" + (distinct().isEmpty() ? "*" : distinct() + key) + ") as total from " + kept.rows().from()
                + " " + rows + " and " + led() : "select count(*) as total from " + from + " " + rows;
    }
}
