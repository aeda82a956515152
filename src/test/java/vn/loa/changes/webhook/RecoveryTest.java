package vn.loa.changes.webhook;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.changes.Neighbours;
import vn.loa.changes.RetryPlan;
import vn.loa.changes.webhook.Receiver.Received;
import vn.loa.support.TestClock;

/** Nothing is lost and nothing comes out of order: repetitions, a log that was cut off, instances that take over. */
@QuarkusTest
@TestProfile(Neighbours.class)
class RecoveryTest {

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @Inject
    DeliveryStore store;

    @Inject
    MessageLog log;

    @Inject
    AddressRules rules;

    @Inject
    WebhookMetrics metrics;

    @Inject
    WebhookConfig config;

    @Inject
    MeterRegistry registry;

    @Inject
    Vertx vertx;

    private void execute(String... commands) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_part_of_the_log_is_told_again_with_the_same_ids_before_what_is_new() {
        try (Receiver receiver = Receiver.answering(200)) {
            String id = Hooks.id(receiver.url());
            Hooks.publish("a", "b", "c", "d");
            List<Received> first = receiver.await(4);
            Hooks.awaitDone(id);
            String after = first.get(0).json().path("cursor").asText();
            String upTo = first.get(2).json().path("cursor").asText();
            Hooks.step(id, "replay", "{\"after\": \"" + after + "\", \"upTo\": \"" + upTo + "\"}").then().statusCode(200);
            receiver.assertSlugs("a", "b", "c", "d", "b", "c");
            assertEquals(first.subList(1, 3).stream().map(Received::id).toList(),
                    receiver.received().subList(4, 6).stream().map(Received::id).toList());
            Receiver.until(() -> Hooks.health(id).getString("replayUpTo") == null, "the end of the repetition");
            Hooks.publish("e");
            receiver.assertSlugs("a", "b", "c", "d", "b", "c", "e");
        }
    }

    @Test
    void a_receiver_that_the_log_no_longer_reaches_is_told_once_to_read_everything_anew() {
        try (Receiver receiver = Receiver.answering(200)) {
            String id = Hooks.id(receiver.url());
            execute("update webhook_state set state = 'paused'");
            Hooks.publish("a", "b");
            execute("delete from change where number <= 2", "update change_log set deleted_to = 2");
            Hooks.step(id, "resume").then().statusCode(200);
            Hooks.awaitDone(id);
            Hooks.publish("c");
            List<Received> told = receiver.await(2);
            assertEquals(List.of("resync", "article.published"), told.stream().map(Received::type).toList());
            assertEquals(Message.cursor(2), told.get(0).json().path("cursor").asText());
            assertEquals("c", told.get(1).slug());
        }
    }

    @Test
    void a_database_that_was_set_back_is_told_as_a_log_that_was_cut_off() {
        try (Receiver receiver = Receiver.answering(200)) {
            String id = Hooks.id(receiver.url());
            execute("update webhook_state set reached = 100");
            Hooks.publish("a");
            assertEquals("resync", receiver.await(1).get(0).type());
            Receiver.until(() -> Hooks.health(id).getString("cursor").equals(Message.cursor(1)), "the place after the resync");
        }
    }

    @Test
    void a_test_message_is_sent_whatever_the_state() {
        try (Receiver receiver = Receiver.answering(410)) {
            String id = Hooks.id(receiver.url());
            Hooks.publish("a");
            Hooks.awaitState(id, "disabled");
            String message = Hooks.step(id, "test").then().statusCode(200).extract().path("messageId");
            Received test = receiver.await(2).get(1);
            assertEquals(message, test.id());
            assertEquals("test", test.type());
            Hooks.awaitTries(id, 2);
            Map<String, Object> tried = Hooks.deliveries(id).get(0);
            assertEquals(List.of(message, "test", 410, "gone"), List.of(tried.get("messageId"), tried.get("type"), tried.get("status"),
                    tried.get("failure")));
            Hooks.get(id).then().body("health.state", equalTo("disabled")).body("health.nextTryAt", nullValue());
        }
    }

