package vn.loa.imports.job.make;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.loa.problem.FieldErrors;

/** What an item says of an article beside its content: what it was elsewhere. */
record ArticleFacts(
        Instant firstPublishedAt,
        Instant publicUpdatedAt,
        @Min(value = 0, message = "must be at least {value}")
        @Max(value = MOST_VIEWS, message = "must be at most {value}")
        Long views,
        @Size(max = 10_000, message = "must have at most {max} items")
        List<Day> viewsHistory,
        @Size(max = 100, message = "must have at most {max} items")
        List<String> oldAddresses,
        Boolean draft) {

    /** The limit of a counter that is set over HTTP, too. */
    static final long MOST_VIEWS = 1_000_000_000_000L;
    static final List<String> MEMBERS = List.of("firstPublishedAt", "publicUpdatedAt", "views", "viewsHistory", "oldAddresses",
            "draft");
    private static final String NEEDS_ADMIN = "needs-admin";

    /** Views of a day. */
    record Day(
            @NotNull(message = "must be given")
            LocalDate day,
            @NotNull(message = "must be given")
            @Min(value = 0, message = "must be at least {value}")
            @Max(value = MOST_VIEWS, message = "must be at most {value}")
            Long views) {
    }

    /**
     * Adds what is wrong.
     *
     * @param admin whether an admin made the job
     * @param today in the site's time zone: days before it are over
     */
    void check(boolean admin, Instant now, LocalDate today, FieldErrors errors) {
        checkDates(admin, now, errors);
        if (!admin && views != null) {
            errors.add("/views", NEEDS_ADMIN, "is set by jobs of an admin only");
        }
        if (!admin && viewsHistory != null) {
            errors.add("/viewsHistory", NEEDS_ADMIN, "is set by jobs of an admin only");
        }
        checkDays(today, errors);
        for (int i = 0; oldAddresses != null && i < oldAddresses.size(); i++) {
            if (oldAddresses.get(i) == null) {
                errors.add("/oldAddresses/" + i, "not-null", "must not be null");
            }
        }
    }

    private void checkDates(boolean admin, Instant now, FieldErrors errors) {
        for (Instant date : new Instant[] {firstPublishedAt, publicUpdatedAt}) {
            String pointer = date == firstPublishedAt ? "/firstPublishedAt" : "/publicUpdatedAt";
            if (date != null && !admin) {
                errors.add(pointer, NEEDS_ADMIN, "is set by jobs of an admin only");
            } else if (date != null && date.isAfter(now)) {
                errors.add(pointer, "out-of-range", "must not be in the future");
            }
        }
        if (publicUpdatedAt != null && (firstPublishedAt == null || publicUpdatedAt.isBefore(firstPublishedAt))) {
            errors.add("/publicUpdatedAt", "contradiction", "needs a firstPublishedAt that is not after it");
        }
    }

    private void checkDays(LocalDate today, FieldErrors errors) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; viewsHistory != null && i < viewsHistory.size() && !errors.isFull(); i++) {
            Day day = viewsHistory.get(i);
            String pointer = "/viewsHistory/" + i;
            if (day == null || day.day == null || day.views == null) {
                errors.add(pointer, "required", "must have a day and its views");
            } else if (!day.day.isBefore(today)) {
                errors.add(pointer + "/day", "out-of-range", "must be a day that is over");
            } else if (!seen.add(day.day)) {
                errors.add(pointer + "/day", "repeated", "is there already");
            } else if (day.views < 0 || day.views > MOST_VIEWS) {
                errors.add(pointer + "/views", "out-of-range", "must be between 0 and " + MOST_VIEWS);
            }
        }
    }

    List<ItemContent.DayViews> days() {
        return viewsHistory == null ? List.of()
                : viewsHistory.stream().map(day -> new ItemContent.DayViews(day.day, day.views)).toList();
    }
}
