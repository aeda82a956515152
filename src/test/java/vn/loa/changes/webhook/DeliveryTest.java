package vn.loa.changes.webhook;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.changes.Neighbours;
import vn.loa.changes.webhook.Receiver.Received;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.TestClock;

/** Messages reach their receivers: signed, in order, again when they failed. */
@QuarkusTest
@TestProfile(Neighbours.class)
class DeliveryTest {

    @Inject
    TestClock clock;

    @Test
    void a_change_is_told_signed_and_without_its_content() {
        try (Receiver receiver = Receiver.answering(204)) {
            JsonPath webhook = Hooks.created(receiver.url());
            String id = Editing.published(Editing.directive("Bí mật chưa nên lộ", "31-CT/TU").put("slug", "chi-thi"));
            Received message = receiver.await(1).get(0);
            OpenApiContract.load().assertValid("/components/schemas/WebhookMessage", new String(message.body(), StandardCharsets.UTF_8), "");
            assertEquals("article.published", message.type());
            assertEquals(id, message.json().at("/data/articleId").asText());
            assertEquals("chi-thi", message.slug());
            assertEquals(1, message.json().at("/data/revision").asInt());
            assertEquals("article-" + id, message.json().at("/data/purge/0").asText());
            assertEquals(TestClock.START.toString(), message.json().path("timestamp").asText());
            assertFalse(new String(message.body(), StandardCharsets.UTF_8).contains("Bí mật"));
            assertEquals(TestClock.START.getEpochSecond(), message.timestamp());
            assertTrue(Signatures.isBySecret(webhook.getString("secret"), message));
            assertTrue(Signatures.isByKey(webhook.getString("publicKeys[0]"), message));
            RestAssured.given().queryParam("since", message.json().path("cursor").asText()).get("/api/v1/changes").then().statusCode(200)
                    .body("items.size()", equalTo(0));
            Hooks.awaitDone(webhook.getString("id"));
            assertEquals(List.of(204), Hooks.deliveries(webhook.getString("id")).stream().map(each -> each.get("status")).toList());
        }
    }

