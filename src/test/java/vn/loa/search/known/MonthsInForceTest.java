package vn.loa.search.known;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.search.known.MonthsInForce.Month;

/** The lexemes of what may be in force on a day: as few as there can be. */
class MonthsInForceTest {

    /** Documents of each month from 2018 to 2022 are in force a month later. */
    private static MonthsInForce usual(LocalDate unknown) {
        Map<Long, List<Month>> years = new TreeMap<>();
        for (long year = 2018; year <= 2022; year++) {
            List<Month> months = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                months.add(new Month(year, month, LocalDate.of((int) year, month, 1).plusMonths(1)));
            }
            years.put(year, months);
        }
        return new MonthsInForce(UUID.randomUUID(), years, unknown);
    }

    @ParameterizedTest
    @CsvSource({"2017-12-31, ''", "2018-01-31, ''", "2018-02-01, month:2018-1", "2018-04-01, quarter:2018-1",
            "2018-06-15, month:2018-4 month:2018-5 quarter:2018-1", "2019-01-15, year:2018", "2019-03-01, year:2018 month:2019-1 month:2019-2",
            "2020-01-01, decade:201", "2021-10-31, decade:201 year:2020 quarter:2021-1 quarter:2021-2 quarter:2021-3"})
    void months_of_which_all_are_in_force_are_a_quarter_a_year_and_a_decade(String day, String lexemes) {
        assertEquals(lexemes.isEmpty() ? List.of() : List.of(lexemes.split(" ")), usual(LocalDate.MAX).on(LocalDate.parse(day)).orElseThrow());
    }

    @Test
    void where_all_years_or_documents_of_unknown_years_may_be_in_force_nothing_is_left_out() {
        assertEquals(Optional.empty(), usual(LocalDate.MAX).on(LocalDate.of(2023, 1, 1)));
        assertEquals(Optional.empty(), usual(LocalDate.of(2018, 5, 5)).on(LocalDate.of(2018, 5, 5)));
        assertEquals(List.of("quarter:2018-1"), usual(LocalDate.of(2018, 5, 5)).on(LocalDate.of(2018, 4, 30)).orElseThrow());
        assertEquals(Optional.empty(), MonthsInForce.everything(UUID.randomUUID()).on(LocalDate.of(2018, 5, 5)));
    }

    @Test
    void more_than_twenty_months_are_years_and_more_than_twenty_years_are_not_looked_at() {
        LocalDate day = LocalDate.of(1990, 6, 1);
        LocalDate later = LocalDate.of(2050, 1, 1);
        Map<Long, List<Month>> years = new TreeMap<>();
        for (long year = 2001; year <= 2017; year += 2) {
            years.put(year, List.of(new Month(year, 1, day), new Month(year, 2, later), new Month(year, 4, day), new Month(year, 5, later),
                    new Month(year, 7, day), new Month(year, 8, later)));
        }
        MonthsInForce early = new MonthsInForce(UUID.randomUUID(), years, LocalDate.MAX);
        assertEquals(List.of("year:2001", "year:2003", "year:2005", "year:2007", "year:2009", "year:2011", "year:2013", "year:2015", "year:2017"),
                early.on(day).orElseThrow());
        for (long year = 2021; year <= 2047; year += 2) {
            years.put(year, List.of(new Month(year, 1, day), new Month(year, 2, later)));
        }
        assertEquals(Optional.empty(), early.on(day));
    }

    @Test
    void a_year_of_which_nothing_is_ever_in_force_is_left_out_on_its_days() {
        MonthsInForce none = new MonthsInForce(UUID.randomUUID(), Map.of(2020L, List.of(), 2021L, List.of(new Month(2021, 0, LocalDate.of(2020, 2, 2)))),
                LocalDate.MAX);
        assertEquals(List.of(), none.on(LocalDate.of(2020, 2, 1)).orElseThrow());
        assertEquals(List.of("year:2021"), none.on(LocalDate.of(2020, 2, 2)).orElseThrow());
    }
}
