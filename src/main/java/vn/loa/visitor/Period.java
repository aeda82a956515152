package vn.loa.visitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * An hour, a day or a month of the site's zone.
 *
 * @param name {@code 2026-07-15T13:00+07:00}, {@code 2026-07-15} or {@code 2026-07}
 * @param start when it begins
 */
public record Period(String name, Instant start) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    /** The beginning of the hour that the zone's clocks show. */
    public static Instant hourOf(Instant instant, ZoneId zone) {
        return ZonedDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    static Period hour(Instant start, ZoneId zone) {
        return new Period(HOUR.format(ZonedDateTime.ofInstant(start, zone)), start);
    }

    static Period day(LocalDate day, ZoneId zone) {
        return new Period(day.toString(), day.atStartOfDay(zone).toInstant());
    }

    static Period month(YearMonth month, ZoneId zone) {
        return new Period(month.toString(), month.atDay(1).atStartOfDay(zone).toInstant());
    }

    /** All hours from the first day to the last: 24 a day, unless the clocks change. */
    public static List<Period> hours(LocalDate from, LocalDate to, ZoneId zone) {
        List<Period> hours = new ArrayList<>();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        Instant hour = from.atStartOfDay(zone).toInstant();
        while (hour.isBefore(end)) {
            hours.add(hour(hour, zone));
            hour = next(hour, zone);
        }
        return hours;
    }

    /** Usually an hour later. Where clocks go back by half an hour, the hour that they show lasts one and a half. */
    private static Instant next(Instant hour, ZoneId zone) {
        Instant next = hour.plus(Duration.ofHours(1));
        while (!hourOf(next, zone).isAfter(hour)) {
            next = next.plus(Duration.ofMinutes(30));
        }
        return hourOf(next, zone);
    }

    public static List<Period> days(LocalDate from, LocalDate to, ZoneId zone) {
        return from.datesUntil(to.plusDays(1)).map(day -> day(day, zone)).toList();
    }

    public static List<Period> months(LocalDate from, LocalDate to, ZoneId zone) {
        List<Period> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            months.add(month(month, zone));
        }
        return months;
    }
}
