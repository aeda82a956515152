package vn.loa.http.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A pool of 100 bytes. */
class MemoryPoolTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final MemoryPool pool = new MemoryPool(100, 16);

    private boolean take(Object client, long bytes, Duration patience) {
        try {
            return pool.take(client, bytes, patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Boolean> later(Object client, long bytes) throws InterruptedException {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        Thread thread = new Thread(() -> taken.complete(take(client, bytes, LONG)));
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && !taken.isDone()) {
            Thread.sleep(1);
        }
        return taken;
    }

    @Test
    void what_does_not_fit_waits_until_others_have_given_back() throws InterruptedException {
        assertTrue(take("a", 40, SHORT));
        assertTrue(take("b", 40, SHORT));
        CompletableFuture<Boolean> third = later("c", 40);
        assertFalse(third.isDone());
        pool.giveBack("a", 40);
        assertTrue(third.join());
        assertEquals(80, pool.taken());
    }

    @Test
    void whoever_waits_too_long_is_told_so_and_takes_nothing() {
        assertTrue(take("a", 50, SHORT));
        assertTrue(take("b", 50, SHORT));
        assertFalse(take("c", 1, SHORT));
        assertEquals(100, pool.taken());
    }

    @Test
    void one_that_is_larger_than_the_pool_comes_when_nobody_else_is_there() throws InterruptedException {
        assertTrue(take("a", 10, SHORT));
        CompletableFuture<Boolean> huge = later("b", 1000);
        assertFalse(huge.isDone());
        pool.giveBack("a", 10);
        assertTrue(huge.join());
        assertFalse(take("c", 1, SHORT));
    }

    @Test
    void those_who_wait_are_not_overtaken() throws InterruptedException {
        assertTrue(take("a", 50, SHORT));
        CompletableFuture<Boolean> large = later("b", 60);
        assertFalse(take("c", 10, SHORT));
        pool.giveBack("a", 50);
        assertTrue(large.join());
    }

    @Test
    void one_client_leaves_half_to_others_and_may_be_overtaken_meanwhile() throws InterruptedException {
        assertTrue(take("a", 50, SHORT));
        CompletableFuture<Boolean> more = later("a", 10);
        assertFalse(more.isDone());
        assertTrue(take("b", 50, SHORT));
        pool.giveBack("a", 50);
        assertTrue(more.join());
    }

    @Test
    void a_proxy_may_have_all_of_it() {
        assertTrue(take(null, 50, SHORT));
        assertTrue(take(null, 50, SHORT));
    }

    @Test
    void few_wait_and_the_others_are_refused_at_once() throws InterruptedException {
        assertTrue(take("a", 100, SHORT));
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            waiting.add(later("b" + n, 1));
        }
        assertFalse(take("c", 1, LONG));
        pool.giveBack("a", 100);
        waiting.forEach(each -> assertTrue(each.join()));
        assertEquals(16, pool.taken());
    }

    @Test
    void one_client_keeps_nobody_else_from_waiting_or_from_what_is_free() throws InterruptedException {
        assertTrue(take("a", 50, SHORT));
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            waiting.add(later("a", 1));
        }
        assertFalse(take("a", 1, LONG));
        assertTrue(take("b", 50, SHORT));
        CompletableFuture<Boolean> other = later("c", 1);
        assertFalse(other.isDone());
        pool.giveBack("a", 50);
        waiting.forEach(each -> assertTrue(each.join()));
        assertTrue(other.join());
    }

    @Test
    void one_who_is_interrupted_takes_nothing_and_waits_no_longer() throws InterruptedException {
        assertTrue(take("a", 100, SHORT));
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                pool.take("b", 100, LONG);
            } catch (InterruptedException e) {
                ended.complete(true);
            }
        });
        waiting.start();
        waiting.interrupt();
        assertTrue(ended.join());
        pool.giveBack("a", 100);
        assertEquals(0, pool.taken());
    }

    @Test
    void whoever_has_a_part_may_take_more_of_it_within_the_same_bounds() {
        assertTrue(take("a", 10, SHORT));
        assertTrue(pool.takeMore("a", 10, 200));
        pool.giveBack("a", 200);
        assertTrue(take("a", 10, SHORT));
        assertTrue(pool.takeMore("a", 10, 30));
        assertFalse(pool.takeMore("a", 10, 1));
        assertTrue(take("b", 30, SHORT));
        assertFalse(pool.takeMore("b", 30, 30));
        assertTrue(pool.takeMore("b", 30, 20));
        assertEquals(100, pool.taken());
    }

    @Test
    void what_is_taken_at_once_makes_others_wait() {
        pool.takeAtOnce("a", 500);
        assertFalse(take("b", 1, SHORT));
        pool.giveBack("a", 500);
        assertTrue(take("b", 1, SHORT));
    }
}