    @Test
    void a_message_that_fails_holds_up_those_behind_it_and_keeps_its_id() {
        try (Receiver receiver = Receiver.that((exchange, number) -> exchange.sendResponseHeaders(number == 1 || number == 2 ? 500 : 200, -1))) {
            String id = Hooks.id(receiver.url());
            Hooks.publish("a", "b", "c");
            Hooks.awaitTries(id, 2);
            assertEquals(1, Hooks.health(id).getInt("failedTries"));
            assertEquals(TestClock.START.toString(), Hooks.health(id).getString("failingSince"));
            clock.advance(Duration.ofSeconds(7));
            Hooks.awaitTries(id, 3);
            assertEquals(3, receiver.received().size());
            clock.advance(Duration.ofSeconds(13));
            receiver.assertSlugs("a", "b", "b", "b", "c");
            List<String> ids = receiver.received().stream().map(Received::id).toList();
            assertEquals(ids.get(1), ids.get(2));
            assertEquals(ids.get(1), ids.get(3));
            assertEquals(3, ids.stream().distinct().count());
            Hooks.awaitDone(id);
            Hooks.get(id).then().body("health.failingSince", nullValue()).body("health.failedTries", equalTo(0));
            assertEquals(List.of(1, 3, 2, 1, 1), Hooks.deliveries(id).stream().map(each -> each.get("tries")).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_try_that_was_planned_by_a_clock_that_was_ahead_is_not_waited_for(boolean ordered) {
        try (Receiver receiver = Receiver.that((exchange, number) -> exchange.sendResponseHeaders(number == 0 ? 500 : 200, -1))) {
            clock.advance(Duration.ofDays(3));
            String id = Hooks.id(receiver.url(), "ordered", ordered);
            Hooks.publish("a", "b");
            Hooks.awaitTries(id, ordered ? 1 : 2);
            clock.set(TestClock.START);
            receiver.assertSlugs(ordered ? new String[] {"a", "a", "b"} : new String[] {"a", "b", "a"});
            Hooks.awaitDone(id);
        }
    }

    @Test
    void a_receiver_that_hangs_slows_no_other_one() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Receiver hanging = Receiver.that((exchange, number) -> await(end)); Receiver good = Receiver.answering(200)) {
            String slow = Hooks.id(hanging.url());
            String quick = Hooks.id(good.url());
            String[] slugs = IntStream.range(0, 10).mapToObj(n -> "tin-" + n).toArray(String[]::new);
            Hooks.publish(slugs);
            good.assertSlugs(slugs);
            Hooks.awaitDone(quick);
            Hooks.awaitTries(slow, 1);
            assertEquals(1, hanging.received().size());
            assertEquals("timeout", Hooks.deliveries(slow).get(0).get("failure"));
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_redirect_is_a_failure_and_leads_nowhere() {
        try (Receiver target = Receiver.answering(200); Receiver moved = Receiver.that((exchange, number) -> {
            exchange.getResponseHeaders().add("Location", target.url());
            exchange.sendResponseHeaders(307, -1);
        })) {
            String id = Hooks.id(moved.url());
            Hooks.publish("a");
            Hooks.awaitTries(id, 1);
            assertEquals("redirect", Hooks.deliveries(id).get(0).get("failure"));
            assertEquals(List.of(), target.received());
        }
    }

    @Test
    void a_receiver_that_asks_for_patience_gets_it_up_to_a_day() {
        try (Receiver receiver = Receiver.that((exchange, number) -> {
            exchange.getResponseHeaders().add("Retry-After", number == 0 ? "1800" : "99999999");
            exchange.sendResponseHeaders(429, -1);
        })) {
            String id = Hooks.id(receiver.url());
            Hooks.publish("a");
            Hooks.awaitTries(id, 1);
            assertEquals(TestClock.START.plusSeconds(1800), Instant.parse(Hooks.health(id).getString("nextTryAt")));
            clock.advance(Duration.ofSeconds(1800));
            Hooks.awaitTries(id, 2);
            assertEquals(TestClock.START.plusSeconds(1800).plus(Duration.ofHours(24)), Instant.parse(Hooks.health(id).getString("nextTryAt")));
        }
    }

    @Test
    void a_receiver_that_is_gone_is_told_nothing_until_it_is_resumed_and_misses_nothing() {
        try (Receiver receiver = Receiver.answering(410)) {
            String id = Hooks.id(receiver.url());
            Hooks.publish("a", "b");
            Hooks.awaitState(id, "disabled");
            clock.advance(Duration.ofDays(1));
            Hooks.publish("c");
            receiver.nowAnswers(200);
            Hooks.step(id, "resume").then().statusCode(200).body("health.state", equalTo("active"));
            receiver.assertSlugs("a", "a", "b", "c");
        }
    }

    @Test
    void a_receiver_that_fails_for_too_long_is_paused_and_goes_on_where_it_stopped() {
        try (Receiver receiver = Receiver.answering(500)) {
            String id = Hooks.id(receiver.url());
            Hooks.publish("a", "b");
            Hooks.awaitTries(id, 1);
            clock.advance(Duration.ofHours(2));
            Hooks.awaitState(id, "paused");
            Hooks.get(id).then().body("health.reason", equalTo("Its messages have failed since " + TestClock.START + "."));
            receiver.nowAnswers(200);
            Hooks.step(id, "resume").then().statusCode(200);
            receiver.assertSlugs("a", "a", "a", "b");
        }
    }

    @Test
    void without_order_a_message_that_hangs_holds_up_no_other_one() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Receiver receiver = Receiver.that((exchange, number) -> {
            if (number == 0) {
                await(end);
            }
            exchange.sendResponseHeaders(200, -1);
        })) {
            Hooks.id(receiver.url(), "ordered", false);
            Hooks.publish("a", "b", "c");
            receiver.assertSlugs("a", "b", "c");
        } finally {
            end.countDown();
        }
    }

    @Test
    void without_order_what_failed_is_sent_again_and_nothing_else() {
        try (Receiver receiver = Receiver.that((exchange, number) -> exchange.sendResponseHeaders(number == 0 ? 500 : 200, -1))) {
            String id = Hooks.id(receiver.url(), "ordered", false);
            Hooks.publish("a", "b", "c");
            Hooks.awaitTries(id, 3);
            clock.advance(Duration.ofSeconds(7));
            receiver.assertSlugs("a", "b", "c", "a");
            Hooks.awaitDone(id);
        }
    }

    @Test
    void only_what_the_filters_let_through_is_told() {
        Editing.post("/api/v1/categories", "{\"title\": \"Trên\", \"slug\": \"tren\"}").then().statusCode(201);
        Editing.post("/api/v1/categories", "{\"title\": \"Dưới\", \"slug\": \"duoi\", \"parent\": \"tren\"}").then().statusCode(201);
        try (Receiver kinds = Receiver.answering(200); Receiver tags = Receiver.answering(200); Receiver types = Receiver.answering(200);
                Receiver subjects = Receiver.answering(200); Receiver all = Receiver.answering(200)) {
            String byKind = Hooks.id(kinds.url(), "eventTypes", List.of("article.withdrawn", "category.created"));
            Hooks.id(tags.url(), "tags", List.of("VĂN THƯ"));
            Hooks.id(types.url(), "directiveTypes", List.of("chỉ thị"));
            Hooks.id(subjects.url(), "categories", List.of("tren"));
            String everything = Hooks.id(all.url());
            Hooks.publish("a");
            String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU").put("slug", "b").put("category", "duoi"));
            Editing.patch(id, "*", "{\"category\": null, \"tags\": []}").then().statusCode(200);
            Editing.publish(id).then().statusCode(200);
            Editing.withdraw(id, "Sai").then().statusCode(200);
            Editing.post("/api/v1/categories", "{\"title\": \"Khác\", \"slug\": \"khac\"}").then().statusCode(201);
            Hooks.awaitDone(everything);
            Hooks.awaitDone(byKind);
            all.assertSlugs("a", "b", "b", "b", "khac");
            kinds.assertSlugs("b", "khac");
            // It was in the category, and had the tag, until the second publish.
            subjects.assertSlugs("b", "b", "b");
            tags.assertSlugs("b", "b", "b");
            types.assertSlugs("b", "b", "b");
        }
    }

    @Test
    void messages_are_signed_with_both_keys_for_a_time_after_a_rotation() {
        try (Receiver receiver = Receiver.answering(200)) {
            JsonPath before = Hooks.created(receiver.url());
            String id = before.getString("id");
            JsonPath after = Hooks.step(id, "rotate-secret", "{\"keepFormerHours\": 2}").then().statusCode(200)
                    .body("formerKeysUntil", equalTo("2026-07-15T07:00:00Z")).extract().jsonPath();
            assertNotEquals(before.getString("secret"), after.getString("secret"));
            assertEquals(List.of(after.getString("publicKeys[0]"), before.getString("publicKeys[0]")), after.getList("publicKeys"));
            Hooks.publish("a");
            Received both = receiver.await(1).get(0);
            for (JsonPath keys : List.of(before, after)) {
                assertTrue(Signatures.isBySecret(keys.getString("secret"), both) && Signatures.isByKey(keys.getString("publicKeys[0]"), both));
            }
            clock.advance(Duration.ofHours(2));
            Hooks.publish("b");
            Received one = receiver.await(2).get(1);
            assertTrue(Signatures.isBySecret(after.getString("secret"), one) && Signatures.isByKey(after.getString("publicKeys[0]"), one));
            assertFalse(Signatures.isBySecret(before.getString("secret"), one) || Signatures.isByKey(before.getString("publicKeys[0]"), one));
            assertEquals(1, Signatures.of(one, "v1").size());
            Hooks.get(id).then().body("publicKeys", contains(after.getString("publicKeys[0]"))).body("formerKeysUntil", nullValue());
        }
    }
}
