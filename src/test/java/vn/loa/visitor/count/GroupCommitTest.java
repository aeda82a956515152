package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.problem.ProblemException;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.DroppedHits;

@QuarkusTest
class GroupCommitTest {

    private static final Instant NOON = Instant.parse("2026-07-15T05:00:00Z");

    @Inject
    DataSource database;

    private GroupCommit commits;

    @BeforeEach
    void an_instance() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        commits = new GroupCommit(Instance.config(Map.of()), new Instance(database, ZoneId.of("Asia/Ho_Chi_Minh")).store,
                new DroppedHits(metrics), Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC), metrics);
        commits.start(null);
    }

    private CompletableFuture<DropReason> add(int visitor, Instant at) {
        return commits.add(Instance.hit(visitor, null, at)).toCompletableFuture();
    }

    @Test
    void at_the_end_the_queue_and_the_caches_are_stored() throws Exception {
        add(1, NOON).get(10, TimeUnit.SECONDS);
        add(1, NOON.plusSeconds(60)).get(10, TimeUnit.SECONDS);
        assertEquals(NOON.getEpochSecond(), Tables.number(database, "select last_seen from visitor_state"));
        for (int visitor = 2; visitor < 500; visitor++) {
            add(visitor, NOON);
        }
        commits.stop(null);
        assertEquals(500, Tables.sum(database, "hits"));
        assertEquals(NOON.plusSeconds(60).getEpochSecond(), Tables.number(database, "select max(last_seen) from visitor_state"));
    }

    @Test
    void every_hit_has_an_answer_whenever_the_end_comes() throws Exception {
        CompletableFuture<?>[] answers = new CompletableFuture<?>[2000];
        Thread readers = new Thread(() -> {
            for (int n = 0; n < answers.length; n++) {
                answers[n] = add(n, NOON);
            }
        });
        readers.start();
        Thread.sleep(5);
        commits.stop(null);
        readers.join();
        long stored = 0;
        for (CompletableFuture<?> answer : answers) {
            assertTrue(answer.isDone());
            if (answer.isCompletedExceptionally()) {
                answer.exceptionally(problem -> {
                    assertInstanceOf(ProblemException.class, problem);
                    return null;
                }).join();
            } else {
                stored++;
            }
        }
        assertEquals(stored, Tables.sum(database, "hits"));
    }
}
