package vn.loa.listing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ranges of days that a day is in, one of each power of two of days. A period is made of few of them, so that the rows of a list that
 * have a day in one of their periods are those of 24 ranges, each of which has its rows in the order of lists. The SQL function
 * {@code day_ranges} finds the ranges of a period, and describes their names.
 */
final class DayRanges {

    private static final int LENGTHS = 24;
    /** The first of all days. */
    private static final LocalDate FIRST = LocalDate.of(2258, 1, 1).minusDays(4_194_304);

    private DayRanges() {
    }

    /** @param day of the years 1 to 9999 */
    static List<String> of(LocalDate day) {
        int place = (int) ChronoUnit.DAYS.between(FIRST, day);
        return IntStream.range(0, LENGTHS).mapToObj(power -> (char) ('a' + power) + Integer.toHexString(place >> power)).toList();
    }
}
