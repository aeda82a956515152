package vn.loa.visitor.read;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.loa.problem.Problem;
import vn.loa.visitor.Period;

/** The range of days that a request for a history asks for, and the length of its periods. */
record HistoryRange(
        @QueryParam("firstDay")
        LocalDate firstDay,
        @QueryParam("lastDay")
        LocalDate lastDay,
        @QueryParam("interval")
        String interval) {

    private static final List<String> INTERVALS = List.of("hour", "day", "month");
    private static final int MOST_DAYS = 3660;
    private static final int MOST_MONTHS = 1200;

    /**
     * The same range with its defaults filled in and full months.
     *
     * @throws ProblemException 400 when the range is empty or too long, or its hours are not kept
     */
    HistoryRange complete(LocalDate today, int hoursKept) {
        String length = interval == null ? "day" : interval;
        if (!INTERVALS.contains(length)) {
            throw Problem.invalidParameter("interval", "unknown-value", "must be one of " + String.join(", ", INTERVALS))
                    .asException();
        }
        LocalDate last = lastDay == null ? today : lastDay;
        LocalDate first = firstDay != null ? firstDay : switch (length) {
            case "hour" -> last;
            case "month" -> last.minusMonths(11).withDayOfMonth(1);
            default -> last.minusDays(29);
        };
        if (first.isAfter(last)) {
            throw Problem.invalidParameter("firstDay", "out-of-range", "must not be after 'lastDay'").asException();
        }
        if (length.equals("hour") && first.isBefore(today.minusDays(hoursKept))) {
            throw Problem.invalidParameter("firstDay", "out-of-range",
                    "must not be before " + today.minusDays(hoursKept) + ": of earlier days the hours are not kept").asException();
        }
        boolean tooLong = length.equals("month") ? ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) >= MOST_MONTHS
                : ChronoUnit.DAYS.between(first, last) >= (length.equals("hour") ? hoursKept + 1 : MOST_DAYS);
        if (tooLong) {
            throw Problem.invalidParameter("firstDay", "out-of-range", "is too long before 'lastDay': at most "
                    + MOST_DAYS + " days, " + MOST_MONTHS + " months or " + (hoursKept + 1) + " days of hours are answered at once")
                    .asException();
        }
        return length.equals("month")
                ? new HistoryRange(first.withDayOfMonth(1), YearMonth.from(last).atEndOfMonth(), length)
                : new HistoryRange(first, last, length);
    }

    List<Period> periods(ZoneId zone) {
        return switch (interval) {
            case "hour" -> Period.hours(firstDay, lastDay, zone);
            case "month" -> Period.months(firstDay, lastDay, zone);
            default -> Period.days(firstDay, lastDay, zone);
        };
    }

    boolean isOfHours() {
        return interval.equals("hour");
    }

    /** The length of the periods as SQL names it, {@code day} or {@code month}. Not for hours, which have their own query. */
    String unit() {
        return interval;
    }
}
