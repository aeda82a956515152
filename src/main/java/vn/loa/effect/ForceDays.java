package vn.loa.effect;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.article.Site;
import vn.loa.article.publish.ForceChanged;
import vn.loa.cache.PublicChange;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * Has the log of changes told which statuses change because a day begins in the site's zone, and stores what is shown from then on:
 * once, by whichever instance comes first, and after a start that slept through days. Until that is done, statuses are looked up.
 * Each step is a transaction that holds the row of {@code force_day}.
 */
@Startup
@ApplicationScoped
class ForceDays {

    private static final Logger LOG = Logger.getLogger(ForceDays.class);
    /** A fault that stays is told once a minute. */
    private static final int ATTEMPTS_A_REPORT = 60;

    /** Other publishes wait for the log while a step is committed. */
    private static final int ARTICLES_AT_ONCE = 500;
    /** Instances whose clocks differ by seconds are on two days at midnight; one whose clock was put right is further away. */
    private static final int MOST_DAYS_AHEAD = 1;

    private static final NamedSql HOLD = NamedSql.of("select done, reached, zone from force_day for update skip locked");
    private static final NamedSql SET = NamedSql.of("update force_day set done = :done, reached = :reached");
    private static final NamedSql SET_ZONE = NamedSql.of("update force_day set zone = :zone");
    private static final NamedSql KNOWN_ZONE = NamedSql.of(
            "select count(*) as total from pg_timezone_names where name = :zone");
    private static final NamedSql NEXT_DAY = NamedSql.of("select min(from_day) as day from force_period "
            + "where from_day > :done and from_day <= :today and from_day <> '-infinity'");
    private static final NamedSql CHANGING = SqlFile.read("effect/changing-on-day");
    private static final NamedSql DATE = NamedSql.of("update force set changed_at = :now where article_id = any (:articles)");

    private final SqlReader rows;
    private final SqlWriter changes;
    private final ForceStore store;
    private final Event<ForceChanged> log;
    private final Event<PublicChange> publicChanges;
    private final Clock clock;
    private final ZoneId zone;
    /** The day whose changes are in the log, as far as this instance knows. */
    private volatile LocalDate seen;
    /** Attempts that failed since the last one that did not. One at a time is made. */
    private int failing;

    ForceDays(SqlReader rows, SqlWriter changes, ForceStore store, Event<ForceChanged> log, Event<PublicChange> publicChanges, Clock clock,
            Site site) {
        this.rows = rows;
        this.changes = changes;
        this.store = store;
        this.log = log;
        this.publicChanges = publicChanges;
        this.clock = clock;
        this.zone = site.zone();
    }

    private record State(LocalDate done, UUID reached, String zone) {
    }

    /** What a step has done. */
    enum Step {
        /** there may be more to do */
        SOME,
        /** the log has everything up to the present day */
        ALL,
        /** another instance is at work */
        NOT_MINE
    }

    @Scheduled(every = "1s", identity = "force-days", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everySecond() {
        if (today().equals(seen)) {
            return;
        }
        try {
            catchUp();
        } catch (RuntimeException e) {
            // Any fault: nothing is lost, because the next second looks again.
            if (failing++ % ATTEMPTS_A_REPORT == 0) {
                LOG.warnf("Statuses that change today are not in the log yet; it is tried again every second: %s", e);
            }
        }
    }

    /** Up to the present day, unless another instance does it. */
    void catchUp() {
        LocalDate today = today();
        Step done = Step.SOME;
        while (done == Step.SOME) {
            done = QuarkusTransaction.requiringNew().call(() -> step(today));
        }
        failing = 0;
        if (done == Step.ALL) {
            seen = today;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Step step(LocalDate today) {
        List<State> held = rows.read(HOLD,
                row -> new State(row.get("done", LocalDate.class), row.get("reached", UUID.class), row.text("zone")));
        if (held.isEmpty()) {
            return Step.NOT_MINE;
        }
        State state = held.get(0);
        keepZone(state.zone);
        if (state.done == null || state.done.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            set(today, null);
            return Step.ALL;
        }
        return state.done.isBefore(today) ? logNext(state, today) : Step.ALL;
    }

    private Step logNext(State state, LocalDate today) {
        LocalDate day = rows.read(NEXT_DAY.with("done", state.done).with("today", today), row -> row.get("day", LocalDate.class)).get(0);
        if (day == null) {
            set(today, null);
            return Step.ALL;
        }
        List<UUID> articles = rows.read(CHANGING.with("day", day).with("reached", state.reached).with("limit", ARTICLES_AT_ONCE),
                row -> row.get("article_id", UUID.class));
        if (!articles.isEmpty()) {
            store.show(articles, today);
            changes.update(DATE.with("articles", articles).with("now", clock.instant().truncatedTo(ChronoUnit.MICROS)));
            log.fire(new ForceChanged(articles, beginning(day)));
            publicChanges.fire(PublicChange.NOW);
        }
        if (articles.size() < ARTICLES_AT_ONCE) {
            set(day, null);
        } else {
            set(state.done, articles.get(articles.size() - 1));
        }
        return Step.SOME;
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void set(LocalDate done, UUID reached) {
        changes.update(SET.with("done", done).with("reached", reached));
    }

    /** For the view {@code public_moments}, which tells caches when the next such day begins. */
    private void keepZone(String known) {
        String wanted = zone.normalized() instanceof ZoneOffset offset ? posix(offset) : zone.getId();
        if (!wanted.equals(known)) {
            boolean here = zone.normalized() instanceof ZoneOffset || rows.count(KNOWN_ZONE.with("zone", wanted)) > 0;
            changes.update(SET_ZONE.with("zone", here ? wanted : posix(zone.getRules().getOffset(clock.instant()))));
        }
    }

    /** As PostgreSQL takes an offset: by POSIX, where hours west of Greenwich are positive. */
    private static String posix(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        return "<x>%s%02d:%02d:%02d".formatted(seconds > 0 ? "-" : "+", Math.abs(seconds) / 3600, Math.abs(seconds) / 60 % 60,
                Math.abs(seconds) % 60);
    }
}
