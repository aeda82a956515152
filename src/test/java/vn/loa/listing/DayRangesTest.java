package vn.loa.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;

/** The ranges of days by which the database stores periods are those by which lists look for a day. */
@QuarkusTest
class DayRangesTest {

    private static final NamedSql OF_PERIOD = NamedSql.of("select value from day_ranges(coalesce(:from::date, '-infinity'), coalesce(:before::date, 'infinity'))");
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Random random = new Random(28);

    @Inject
    SqlReader reader;

    @Test
    void a_day_is_in_one_range_of_a_period_that_has_it_and_in_none_of_another_one() {
        for (int i = 0; i < 300; i++) {
            LocalDate from = random.nextInt(8) == 0 ? null : day();
            LocalDate before = random.nextInt(3) == 0 ? null : day();
            if (from != null && before != null && !from.isBefore(before)) {
                continue;
            }
            List<String> ranges = ranges(from, before);
            Stream.of(FIRST, LAST, LocalDate.of(2257, 12, 31), LocalDate.of(2258, 1, 1), day(), day(), from, from == null ? null : from.minusDays(1),
                    before, before == null ? null : before.minusDays(1)).filter(day -> day != null && day.getYear() > 0).forEach(day ->
                        assertEquals((from == null || !day.isBefore(from)) && (before == null || day.isBefore(before)) ? 1 : 0, shared(ranges, day),
                                day + " of " + from + " to " + before + ": " + ranges));
        }
    }

    @Test
    void a_period_has_few_ranges() {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> ranges = ranges(LocalDate.of(1945, 9, 2).plusDays(random.nextInt(40_000)), null);
            assertEquals(ranges.size(), Set.copyOf(ranges).size());
            sizes.add(ranges.size());
        }
        assertTrue(Collections.max(sizes) <= 18, sizes.toString());
        assertTrue(sizes.stream().mapToInt(size -> size).average().orElseThrow() < 11, sizes.toString());
    }

    private List<String> ranges(LocalDate from, LocalDate before) {
        return reader.read(OF_PERIOD.with("from", from).with("before", before), row -> row.text("value"));
    }

    private static long shared(List<String> ranges, LocalDate day) {
        Set<String> names = new TreeSet<>(DayRanges.of(day));
        return ranges.stream().filter(names::contains).count();
    }

    /** Mostly of the years that laws have. */
    private LocalDate day() {
        return random.nextInt(5) == 0 ? FIRST.plusDays(random.nextInt(3_652_059)) : LocalDate.of(1945, 1, 1).plusDays(random.nextInt(60_000));
    }
}
