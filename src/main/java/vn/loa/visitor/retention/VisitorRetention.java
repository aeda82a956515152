package vn.loa.visitor.retention;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlFile;
import vn.loa.sql.UncheckedSqlException;
import vn.loa.visitor.VisitorConfig;
import vn.loa.visitor.count.DayKeys;
import vn.loa.visitor.hit.AddressRateLimiter;

/** Destroys the keys and hashes of days that are over, and sums up old hours into days. */
@Startup
@ApplicationScoped
public class VisitorRetention {

    private static final Logger LOG = Logger.getLogger(VisitorRetention.class);

    /** Summing up many days takes its time. A hang must end in time for the keys, which are destroyed within minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final NamedSql OLD_HITS = NamedSql.of("delete from stored_hit where day < :before");
    private static final List<NamedSql> SUM_UP_HOURS =
            List.of(SqlFile.read("visitor/site-hours-to-days"), SqlFile.read("visitor/article-hours-to-days"));

    private final ShortTransactions transactions;
    private final DayKeys keys;
    private final AddressRateLimiter rateLimiter;
    private final VisitorConfig config;
    private final Clock clock;

    VisitorRetention(ShortTransactions transactions, DayKeys keys, AddressRateLimiter rateLimiter, VisitorConfig config, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.rateLimiter = rateLimiter;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Runs all chores, each whether or not another one failed. The keys are destroyed first, because that is promised to every
     * visitor.
     */
    @Scheduled(every = "1m", identity = "visitor-keeping", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void keep() {
        Instant now = clock.instant();
        LocalDate today = keys.day(now);
        attempt("the keys in memory", () -> keys.forgetInMemory(now));
        attempt("the keys", () -> transactions.run(PATIENCE, transaction -> {
            keys.forget(now, transaction);
            return null;
        }));
        attempt("the addresses in memory", () -> rateLimiter.forgetFull(now.toEpochMilli()));
        // A hit that is repeated after a day is a new hit.
        attempt("ids of hits", () -> update(OLD_HITS, today.minusDays(1)));
        for (NamedSql sumUp : SUM_UP_HOURS) {
            attempt("hours", () -> update(sumUp, today.minusDays(config.hoursKept())));
        }
    }

    private static void attempt(String what, Runnable chore) {
        try {
            chore.run();
        } catch (UncheckedSqlException e) {
            LOG.debugf(e, "The visitors' data could not be tidied (%s); it is tried again in a minute", what);
        } catch (RuntimeException e) {
            // Any failure of one chore must not keep the others from running.
            LOG.errorf(e, "The visitors' data could not be tidied (%s); it is tried again in a minute", what);
        }
    }

    private void update(NamedSql sql, LocalDate before) {
        transactions.update(PATIENCE, sql.with("before", before));
    }
}