    @Test
    void an_instance_delivers_nothing_while_another_one_holds_the_lease() {
        try (Receiver held = Receiver.answering(200); Receiver free = Receiver.answering(200)) {
            String id = Hooks.id(held.url());
            execute("update webhook_state set lease_holder = gen_random_uuid(), lease_until = clock_timestamp() + interval '1 hour'");
            String other = Hooks.id(free.url());
            Hooks.publish("a", "b");
            free.assertSlugs("a", "b");
            Hooks.awaitDone(other);
            assertEquals(List.of(), held.received());
            execute("update webhook_state set lease_until = clock_timestamp() where webhook_id = '" + id + "'");
            held.assertSlugs("a", "b");
        }
    }

    @Test
    void what_became_of_a_message_counts_only_for_the_holder_of_the_lease() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Receiver receiver = Receiver.that((exchange, number) -> {
            if (number == 0) {
                awaitQuietly(end);
            }
            exchange.sendResponseHeaders(200, -1);
        }); Receiver other = Receiver.answering(200)) {
            String id = Hooks.id(receiver.url());
            Hooks.publish("a", "b");
            receiver.await(1);
            execute("update webhook_state set lease_holder = gen_random_uuid(), lease_until = clock_timestamp() + interval '1 hour'");
            long before = tries();
            end.countDown();
            Receiver.until(() -> tries() > before, "the first answer");
            // The thread that delivers to another webhook now has tried to store that answer.
            Hooks.id(other.url());
            Hooks.publish("c");
            other.assertSlugs("c");
            execute("update webhook_state set lease_until = clock_timestamp() where webhook_id = '" + id + "'");
            receiver.assertSlugs("a", "a", "b", "c");
            assertEquals(3, receiver.received().stream().map(Received::id).distinct().count());
            Hooks.awaitDone(id);
            assertEquals(3, Hooks.deliveries(id).size());
        }
    }

    private long tries() {
        return registry.find("loa.webhook.tries").timers().stream().mapToLong(Timer::count).sum();
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void instances_that_come_and_go_tell_each_change_once_and_in_order() throws Exception {
        String[] slugs = IntStream.range(0, 60).mapToObj(n -> "tin-" + n).toArray(String[]::new);
        try (Receiver receiver = Receiver.answering(200)) {
            String id = Hooks.id(receiver.url());
            for (int round = 0; round < 6; round++) {
                ReceiverClient client = new ReceiverClient(vertx, rules, new HostNames(null), true, config.timeout(), clock);
                Deliverer instance = new Deliverer(store, log, client, metrics, new RetryPlan(new SecureRandom(), WebhookDelivery.FIRST_WAIT,
                        WebhookDelivery.LONGEST_WAIT), config, clock);
                Thread thread = new Thread(instance);
                thread.start();
                for (int n = round * 10; n < round * 10 + 10; n++) {
                    Hooks.publish(slugs[n]);
                    instance.wake();
                }
                instance.stop();
                thread.join();
                client.close();
            }
            receiver.assertSlugs(slugs);
            Hooks.awaitDone(id);
            assertEquals(60, Hooks.deliveries(id).size());
        }
    }

    @Test
    void a_secret_that_cannot_be_read_is_said_and_replaced() {
        try (Receiver receiver = Receiver.answering(200)) {
            String id = Hooks.id(receiver.url());
            execute("update webhook_key set secret = decode(repeat('00', 60), 'hex')");
            Hooks.publish("a");
            Hooks.awaitTries(id, 1);
            assertEquals("no-secret", Hooks.deliveries(id).get(0).get("failure"));
            assertEquals(List.of(), receiver.received());
            Hooks.step(id, "rotate-secret").then().statusCode(200);
            Hooks.step(id, "resume").then().statusCode(200);
            receiver.assertSlugs("a");
        }
    }
}
