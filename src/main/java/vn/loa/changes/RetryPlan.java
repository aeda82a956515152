package vn.loa.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.random.RandomGenerator;

/**
 * When a request is tried again: each time after twice as long, up to a limit. The times are spread by a fifth, so that receivers
 * that failed together are not called together.
 */
public final class RetryPlan {

    /** A receiver may ask for more patience than the limit, up to a day. */
    public static final Duration LONGEST_ASKED = Duration.ofHours(24);

    /** No try is planned for later, which the statements that look for what is due say, too. */
    private static final Duration FURTHEST = LONGEST_ASKED.plusHours(1);
    private static final double SPREAD = 0.2;
    /** The longest wait is reached before. */
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;
    private final Duration first;
    private final Duration longest;

    /**
     * @param first the wait after the first failure, before it is spread
     * @param longest the longest wait, before it is spread
     */
    public RetryPlan(RandomGenerator random, Duration first, Duration longest) {
        this.random = random;
        this.first = first;
        this.longest = longest;
    }

    /**
     * Whether a try is still to be waited for. One that is further ahead than any plan was planned by a clock that was wrong.
     *
     * @param next null for at once
     */
    public static boolean waits(Instant next, Instant now) {
        return next != null && next.isAfter(now) && !next.isAfter(now.plus(FURTHEST));
    }

    /**
     * The next try.
     *
     * @param tries how many have failed, from 1
     * @param retryAfter what the receiver asks for, in seconds; null for nothing
     */
    public Instant next(Instant now, int tries, Long retryAfter) {
        long doubled = first.toMillis() << Math.min(tries - 1, MOST_DOUBLINGS);
        double spread = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        Duration own = Duration.ofMillis((long) (Math.min(doubled, longest.toMillis()) * spread));
        Duration asked = retryAfter == null ? Duration.ZERO : Duration.ofSeconds(Math.min(retryAfter, LONGEST_ASKED.toSeconds()));
        return now.plus(own.compareTo(asked) > 0 ? own : asked);
    }

    /** {@code Retry-After} (RFC 9110, section 10.2.3) in seconds; null when it is missing or cannot be read. */
    public static Long seconds(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,12}")) {
            return Long.valueOf(text);
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Math.max(0, Duration.between(now, at).toSeconds());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
