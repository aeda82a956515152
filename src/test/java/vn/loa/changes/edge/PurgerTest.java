package vn.loa.changes.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change is purged twice and in order, whatever fails. */
@QuarkusTest
class PurgerTest extends Purging {

    @Test
    void what_a_new_target_has_is_purged_and_then_each_change_twice_with_its_tags() {
        try (Edge edge = new Edge()) {
            publish();
            start(edge.as("fastly"));
            awaitReached();
            assertEquals(List.of(List.of(Edge.EVERYTHING), List.of(Edge.EVERYTHING)), edge.purged());
            String article = publish();
            awaitReached();
            assertEquals(List.of(article, "lists"), edge.purged().get(2));
            assertEquals(List.of(article, "lists"), edge.purged().get(3));
            assertEquals(4, edge.purged().size());
            assertEquals(List.of(), edge.refused());
        }
    }

    @ParameterizedTest
    @CsvSource({"varnish", "fastly", "cloudflare", "template"})
    void many_changes_are_purged_together_within_the_limits_and_too_many_as_everything(String kind) throws InterruptedException {
        try (Edge edge = new Edge()) {
            start(edge.as(kind));
            publish();
            awaitReached();
            int before = edge.purged().size();
            change(50);
            awaitReached();
            assertEquals(51, edge.purged().stream().skip(before).flatMap(List::stream).distinct().count());
            long everything = edge.times(Edge.EVERYTHING);
            change(TargetStore.MOST_CHANGES + 1);
            awaitReached();
            assertEquals(everything + 2, edge.times(Edge.EVERYTHING));
            assertEquals(List.of(), edge.refused());
        }
    }

    @Test
    void what_fails_is_tried_again_and_nothing_is_left_out() {
        try (Edge edge = new Edge()) {
            start(edge.as("varnish"));
            publish();
            awaitReached();
            edge.now(Edge.with(503));
            int before = edge.asked();
            String first = publish();
            Edge.until(() -> edge.asked() > before, "a try");
            Edge.until(() -> number("select failed_tries from edge_target") == 1, "a failure");
            String second = publish();
            clock.advance(Duration.ofSeconds(1));
            Edge.until(() -> number("select failed_tries from edge_target") == 2, "another failure");
            edge.now(Edge.with(200));
            clock.advance(Duration.ofSeconds(1));
            awaitReached();
            assertEquals(2, edge.times(first));
            assertEquals(2, edge.times(second));
            assertEquals(0, number("select failed_tries from edge_target"));
        }
    }

    @Test
    void a_target_that_asks_for_patience_is_given_it() {
        try (Edge edge = new Edge()) {
            start(edge.as("cloudflare"));
            publish();
            awaitReached();
            edge.now((exchange, number) -> {
                exchange.getResponseHeaders().add("Retry-After", "120");
                return 429;
            });
            int before = edge.asked();
            String article = publish();
            Edge.until(() -> number("select failed_tries from edge_target") == 1, "a failure");
            edge.now(Edge.with(200));
            clock.advance(Duration.ofSeconds(119));
            purgers.get(0).wake();
            // Another instance asks no earlier either.
            start(edge.as("cloudflare"));
            assertNull(store.claim(edge.as("cloudflare").name(), UUID.randomUUID(), Duration.ofSeconds(5), clock.instant(), null));
            assertEquals(before + 1, edge.asked());
            clock.advance(Duration.ofSeconds(2));
            awaitReached();
            assertEquals(2, edge.times(article));
        }
    }

    @Test
    void a_target_that_hangs_slows_no_other_one_and_no_publish() {
        CountDownLatch end = new CountDownLatch(1);
        try (Edge hanging = new Edge(); Edge good = new Edge()) {
            hanging.now((exchange, number) -> {
                awaitQuietly(end);
                return 503;
            });
            start(hanging.as("varnish"));
            start(good.as("fastly"));
            Edge.until(() -> hanging.asked() > 0 && good.times(Edge.EVERYTHING) == 2, "both to be asked");
            String article = publish();
            Edge.until(() -> good.times(article) == 2, "the good one to be purged twice");
            assertEquals(0, hanging.purged().size());
            end.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_token_is_in_no_log_and_tries_are_measured() throws InterruptedException {
        StringBuffer log = new StringBuffer();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.append(line.getMessage()).append(Arrays.toString(line.getParameters())).append(line.getThrown()).append('\n');
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger logger = Logger.getLogger(Purger.class.getName());
        logger.addHandler(handler);
        try (Edge edge = new Edge()) {
            edge.now(Edge.with(403));
            Target target = edge.as("cloudflare");
            start(target);
            publish();
            Edge.until(() -> number("select failed_tries from edge_target") == 1, "a failure");
            assertEquals(1, registry.get("loa.edge.purges").tag("target", target.name()).tag("outcome", "status").timer().count());
            stop();
            start(new Target(target.name(), target.tagged(), new Target.Call("POST", "http://a b/", target.all().headers(), Edge.TOKEN), ",", 1, 1));
            clock.advance(Duration.ofMinutes(1));
            Edge.until(() -> log.toString().contains("IllegalArgumentException"), "what cannot be sent");
            assertTrue(log.toString().contains("status 403"), log.toString());
            assertFalse(log.toString().contains(Edge.TOKEN), log.toString());
        } finally {
            logger.removeHandler(handler);
        }
    }
}
