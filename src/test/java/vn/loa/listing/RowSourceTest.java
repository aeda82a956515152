package vn.loa.listing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.listing.ListFilters.OfField;

class RowSourceTest {

    private static final ListField ID = ListField.id("r.id");

    /** Of a list with one filter, by a day. */
    private static String count(String rows, boolean ofAll) {
        ListField day = ListField.onDay("inForceOn", "r.id", "period", "publishedAt", "published_at");
        OfField filter = new OfField(day, new Filter(new FilterField(day.name(), day.type()), day.name(), FilterOperator.EQ,
                List.of("2022-07-13")));
        return RowSource.of(KeptCounts.NONE, List.of(filter), SortOrder.descending(ID), ID, true).count("r", rows, ofAll);
    }

    @Test
    void rows_that_a_list_of_some_leaves_out_are_not_counted() {
        assertThat(count("where r.owner = 1", false), containsString("where r.owner = 1"));
        assertThat(count("where true", true), endsWith("from matches"));
    }
}
