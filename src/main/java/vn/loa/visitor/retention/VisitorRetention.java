package vn.loa.visitor.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.loa.visitor.VisitorConfig;
import vn.loa.visitor.count.DayKeys;
import vn.loa.visitor.hit.AddressRateLimiter;

/** What is destroyed when its time is over, and what is kept in fewer rows. */
@ApplicationScoped
public class VisitorRetention {

    private static final Logger LOG = Logger.getLogger(VisitorRetention.class);

    /** Days that were not summed up for long take their time; but one day's keys must be destroyed on the next. */
    private static final int NETWORK_TIMEOUT_MILLIS = 5 * 60_000;

    private static final String[] SUM_UP_HOURS = {
        """
        with old as (delete from site_hour where day < ? returning day, visits, visitors, hits, views)
        insert into site_day as d (day, visits, visitors, hits, views)
        select day, sum(visits), sum(visitors), sum(hits), sum(views) from old group by day
        on conflict (day) do update set visits = d.visits + excluded.visits, visitors = d.visitors + excluded.visitors,
            hits = d.hits + excluded.hits, views = d.views + excluded.views""",
        """
        with old as (delete from article_hour where day < ? returning article_id, day, views)
        insert into article_day as d (article_id, day, views) select article_id, day, sum(views) from old group by 1, 2
        on conflict (article_id, day) do update set views = d.views + excluded.views"""};

    private final DataSource database;
    private final DayKeys keys;
    private final AddressRateLimiter limit;
    private final VisitorConfig config;
    private final Clock clock;

    VisitorRetention(DataSource database, DayKeys keys, AddressRateLimiter limit, VisitorConfig config, Clock clock) {
        this.database = database;
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
        attempt("the keys", () -> inDatabase(connection -> keys.forget(now, connection)));
        attempt("the addresses in memory", () -> limit.forgetFull(now.toEpochMilli()));
        // A hit that is sent again after a day is a new hit.
        attempt("hits", () -> inDatabase(update("delete from visit_hit where day < ?", today.minusDays(1))));
        for (String sumUp : SUM_UP_HOURS) {
            attempt("hours", () -> inDatabase(update(sumUp, today.minusDays(config.hoursKept()))));
        }
    }

    private interface Chore {
        void run() throws SQLException;
    }

    private interface DatabaseChore {
        void run(Connection connection) throws SQLException;
    }

    private static void attempt(String what, Chore chore) {
        try {
            chore.run();
        } catch (SQLException e) {
            LOG.debugf(e, "The visitors' data could not be tidied (%s); it is tried again in a minute", what);
        } catch (RuntimeException e) {
            // Whatever it was, it must not keep the other chores from being done.
            LOG.errorf(e, "The visitors' data could not be tidied (%s); it is tried again in a minute", what);
        }
    }

    private void inDatabase(DatabaseChore chore) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
            connection.setAutoCommit(false);
            try {
                chore.run(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        }
    }

    private static DatabaseChore update(String sql, LocalDate day) {
        return connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, day);
                update.executeUpdate();
            }
        };
    }
}
