package vn.loa.visitor.read;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.DatabaseTrouble;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlFile;
import vn.loa.sql.UncheckedSqlException;
import vn.loa.visitor.DroppedHits;
import vn.loa.visitor.count.CountingWindows;
import vn.loa.visitor.count.DayKeys;

/** Keeps the site's counters in memory, and reads them anew each second. While the database is away, the last ones stay. */
@Startup
@ApplicationScoped
public class VisitorsSnapshot {

    private static final Logger LOG = Logger.getLogger(VisitorsSnapshot.class);

    /** Runs after {@code GroupCommit.stop}, whose default priority is {@code APPLICATION + 500}. */
    private static final int AFTER_LAST_HITS = Interceptor.Priority.APPLICATION + 1000;
    private static final long MIN_INTERVAL_NANOS = 500_000_000;

    private static final NamedSql COUNTERS = SqlFile.read("visitor/counters-now");

    private final ShortTransactions transactions;
    private final DayKeys keys;
    private final DroppedHits dropped;
    private final Clock clock;
    private final Event<VisitorsView> refreshed;
    private final Event<DatabaseTrouble> troubles;
    private final AtomicReference<Timed> latest = new AtomicReference<>();
    private volatile boolean away;
    private long refreshedAt = System.nanoTime();
    private boolean stopped;

    /** @param began when the reading began; of two readings the one that began later is shown */
    private record Timed(VisitorsView counters, long began) {

        static Timed later(Timed one, Timed other) {
            return one == null || other.began - one.began >= 0 ? other : one;
        }
    }

    VisitorsSnapshot(ShortTransactions transactions, DayKeys keys, DroppedHits dropped, Clock clock, Event<VisitorsView> refreshed,
            Event<DatabaseTrouble> troubles) {
        this.troubles = troubles;
        this.transactions = transactions;
        this.keys = keys;
        this.dropped = dropped;
        this.clock = clock;
        this.refreshed = refreshed;
    }

    void start(@Observes StartupEvent start, ScheduledExecutorService executor,
            @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean scheduled) {
        refresh();
        if (scheduled) {
            // Not @Scheduled: that looks at its triggers once a second, at times a little early, and then waits two seconds.
            executor.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Writes the last dropped hits, after the last hits are stored. No tick follows: it would find no beans any more. */
    public synchronized void stop(@Observes @Priority(AFTER_LAST_HITS) ShutdownEvent shutdown) {
        stopped = true;
        try {
            transactions.run(transaction -> {
                dropped.write(keys.day(clock.instant()), transaction);
                return null;
            });
        } catch (UncheckedSqlException e) {
            LOG.warnf("How many hits were dropped last could not be stored: %s", e.getMessage());
        }
    }

    /** @throws ProblemException 503 when the database has been away ever since the start */
    VisitorsView latest() {
        Timed snapshot = latest.get();
        if (snapshot == null) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The counters have not been read yet.").asException();
        }
        return snapshot.counters;
    }

    private synchronized void tick() {
        long now = System.nanoTime();
        if (stopped || now - refreshedAt < MIN_INTERVAL_NANOS) {
            // Runs missed ticks once: scheduleAtFixedRate would run them all after the database hung.
            return;
        }
        try {
            refresh();
        } catch (RuntimeException | Error e) {
            // Any failure: a task that throws is not run again by the executor.
            LOG.error("The counters could not be refreshed", e);
        }
        refreshedAt = now;
    }

    /** Reads the counters, and writes the hits dropped since. */
    public void refresh() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            transactions.run(transaction -> {
                // The counters are shown even if the dropped hits cannot be written.
                readNow(now, transaction);
                dropped.write(keys.day(now), transaction);
                transaction.commit();
                return null;
            });
            away = false;
        } catch (UncheckedSqlException e) {
            // Where nobody publishes, only the writing of dropped hits notices that the database has no room.
            DatabaseTrouble.of(e).ifPresent(troubles::fire);
            if (!away) {
                Timed shown = latest.get();
                LOG.warnf("The counters cannot be read; those of %s are shown: %s",
                        shown == null ? "no time" : shown.counters.asOf(), e.getMessage());
            }
            away = true;
        }
        Timed shown = latest.get();
        if (shown != null) {
            refreshed.fire(shown.counters);
        }
    }

    /** Whether the database could be asked the last time. */
    boolean isCurrent() {
        return !away;
    }

    /** Reads the counters, and shows them from now on. */
    VisitorsView readNow(Instant now, ShortTransaction transaction) {
        long began = System.nanoTime();
        VisitorsView counters = read(now, transaction);
        latest.accumulateAndGet(new Timed(counters, began), Timed::later);
        return counters;
    }

    VisitorsView read(Instant now, ShortTransaction transaction) {
        long onlineSince = now.minus(CountingWindows.ONLINE_WINDOW).getEpochSecond();
        return transaction.read(COUNTERS.with("onlineMinute", onlineSince / 60).with("onlineSince", onlineSince)
                .with("latest", now.plus(CountingWindows.CLOCK_DIFFERENCE).getEpochSecond()).with("today", keys.day(now)),
                row -> new VisitorsView(row.get("online", Long.class), row.get("today", Long.class),
                        row.get("total", Long.class), now)).get(0);
    }
}
