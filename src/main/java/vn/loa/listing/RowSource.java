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
        FEW_OR_MANY
    }

    /** As many rows that match words, or have a day and pass other filters, are counted: nearly all may, and counting 300,000 takes a second. */
    private static final int MOST_COUNTED = 1000;
    /** As many rows with the values of a filter are sorted, which takes some 20 ms. */
    private static final int MOST_SORTED = 5000;

    private final KeptCounts kept;
    /** The filter by which rows are found: one that {@link KeptCounts} knows; null for none. */
    private final OfField leading;
    private final Way way;
    private final SortOrder asked;
    private final SortOrder order;
    private final String key;
    private final boolean hasWords;
    private final boolean hasDay;
    /** Whether there is no other filter. */
    private final boolean alone;

    private RowSource(KeptCounts kept, OfField leading, Way way, SortOrder asked, SortOrder order, String key, boolean hasWords,
            boolean hasDay, boolean alone) {
        this.kept = kept;
        this.leading = leading;
        this.way = way;
        this.asked = asked;
        this.order = order;
        this.key = key;
        this.hasWords = hasWords;
        this.hasDay = hasDay;
        this.alone = alone;
    }

    /** @param unique the field that no two rows have alike */
    static RowSource of(KeptCounts kept, List<OfField> filters, SortOrder asked, ListField unique) {
        boolean hasWords = filters.stream().anyMatch(each -> each.field().type() == FieldType.WORDS);
        boolean alone = filters.size() == 1;
        Optional<OfField> byValue = kept.leading(filters);
        Optional<OfField> leading = byValue.or(() -> kept.byName(filters)).or(() -> hasWords ? Optional.empty() : kept.ofDay(filters));
        // Nearly all rows may have a day: where few of them pass another filter, the list's own indexes find these sooner.
        Optional<SortOrder> ofTable = hasWords ? Optional.empty() : byValue.or(() -> alone ? kept.ofDay(filters) : Optional.empty())
                .flatMap(filter -> asked.readFrom(kept.table(filter).order()));
        Way way;
        if (ofTable.isPresent()) {
            way = leading.get().filter().texts().size() == 1 && !kept.isOfDay(leading.get()) ? Way.OF_VALUE : Way.OF_EACH_VALUE;
        } else if (!hasWords && byValue.isEmpty() && leading.isPresent() && kept.byName(filters).isPresent()
                && kept.names().haveOrder(asked)) {
            way = Way.OF_EACH_NAMED;
        } else {
            way = hasWords || leading.isPresent() ? Way.FEW_OR_MANY : Way.IN_ORDER;
        }
        return new RowSource(kept, leading.orElse(null), way, asked, ofTable.orElse(asked), unique.sql(), hasWords,
                kept.ofDay(filters).isPresent(), alone);
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
        return way == Way.OF_VALUE || way == Way.OF_EACH_VALUE ? Optional.of(leading) : Optional.empty();
    }

    /** What the rows are read from, unless they are found by {@link #keys}. */
    String table(String from) {
        return way == Way.OF_VALUE ? kept.table(leading).from() : from;
    }

    /** The condition on {@link #table}, beginning with {@code and}; or empty. */
    String condition() {
        return way == Way.OF_VALUE ? " and " + led() : "";
    }

    /** The values of the parameters of {@link #table} and {@link #count}. To be asked for after filters have been checked. */
    NamedSql values() {
        return leading == null ? new NamedSql("", Map.of()) : kept.condition(leading, "l").withoutText();
    }

    private String led() {
        return kept.condition(leading, "l").text();
    }

    /** Whether rows are found in a {@link KeptCounts.FilterTable}. */
    private boolean isByValue() {
        return leading != null && (kept.isOfDay(leading) || kept.leading(List.of(leading)).isPresent());
    }

    /**
     * The keys of the page's rows. Empty when the rows are to be read in their order.
     *
     * @param from the list's table
     * @param rows the joins and conditions behind it, with the cursor's
     * @param ofAll whether the list has all rows of the table
     */
    Optional<NamedSql> keys(String from, String rows, boolean ofAll, int limit, int offset) {
        return switch (way) {
            case IN_ORDER, OF_VALUE -> Optional.empty();
            case OF_EACH_VALUE -> Optional.of(firstOfEachValue(rows, ofAll, limit, offset));
            case OF_EACH_NAMED -> Optional.of(firstOfEachNamed(from, rows, limit, offset));
            case FEW_OR_MANY -> Optional.of(new NamedSql(fewOrMany(isByValue() ? ofTable(rows) : from + " " + rows, from + " " + rows,
                    " limit " + limit + " offset " + offset), Map.of()));
        };
    }

    /** The rows that the {@link KeptCounts.FilterTable} has. */
    private String ofTable(String rows) {
        return kept.table(leading).from() + " " + rows + " and " + led();
    }

    private NamedSql firstOfEachValue(String rows, boolean ofAll, int limit, int offset) {
        NamedSql.Values values = new NamedSql.Values("n");
        // Only other conditions need the list's own table.
        String from = alone && ofAll ? kept.table(leading).table() : kept.table(leading).from();
        String ofOne = from + " " + rows + " and field = " + kept.field(leading, values) + " and value = one.value";
        return values.in(firstOfEach("each_value", kept.table(leading).key(), ofOne, limit, offset));
    }

    private NamedSql firstOfEachNamed(String from, String rows, int limit, int offset) {
        NamedSql.Values values = new NamedSql.Values("n");
        String each = "(select distinct value from unnest("
                + ((Comparison.Named) leading.field().type().comparison()).array(leading.filter().values(), values) + ") value)";
        return values.in(firstOfEach(each, key, from + " " + rows + " and " + leading.field().sql() + " = one.value", limit, offset));
    }

    private String firstOfEach(String each, String keyOfOne, String ofOne, int limit, int offset) {
        return "select key from (select " + distinct() + "first_of_one.* from " + each + " one cross join lateral (select " + keyOfOne
                + " as key, " + order.columns() + " from " + ofOne + " order by " + order.sql() + " limit " + (limit + offset)
                + ") first_of_one) first_of_each order by " + order.sqlOfColumns() + " limit " + limit + " offset " + offset;
    }

    private int few() {
        return hasWords ? MOST_COUNTED : MOST_SORTED;
    }

    private String fewOrMany(String few, String many, String range) {
        return "(select key from (select " + distinct() + key + " as key, " + order.columns() + " from " + few + " limit " + (few() + 1)
                + ") few where (select total from matches) <= " + few() + " order by " + order.sqlOfColumns() + range
                + ") union all (select key from (select " + key + " as key from " + many + " order by "
                + order.sql() + range + ") many where (select total from matches) > " + few() + ")";
    }

    /** A row that has several of the values is found several times. */
    private String distinct() {
        return isByValue() && !KeptCounts.isCountedOnce(leading) ? "distinct " : "";
    }

    /**
     * The beginning of a statement: what is known of the number of rows before they are read. For {@link Way#OF_EACH_VALUE} the number of
     * each value, for {@link Way#FEW_OR_MANY} that of all values, or up to one more match of words than are counted.
     *
     * @param rows the rows that pass all filters
     */
    NamedSql matches(String rows) {
        return switch (way) {
            case OF_EACH_VALUE -> with("each_value", kept.numbers(leading, "t"));
            case FEW_OR_MANY -> with("matches", hasWords
                    ? NamedSql.of("select count(*) as total from (select from " + rows + " limit " + (MOST_COUNTED + 1) + ") m")
                    : kept.total(leading, "t"));
            case IN_ORDER, OF_VALUE, OF_EACH_NAMED -> NamedSql.of("");
        };
    }

    private static NamedSql with(String name, NamedSql numbers) {
        return new NamedSql("with " + name + " as materialized (" + numbers.text() + ") ", numbers.values());
    }

    /**
     * The statement that reads the number of rows from the {@link #matches}; empty where it is not their sum.
     *
     * @param ofAll whether the list has all rows of the table
     */
    Optional<String> total(boolean ofAll) {
        return way == Way.OF_EACH_VALUE && alone && ofAll && KeptCounts.isCountedOnce(leading)
                ? Optional.of(KeptCounts.TOTAL + "each_value") : Optional.empty();
    }

    /**
     * The statement that counts the rows; null for more than are counted.
     *
     * @param from the list's table
     * @param rows the joins and conditions behind it
     */
    String count(String from, String rows) {
        if (hasWords) {
            return "select nullif(total, " + (MOST_COUNTED + 1) + ") as total from matches";
        }
        String found = isByValue() ? ofTable(rows) : from + " " + rows;
        if (!hasDay) {
            return "select count(" + (distinct().isEmpty() ? "*" : distinct() + key) + ") as total from " + found;
        }
        return "select nullif(" + (way == Way.FEW_OR_MANY && isByValue() ? "case when (select total from matches) <= " + MOST_SORTED + " then "
                + some(found) + " else " + some(from + " " + rows) + " end" : some(found)) + ", " + (MOST_COUNTED + 1) + ") as total";
    }

    private String some(String found) {
        return "(select count(*) from (select " + distinct() + key + " from " + found + " limit " + (MOST_COUNTED + 1) + ") m)";
    }
}
