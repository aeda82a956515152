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

/** What is destroyed when its time is over, and what is kept in fewer rows. */
@Startup
@ApplicationScoped
public class VisitorRetention {

    private static final Logger LOG = Logger.getLogger(VisitorRetention.class);

    /** Days that were not summed up for long take their time; but one day's keys must be destroyed on the next. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final NamedSql OLD_HITS = NamedSql.of("delete from visit_hit where day < :before");
    private static final List<NamedSql> SUM_UP_HOURS =
            List.of(SqlFile.read("visitor/site-hours-to-days"), SqlFile.read("visitor/article-hours-to-days"));

    private final ShortTransactions transactions;
    private final DayKeys keys;
    private final AddressRateLimiter limit;
    private final VisitorConfig config;
    private final Clock clock;

    VisitorRetention(ShortTransactions transactions, DayKeys keys, AddressRateLimiter limit, VisitorConfig config, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.limit = limit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Destroys the keys of days that are over, then what is only kept for a while. Each is done whether or not another
     * one failed, and the keys first: that they are destroyed is promised to every visitor.
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
        attempt("the addresses in memory", () -> limit.forgetFull(now.toEpochMilli()));
        // A hit that is sent again after a day is a new hit.
        attempt("hits", () -> update(OLD_HITS, today.minusDays(1)));
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
            // Whatever it was, it must not keep the other chores from being done.
            LOG.errorf(e, "The visitors' data could not be tidied (%s); it is tried again in a minute", what);
        }
    }

    private void update(NamedSql sql, LocalDate before) {
        transactions.update(PATIENCE, sql.with("before", before));
    }
}
