package vn.loa.http.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.problem.ProblemException;

class TurnsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Future<String> start(Turns turns) {
        return threads.submit(() -> turns.take("busy", () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "done";
        }));
    }

    @Test
    void all_that_wait_have_their_turn() throws Exception {
        Turns turns = new Turns(2, Duration.ofMinutes(1));
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(start(turns));
        }
        end.countDown();
        for (Future<String> one : all) {
            assertEquals("done", one.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void one_that_gets_no_turn_in_time_is_refused_and_its_place_in_the_line_is_free() throws Exception {
        Turns turns = new Turns(1, Duration.ofMillis(1));
        Future<String> first = start(turns);
        ProblemException refused = null;
        while (refused == null) {
            try {
                turns.take("busy", () -> "none");
            } catch (ProblemException e) {
                refused = e;
            }
        }
        assertEquals("busy", refused.problem().detail());
        end.countDown();
        assertEquals("done", first.get(30, TimeUnit.SECONDS));
        assertEquals("next", turns.take("busy", () -> "next"));
    }

    @Test
    void a_long_line_refuses_at_once() throws Exception {
        Turns turns = new Turns(1, Duration.ofMinutes(1));
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < Turns.MOST_WAITING + 2; i++) {
            all.add(start(turns));
        }
        // Of those one works and the others wait but one, which is refused.
        List<Future<String>> refused = new ArrayList<>();
        while (refused.isEmpty()) {
            all.stream().filter(Future::isDone).forEach(refused::add);
            Thread.onSpinWait();
        }
        assertThrows(Exception.class, () -> refused.get(0).get());
        end.countDown();
        int done = 0;
        for (Future<String> one : all) {
            done += one == refused.get(0) ? 0 : one.get(30, TimeUnit.SECONDS).length() / 4;
        }
        assertEquals(Turns.MOST_WAITING + 1, done);
    }
}
