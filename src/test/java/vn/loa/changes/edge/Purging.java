package vn.loa.changes.edge;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import vn.loa.changes.RetryPlan;
import vn.loa.support.Editing;
import vn.loa.support.TestClock;

/** Instances that purge, and what they are to purge. */
abstract class Purging {

    @Inject
    TargetStore store;

    @Inject
    EdgeMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    final List<Purger> purgers = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();

    /** Another instance. */
    Purger start(Target target) {
        Purger purger = new Purger(target, store, new PurgeClient(Duration.ofSeconds(2), clock), metrics,
                new RetryPlan(new Random(1), EdgePurging.FIRST_WAIT, EdgePurging.LONGEST_WAIT), clock);
        Thread thread = new Thread(purger);
        thread.start();
        purgers.add(purger);
        threads.add(thread);
        return purger;
    }

    /** Ends all instances. */
    @AfterEach
    void stop() throws InterruptedException {
        purgers.forEach(Purger::stop);
        for (Thread thread : threads) {
            thread.join();
        }
        purgers.clear();
        threads.clear();
    }

    void execute(String... commands) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Long number(String query) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getObject(1) != null ? row.getLong(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes of categories, as publishes log them. */
    void change(int changes) {
        execute("""
                with log as (update change_log set last = last + %1$d returning last)
                insert into change (number, kind, category_id, slug, title, at, recorded_at)
                select last - %1$d + n, 'updated', gen_random_uuid(), 'muc', 'Mục', now(), now() from log, generate_series(1, %1$d) n"""
                .formatted(changes));
        purgers.forEach(Purger::wake);
    }

    String publish() {
        String tag = "article-" + Editing.published(Editing.news("Tin"));
        purgers.forEach(Purger::wake);
        return tag;
    }

    void awaitReached() {
        Edge.until(() -> number("select last from change_log").equals(number("select reached from edge_target")), "the target to be reached");
    }
}
