package vn.loa.changes.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change is purged by one instance at a time, whichever of them ends in between, and whatever became of the log. */
@QuarkusTest
class PurgerLeaseTest extends Purging {

    @Test
    void a_target_that_is_reached_stays_so_when_an_instance_starts() throws InterruptedException {
        try (Edge edge = new Edge()) {
            start(edge.as("cloudflare"));
            publish();
            awaitReached();
            stop();
            int before = edge.asked();
            start(edge.as("cloudflare"));
            String article = publish();
            awaitReached();
            assertEquals(2, edge.times(article));
            assertEquals(before + 2, edge.asked());
        }
    }

    @Test
    void a_try_that_was_planned_by_a_clock_that_was_ahead_is_not_waited_for() throws InterruptedException {
        try (Edge edge = new Edge()) {
            start(edge.as("cloudflare"));
            publish();
            awaitReached();
            execute("update edge_target set failed_tries = 1, next_try_at = '2126-01-01'");
            publish();
            awaitReached();
        }
    }

    @Test
    void an_instance_that_ends_between_the_two_times_is_repeated_by_the_next() throws InterruptedException {
        try (Edge edge = new Edge()) {
            start(edge.as("fastly"));
            publish();
            awaitReached();
            Long reached = number("select reached from edge_target");
            String article = publish();
            Edge.until(() -> edge.times(article) == 1, "the first time");
            stop();
            assertEquals(reached, number("select reached from edge_target"));
            start(edge.as("fastly"));
            awaitReached();
            assertEquals(3, edge.times(article));
        }
    }

    @Test
    void instances_that_come_and_go_purge_each_change_one_at_a_time() throws InterruptedException {
        try (Edge edge = new Edge()) {
            start(edge.as("fastly"));
            start(edge.as("fastly"));
            awaitReached();
            List<String> articles = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                for (int n = 0; n < 5; n++) {
                    articles.add(publish());
                }
                Purger oldest = purgers.remove(0);
                oldest.stop();
                threads.remove(0).join();
                start(edge.as("fastly"));
            }
            awaitReached();
            articles.forEach(article -> assertTrue(edge.times(article) >= 2, article));
            assertEquals(1, edge.mostInFlight());
            List<String> first = edge.purged().stream().flatMap(List::stream).filter(articles::contains).distinct().toList();
            assertEquals(articles, first);
        }
    }

    @Test
    void an_instance_that_is_cut_off_loses_its_lease_and_stores_nothing() {
        try (Edge edge = new Edge()) {
            UUID lost = UUID.randomUUID();
            String name = edge.as("fastly").name();
            assertNull(store.claim(name, lost, Duration.ofSeconds(60), clock.instant(), null));
            publish();
            assertEquals(number("select last from change_log"), store.claim(name, lost, Duration.ofSeconds(60), clock.instant(), null).last());
            start(edge.as("fastly"));
            execute("update edge_target set lease_until = clock_timestamp() - interval '1 second'");
            awaitReached();
            assertFalse(store.reached(name, lost, 0));
            assertEquals(number("select last from change_log"), number("select reached from edge_target"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "the log no longer reaches back | update change_log set last = last + 9, deleted_to = last + 8",
        "the log was set back | update change_log set last = 1; delete from change where number > 1",
        "the database was set back | update edge_target set reached = 1",
        "it is not known what the target has | update edge_target set reached = null"})
    void where_it_is_not_known_what_has_changed_everything_is_purged(String why, String command) {
        try (Edge edge = new Edge()) {
            start(edge.as("fastly"));
            publish();
            publish();
            publish();
            awaitReached();
            execute(command);
            purgers.get(0).wake();
            awaitReached();
            assertEquals(4, edge.times(Edge.EVERYTHING), why);
            String article = publish();
            awaitReached();
            assertEquals(2, edge.times(article));
            assertEquals(4, edge.times(Edge.EVERYTHING), why);
        }
    }

    @Test
    void what_waits_is_measured() {
        try (Edge edge = new Edge()) {
            String name = edge.as("fastly").name();
            assertNull(store.claim(name, UUID.randomUUID(), Duration.ofSeconds(1), clock.instant(), null));
            change(3);
            execute("update change set recorded_at = clock_timestamp() - interval '100 seconds' where number = 1");
            TargetStore.Lag lag = store.lag(List.of(name, "nothing")).get(0);
            assertEquals(3, lag.changes());
            assertTrue(lag.seconds() >= 100 && lag.seconds() < 1000, lag.toString());
            execute("update edge_target set reached = 3");
            assertEquals(List.of(new TargetStore.Lag(name, 0, 0)), store.lag(List.of(name)));
        }
    }
}
