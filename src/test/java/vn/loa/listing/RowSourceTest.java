package vn.loa.listing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.listing.ListFilters.OfField;
import vn.loa.sql.NamedSql;

class RowSourceTest {

    private static final ListField ID = ListField.id("r.id");
    private static final KeptCounts BY_DAY = new KeptCounts("rows", List.of(), null,
            new KeptCounts.FilterTable("ranges f", "join r on r.id = f.row_id", Map.of("id", "f.row_id"), "f.row_id"), null);

    /** Of a list with one filter, by a day. */
    private static RowSource ofDay() {
        ListField day = ListField.onDay("inForceOn", "r.id", "period");
        OfField filter = new OfField(day, new Filter(new FilterField(day.name(), day.type()), day.name(), FilterOperator.EQ,
                List.of("2022-07-13")));
        return RowSource.of(BY_DAY, List.of(filter), SortOrder.descending(ID), ID);
    }

    @Test
    void rows_that_a_list_of_some_leaves_out_are_not_counted_nor_shown() {
        assertThat(ofDay().count("r", "where r.owner = 1"), containsString("join r on r.id = f.row_id where r.owner = 1"));
        assertThat(ofDay().keys("r", "where r.owner = 1", false, 20, 0).orElseThrow().text(),
                containsString("join r on r.id = f.row_id where r.owner = 1"));
    }

    @Test
    void the_number_of_one_value_is_looked_up_by_the_field_and_the_value() {
        ListField issuer = ListField.text("issuer", "r.issuer");
        OfField filter = new OfField(issuer, new Filter(new FilterField(issuer.name(), issuer.type()), issuer.name(), FilterOperator.EQ,
                List.of("Tỉnh ủy")));
        KeptCounts kept = new KeptCounts("rows", List.of("issuer"), new KeptCounts.FilterTable("filter f", "join r", Map.of(), "f.row_id"), null,
                null);
        NamedSql matches = RowSource.of(kept, List.of(filter), SortOrder.descending(ID), ID).matches("");
        assertThat(matches.text(), containsString("field = :t0 and value = :t1"));
        assertEquals(Map.of("t0", "rows.issuer", "t1", "Tỉnh ủy"), matches.values());
    }

    @Test
    void a_list_of_all_rows_is_found_without_its_own_table() {
        assertThat(ofDay().keys("r", "where true", true, 20, 0).orElseThrow().text(), not(containsString("join r")));
    }
}
