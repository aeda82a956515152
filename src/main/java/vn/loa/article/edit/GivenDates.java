package vn.loa.article.edit;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.loa.article.Article;
import vn.loa.article.PublicationDates;
import vn.loa.http.Roles;
import vn.loa.problem.FieldErrors;

/** Checks the dates that an admin gives to an article from an earlier site. */
@ApplicationScoped
public class GivenDates {

    private static final String FIRST = "/firstPublishedAt";
    private static final String UPDATED = "/publicUpdatedAt";
    /** Before any article that a portal could have. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final SecurityIdentity caller;
    private final Clock clock;

    GivenDates(SecurityIdentity caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param article that is published; null for one that is created
     * @param errors takes what is wrong with the dates
     */
    public PublicationDates check(Instant firstPublishedAt, Instant publicUpdatedAt, Article article, FieldErrors errors) {
        Instant first = inMicros(firstPublishedAt);
        Instant updated = inMicros(publicUpdatedAt);
        requireAdmin(FIRST, first, errors);
        requireAdmin(UPDATED, updated, errors);
        requirePast(FIRST, first, errors);
        requirePast(UPDATED, updated, errors);
        Instant known = article == null ? null : article.firstPublishedAt();
        if (first != null && known != null && !first.equals(known) && !errors.has(FIRST)) {
            errors.add(FIRST, "read-only", "is set once, and is " + known + " already");
        }
        Instant from = known != null ? known : first;
        if (updated == null || errors.has(UPDATED) || errors.has(FIRST)) {
            return new PublicationDates(first, updated);
        }
        Instant before = article == null ? null : article.publicUpdatedAt();
        if (from == null) {
            errors.add(FIRST, "required", "must be given with 'publicUpdatedAt'");
        } else if (updated.isBefore(from)) {
            errors.add(UPDATED, "contradiction", "must not be before 'firstPublishedAt', " + from);
        } else if (before != null && updated.isBefore(before)) {
            errors.add(UPDATED, "contradiction", "must not be before the present one, " + before);
        }
        return new PublicationDates(first, updated);
    }

    private void requireAdmin(String pointer, Instant date, FieldErrors errors) {
        if (date != null && !caller.hasRole(Roles.ADMIN)) {
            errors.add(pointer, "read-only", "may be set by an admin only");
        }
    }

    private void requirePast(String pointer, Instant date, FieldErrors errors) {
        if (date != null && !errors.has(pointer) && (date.isBefore(EARLIEST) || date.isAfter(clock.instant()))) {
            errors.add(pointer, "out-of-range", "must be from 1900 on, and not in the future");
        }
    }

    /** As the database keeps it. */
    private static Instant inMicros(Instant date) {
        return date == null ? null : date.truncatedTo(ChronoUnit.MICROS);
    }
}
