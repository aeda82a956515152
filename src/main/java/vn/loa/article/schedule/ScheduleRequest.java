package vn.loa.article.schedule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.loa.article.Action;
import vn.loa.article.ChangeNote;
import vn.loa.problem.FieldErrors;

/** What shall happen, and when. */
record ScheduleRequest(
        @NotNull(message = "must be given")
        UUID articleId,
        @NotNull(message = "must be given")
        @Pattern(regexp = "publish|withdraw", message = "must be publish or withdraw")
        String action,
        @NotNull(message = "must be given")
        @Size(max = 40, message = "must have at most {max} characters")
        String at,
        @Size(max = 60, message = "must have at most {max} characters")
        String zone,
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String changeNote,
        Boolean minor,
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String explanation) {

    /** Cleaned before it is judged: what nobody can see is nothing. */
    public ScheduleRequest {
        changeNote = ChangeNote.clean(changeNote);
        explanation = ChangeNote.clean(explanation);
    }

    /** A plan can be made this long before. */
    private static final Duration FURTHEST = Duration.ofDays(3660);

    /** The request, understood. */
    record Plan(Action action, Instant at, ZoneId zone, ChangeNote note, String explanation) {
    }

    /** Adds what is wrong to {@code errors}; the plan is of use only when nothing was. */
    Plan plan(ZoneId siteZone, Instant now, FieldErrors errors) {
        ZoneId place = zone(siteZone, errors);
        Instant moment = errors.has("/at") ? null : moment(place, errors);
        if (moment != null && (!moment.isAfter(now) || moment.isAfter(now.plus(FURTHEST)))) {
            errors.add("/at", "out-of-range", "must be in the next 3,660 days");
        }
        boolean withdrawal = "withdraw".equals(action);
        if (withdrawal && explanation == null) {
            errors.add("/explanation", "not-blank", "must say why");
        }
        refuse(withdrawal ? changeNote : null, "/changeNote", errors);
        refuse(withdrawal ? minor : null, "/minor", errors);
        refuse(withdrawal ? null : explanation, "/explanation", errors);
        errors.throwIfAny();
        return new Plan(Action.valueOf(action.toUpperCase(Locale.ROOT)), moment.truncatedTo(ChronoUnit.MICROS), place,
                new ChangeNote(changeNote, Boolean.TRUE.equals(minor)), explanation);
    }

    private static void refuse(Object value, String pointer, FieldErrors errors) {
        if (value != null) {
            errors.add(pointer, "not-applicable", "does not belong to this action");
        }
    }

    private ZoneId zone(ZoneId siteZone, FieldErrors errors) {
        if (zone == null) {
            return siteZone;
        }
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        errors.add("/zone", "unknown-zone", "is no time zone (IANA)");
        return null;
    }

    private Instant moment(ZoneId place, FieldErrors errors) {
        if (at == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException notWithOffset) {
            // a local time, then
        }
        try {
            LocalDateTime local = LocalDateTime.parse(at);
            if (place == null) {
                return null;
            }
            List<ZoneOffset> offsets = place.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                errors.add("/at", "no-such-time", "is a time that the clocks of the zone skip");
                return null;
            }
            // Of an hour that comes twice, the first.
            return local.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            errors.add("/at", "wrong-form", "must be a time like 2026-12-01T08:00:00+07:00 or 2026-12-01T08:00:00");
            return null;
        }
    }
}
