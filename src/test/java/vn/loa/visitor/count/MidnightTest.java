package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.sql.ShortTransactions;
import vn.loa.support.Pages;
import vn.loa.visitor.Period;
import vn.loa.visitor.read.VisitorsSnapshotQuery;

/** Visits and views across midnight in the site's zone, and across changes of clocks. */
@QuarkusTest
class MidnightTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant MIDNIGHT = Instant.parse("2026-07-15T17:00:00Z");
    private static final LocalDate BEFORE = LocalDate.parse("2026-07-15");
    private static final LocalDate AFTER = LocalDate.parse("2026-07-16");

    @Inject
    DataSource database;

    private Instance instance;

    @BeforeEach
    void an_instance() {
        instance = new Instance(database, VIETNAM);
    }

    private void hit(int visitor, Duration afterMidnight) {
        instance.count(Instance.hit(visitor, null, MIDNIGHT.plus(afterMidnight)));
    }

    private long[] counted(LocalDate day) {
        String where = " from site_hour where day = '" + day + "'";
        return new long[] {Tables.number(database, "select sum(visits)" + where),
            Tables.number(database, "select sum(visitors)" + where), Tables.number(database, "select sum(hits)" + where)};
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void a_visit_across_midnight_is_one_visit_of_the_day_before_by_a_visitor_of_both_days() {
        hit(1, minutes(-1));
        hit(1, minutes(1));
        hit(1, minutes(20));
        assertArrayEquals(new long[] {1, 1, 1}, counted(BEFORE));
        assertArrayEquals(new long[] {0, 1, 2}, counted(AFTER));
    }

    @Test
    void a_visitor_who_was_silent_for_30_minutes_across_midnight_is_a_new_visit() {
        hit(1, minutes(-10));
        hit(2, minutes(-10).plusSeconds(1));
        hit(1, minutes(20));
        hit(2, minutes(20));
        assertArrayEquals(new long[] {2, 2, 2}, counted(BEFORE));
        assertArrayEquals(new long[] {1, 2, 2}, counted(AFTER));
    }

    @Test
    void nobody_is_online_twice_after_midnight() {
        hit(1, minutes(-2));
        hit(2, minutes(-2));
        assertEquals(2, VisitorsSnapshotQuery.online(database, MIDNIGHT));
        hit(1, minutes(1));
        assertEquals(2, VisitorsSnapshotQuery.online(database, MIDNIGHT.plusSeconds(60)));
        assertEquals(1, VisitorsSnapshotQuery.online(database, MIDNIGHT.plusSeconds(180)));
    }

    @Test
    void a_view_across_midnight_is_one_view() {
        UUID article = UUID.fromString(Pages.publish(Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung.")));
        for (int minute : new int[] {-10, 5, 19, 20, 30}) {
            instance.count(Instance.hit(1, article, MIDNIGHT.plus(minutes(minute))));
        }
        assertEquals(1, Tables.number(database, "select sum(views) from article_hour where day = '" + BEFORE + "'"));
        assertEquals(1, Tables.number(database, "select sum(views) from article_hour where day = '" + AFTER + "'"));
    }

    @Test
    void the_key_of_the_day_before_is_destroyed_when_no_visit_can_go_on_from_it() {
        hit(1, minutes(-1));
        hit(1, minutes(1));
        forget(minutes(35));
        assertEquals(2, Tables.number(database, "select count(*) from visitor_key"));
        forget(minutes(36));
        assertEquals(AFTER.toString(), Tables.texts(database, "select day::text from visitor_key").get(0));
        assertEquals(1, Tables.number(database, "select count(*) from visitor_state"));
        hit(1, minutes(30));
        assertArrayEquals(new long[] {0, 1, 2}, counted(AFTER));
    }

    @Test
    void the_first_hit_destroys_keys_and_hashes_of_days_when_nothing_ran() {
        hit(1, minutes(-1));
        instance = new Instance(database, VIETNAM);
        hit(1, Duration.ofDays(5));
        assertEquals(1, Tables.number(database, "select count(*) from visitor_key"));
        assertEquals(1, Tables.number(database, "select count(*) from visitor_state"));
    }

    private void forget(Duration afterMidnight) {
        instance.keys.forgetInMemory(MIDNIGHT.plus(afterMidnight));
        new ShortTransactions(database).run(transaction -> {
            instance.keys.forget(MIDNIGHT.plus(afterMidnight), transaction);
            return null;
        });
    }

    @Test
    void a_clock_that_goes_back_a_little_changes_nothing() {
        hit(1, minutes(-1));
        hit(1, minutes(1));
        hit(1, minutes(-1));
        hit(1, minutes(2));
        assertArrayEquals(new long[] {1, 1, 2}, counted(BEFORE));
        assertArrayEquals(new long[] {0, 1, 2}, counted(AFTER));
        assertEquals(1, VisitorsSnapshotQuery.online(database, MIDNIGHT.plusSeconds(120)));
    }

    @Test
    void a_clock_that_goes_back_far_neither_ends_visits_nor_keeps_visitors_online() {
        hit(1, minutes(300));
        hit(2, minutes(300));
        hit(1, minutes(180));
        assertArrayEquals(new long[] {2, 2, 3}, counted(AFTER));
        assertEquals(1, VisitorsSnapshotQuery.online(database, MIDNIGHT.plus(minutes(180))));
        hit(1, minutes(209));
        assertEquals(2, counted(AFTER)[0]);
    }

    @Test
    void a_clock_that_goes_forward_by_half_an_hour_ends_visits() {
        hit(1, minutes(100));
        hit(1, minutes(130));
        assertEquals(2, counted(AFTER)[0]);
    }

    /** New York's 1 November 2026 has 25 hours, its 8 March 23; Lord Howe moves by half an hour; São Paulo did at midnight. */
    @ParameterizedTest
    @CsvSource({"America/New_York,2026-11-01,25", "America/New_York,2026-03-08,23", "Asia/Ho_Chi_Minh,2026-07-15,24",
        "Australia/Lord_Howe,2026-04-05,24", "Australia/Lord_Howe,2026-10-04,24", "America/Sao_Paulo,2017-10-15,23",
        "Asia/Kathmandu,2026-07-15,24", "America/Sao_Paulo,2018-02-17,25"})
    void a_day_has_the_hours_that_the_sites_clocks_show(String zone, LocalDate day, int hours) {
        ZoneId site = ZoneId.of(zone);
        var periods = Period.hours(day, day, site);
        assertEquals(hours, periods.size(), periods.toString());
        Instant end = day.plusDays(1).atStartOfDay(site).toInstant();
        for (Instant at = day.atStartOfDay(site).toInstant(); at.isBefore(end); at = at.plus(Duration.ofMinutes(5))) {
            Instant hour = Period.hourOf(at, site);
            assertEquals(1, periods.stream().filter(period -> period.start().equals(hour)).count(), "the hour of " + at);
        }
    }

    @Test
    void a_visit_across_a_change_of_clocks_is_one_visit() {
        ZoneId newYork = ZoneId.of("America/New_York");
        instance = new Instance(database, newYork);
        Instant change = Instant.parse("2026-11-01T06:00:00Z");
        Hit[] hits = {Instance.hit(1, null, change.minusSeconds(600)), Instance.hit(1, null, change.plusSeconds(600))};
        instance.count(hits[0]);
        instance.count(hits[1]);
        assertNull(Instance.refusal(hits[1]));
        assertArrayEquals(new long[] {1, 1, 2}, counted(LocalDate.parse("2026-11-01")));
        assertEquals(2, Tables.number(database, "select count(*) from site_hour"), "one o'clock comes twice");
    }
}
