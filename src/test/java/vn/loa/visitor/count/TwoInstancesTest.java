package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;
import vn.loa.visitor.read.VisitorsSnapshotQuery;

/** Two instances on one database count as one would: a hundred thousand visitors, compared with a model. */
@QuarkusTest
class TwoInstancesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int VISITORS = 100_000;
    private static final Instant START = Instant.parse("2026-07-15T15:00:00Z");

    @Inject
    DataSource database;

    /** The model: the definitions of all counters, without a database and as simply as possible. */
    private static final class Truth {
        final Map<Integer, Instant> lastSeen = new HashMap<>();
        final Map<String, Instant> counted = new HashMap<>();
        final Map<LocalDate, Set<Integer>> visitors = new HashMap<>();
        final Map<LocalDate, Long> visits = new HashMap<>();
        final Map<UUID, Long> views = new HashMap<>();
        long hits;

        void add(int visitor, UUID article, Instant at) {
            LocalDate day = LocalDate.ofInstant(at, ZONE);
            hits++;
            Instant last = lastSeen.put(visitor, at);
            if (last == null || !at.isBefore(last.plus(Duration.ofMinutes(30)))) {
                visits.merge(day, 1L, Long::sum);
            }
            visitors.computeIfAbsent(day, d -> new HashSet<>()).add(visitor);
            if (article != null) {
                Instant before = counted.get(visitor + " " + article);
                if (before == null || !at.isBefore(before.plus(Duration.ofMinutes(30)))) {
                    counted.put(visitor + " " + article, at);
                    views.merge(article, 1L, Long::sum);
                }
            }
        }

        long online(Instant now) {
            return lastSeen.values().stream().filter(at -> at.isAfter(now.minus(Duration.ofMinutes(5)))).count();
        }
    }

    /** Steps of seven minutes through the evening, midnight and the first hours of the next day. */
    @Test
    void visits_visitors_views_and_online_are_the_truth() {
        List<Instance> instances = List.of(new Instance(database, ZONE), new Instance(database, ZONE));
        List<UUID> articles = new ArrayList<>(Collections.singletonList(null));
        for (int n = 0; n < 3; n++) {
            articles.add(article(n));
        }
        Truth truth = new Truth();
        Random random = new Random(7);
        Instant now = START;
        for (int step = 0; step < 30; step++) {
            now = START.plus(Duration.ofMinutes(7L * step));
            List<List<Hit>> byInstance = List.of(new ArrayList<>(), new ArrayList<>());
            for (int n = 0; n < 12_000; n++) {
                // Some visitors come often, most once or twice.
                int visitor = step == 0 && n < 500 ? n : n % 10 == 0 ? random.nextInt(500) : random.nextInt(VISITORS);
                UUID article = articles.get(random.nextInt(articles.size()));
                truth.add(visitor, article, now);
                byInstance.get(random.nextInt(2)).add(Instance.hit(visitor, article, now));
            }
            CompletableFuture<?> second = CompletableFuture.runAsync(() -> instances.get(1).count(byInstance.get(1)));
            instances.get(0).count(byInstance.get(0));
            second.join();
            byInstance.forEach(hits -> hits.forEach(hit -> assertNull(Instance.refusal(hit))));
            assertEquals(truth.online(now), online(now), "online at " + now);
        }
        // All other visitors come once, so that there are a hundred thousand.
        List<Hit> rest = new ArrayList<>();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            truth.add(visitor, null, now);
            rest.add(Instance.hit(visitor, null, now));
        }
        instances.get(0).count(rest);

        assertEquals(truth.online(now), online(now));
        assertIsStored(truth);
    }

    /** Steps of a few seconds, for two hours across midnight: an instance must flush before a counter shows the delay. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void frequent_visitors_are_counted_as_exactly(long seed) {
        List<Instance> instances = List.of(new Instance(database, ZONE), new Instance(database, ZONE));
        Truth truth = new Truth();
        List<UUID> articles = new ArrayList<>(Collections.singletonList(null));
        articles.add(article(1));
        articles.add(article(2));
        Random random = new Random(seed);
        Instant now = START.plus(Duration.ofMinutes(70));
        for (int step = 0; step < 240; step++) {
            now = now.plusSeconds(random.nextInt(60));
            for (Instance instance : instances) {
                List<Hit> hits = new ArrayList<>();
                for (int n = 0; n < 4; n++) {
                    // Some visitors are always online, some come every few minutes, some after half an hour.
                    int visitor = random.nextInt(random.nextInt(3) == 0 ? 4 : random.nextInt(2) == 0 ? 40 : 200);
                    UUID article = articles.get(random.nextInt(articles.size()));
                    truth.add(visitor, article, now);
                    hits.add(Instance.hit(visitor, article, now));
                }
                instance.count(hits);
            }
            for (Instance instance : instances) {
                instance.passTime(now);
            }
            assertEquals(truth.online(now), online(now), "online at " + now);
        }
        assertIsStored(truth);
    }

    private static UUID article(int n) {
        return UUID.fromString(Pages.publish(Pages.news("Tin " + n, "08:00:00 01-06-2024", "Nội dung.")));
    }

    private void assertIsStored(Truth truth) {
        assertEquals(truth.hits, Tables.sum(database, "hits"));
        for (LocalDate day : truth.visitors.keySet()) {
            assertEquals(truth.visits.get(day), Tables.number(database, "select sum(visits) from site_hour where day = '" + day + "'"));
            assertEquals(truth.visitors.get(day).size(),
                    Tables.number(database, "select sum(visitors) from site_hour where day = '" + day + "'"));
        }
        truth.views.forEach((article, views) -> {
            assertEquals(views, Tables.number(database, "select sum(views) from article_hour where article_id = '" + article + "'"));
            assertEquals(views + 10, Tables.number(database, "select sum(views) from article_views where article_id = '" + article + "'"));
        });
        assertEquals(truth.views.values().stream().mapToLong(Long::longValue).sum(), Tables.sum(database, "views"));
    }

    private long online(Instant now) {
        return VisitorsSnapshotQuery.online(database, now);
    }

    @Test
    void a_hit_that_is_sent_again_is_counted_once_whichever_instance_it_comes_to() {
        Instance one = new Instance(database, ZONE);
        Instance other = new Instance(database, ZONE);
        List<UUID> ids = java.util.stream.Stream.generate(UUID::randomUUID).limit(500).toList();
        for (int round = 0; round < 3; round++) {
            Instant at = START.plus(Duration.ofMinutes(31L * round));
            List<Hit> first = new ArrayList<>();
            List<Hit> second = new ArrayList<>();
            for (int n = 0; n < ids.size(); n++) {
                first.add(Instance.hit(n, null, ids.get(n), at));
                second.add(Instance.hit(n, null, ids.get(ids.size() - 1 - n), at));
                second.add(Instance.hit(n, null, ids.get(n), at));
            }
            CompletableFuture<?> beside = CompletableFuture.runAsync(() -> other.count(second));
            one.count(first);
            beside.join();
        }
        assertEquals(500, Tables.sum(database, "hits"));
    }

    /** After a crash of the database the unlogged tables are empty, and the instances' caches under the old key are void. */
    @Test
    void instances_agree_on_a_key_again_after_a_crash_has_emptied_the_table() {
        Instance one = new Instance(database, ZONE);
        Instance other = new Instance(database, ZONE);
        UUID article = article(1);
        one.count(Instance.hit(1, article, START));
        other.count(Instance.hit(1, null, START.plusSeconds(1)));
        assertEquals(1, Tables.sum(database, "visits"));
        Tables.execute(database, "truncate visitor_key, visitor_state, view_state");
        Instance restarted = new Instance(database, ZONE);
        restarted.count(Instance.hit(2, null, START.plusSeconds(2)));
        one.count(Instance.hit(2, null, START.plusSeconds(3)));
        other.count(Instance.hit(2, null, START.plusSeconds(4)));
        assertEquals(2, Tables.sum(database, "visits"));
        assertEquals(5, Tables.sum(database, "hits"));
        // The first instance knew this visitor, but not under the new key.
        one.count(Instance.hit(1, article, START.plusSeconds(5)));
        one.count(Instance.hit(1, article, START.plusSeconds(6)));
        assertEquals(2, Tables.sum(database, "views"));
        assertEquals(3, Tables.sum(database, "visits"));
        assertEquals(2, online(START.plusSeconds(6)));
        assertEquals(7, Tables.sum(database, "hits"));
    }

    @Test
    void a_clock_that_is_set_back_ends_no_visit_whatever_instances_have_in_memory() {
        Instance one = new Instance(database, ZONE);
        Instance other = new Instance(database, ZONE);
        one.count(Instance.hit(1, null, START));
        one.count(Instance.hit(1, null, START.plusSeconds(30)));
        Instant back = START.minusSeconds(3600);
        other.count(Instance.hit(1, null, back));
        one.passTime(back);
        one.passTime(back.plusSeconds(PresenceCache.SWEEP_SECONDS));
        assertEquals(1, Tables.sum(database, "visits"));
        assertEquals(1, online(back.plusSeconds(PresenceCache.SWEEP_SECONDS)));
    }

    @Test
    void a_clock_that_is_set_back_sets_back_the_times_of_views_whatever_instances_have_in_memory() {
        Instance one = new Instance(database, ZONE);
        Instance other = new Instance(database, ZONE);
        UUID article = article(1);
        one.count(Instance.hit(1, article, START));
        one.count(Instance.hit(1, article, START.plusSeconds(1799)));
        other.count(Instance.hit(1, article, START.plusSeconds(1799)));
        assertEquals(1, Tables.sum(database, "views"));
        one.passTime(START.minusSeconds(1800));
        other.count(Instance.hit(1, article, START.minusSeconds(1800)));
        assertEquals(1, Tables.sum(database, "views"));
        one.count(Instance.hit(1, article, START));
        assertEquals(2, Tables.sum(database, "views"));
    }

    @Test
    void a_clock_that_is_set_back_a_little_twice_is_set_back() {
        Instance one = new Instance(database, ZONE);
        UUID article = article(1);
        one.count(Instance.hit(1, article, START));
        one.passTime(START.minusSeconds(50));
        one.count(Instance.hit(1, article, START.minusSeconds(100)));
        one.count(Instance.hit(1, article, START.plusSeconds(1699)));
        assertEquals(1, Tables.sum(database, "views"));
        one.count(Instance.hit(1, article, START.plusSeconds(1700)));
        assertEquals(2, Tables.sum(database, "views"));
    }

    @Test
    void an_instance_does_not_ask_the_database_about_a_view_that_it_has_counted() {
        Instance one = new Instance(database, ZONE);
        UUID article = article(1);
        one.count(Instance.hit(1, article, START));
        Tables.execute(database, "delete from view_state");
        one.count(Instance.hit(1, article, START.plusSeconds(5)), Instance.hit(1, article, UUID.randomUUID(), START.plusSeconds(6)));
        assertEquals(1, Tables.sum(database, "views"));
        assertEquals(3, Tables.sum(database, "hits"));
        new Instance(database, ZONE).count(Instance.hit(1, article, START.plusSeconds(7)));
        assertEquals(2, Tables.sum(database, "views"));
    }

    /** An instance without hits since the crash finds the new key only after midnight. */
    @Test
    void visits_go_on_across_midnight_under_the_key_that_was_agreed_upon_last() {
        Instance one = new Instance(database, ZONE);
        Instance other = new Instance(database, ZONE);
        UUID article = article(1);
        Instant evening = Instant.parse("2026-07-15T16:50:00Z");
        one.count(Instance.hit(1, null, evening));
        Tables.execute(database, "truncate visitor_key, visitor_state, view_state");
        other.count(Instance.hit(2, article, evening.plusSeconds(60)));
        one.count(Instance.hit(2, article, evening.plusSeconds(900)));
        assertEquals(2, Tables.sum(database, "visits"));
        assertEquals(1, Tables.sum(database, "views"));
        assertEquals(3, Tables.sum(database, "visitors"));
    }

    /** If the hit is a repeat, nothing of it is stored, and a buffered time would be lost. */
    @Test
    void a_hit_with_an_id_is_never_buffered() {
        Instance one = new Instance(database, ZONE);
        one.count(Instance.hit(1, null, START));
        one.count(Instance.hit(1, null, START.plusSeconds(30)));
        assertEquals(START.getEpochSecond(), Tables.number(database, "select last_seen from visitor_state"));
        one.count(Instance.hit(1, null, UUID.randomUUID(), START.plusSeconds(60)));
        assertEquals(START.plusSeconds(60).getEpochSecond(), Tables.number(database, "select last_seen from visitor_state"));
    }
}
