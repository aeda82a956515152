package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets tests wait for Loa's own cache, which follows the database in another thread. */
@Singleton
class SettledCache {

    private final PublicCache cache;

    SettledCache(PublicCache cache) {
        this.cache = cache;
    }

    /** Waits for something that happens in another thread; at most for a limited time. */
    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited too long");
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void invalidate() {
        cache.invalidate();
    }

    /** Null while no response may be cached. */
    Generation current() {
        return cache.current();
    }

    /** Waits until responses may be cached. */
    void awaitReady() {
        await(() -> cache.current() != null);
    }

    /** Waits until the cache has read the changes of this test from the database. */
    void settle() {
        awaitReady();
        ChangeTimes changeTimes = cache.changeTimes();
        await(() -> cache.changeTimes() != null && cache.changeTimes() != changeTimes);
        ChangeTimes later = cache.changeTimes();
        await(() -> cache.changeTimes() != null && cache.changeTimes() != later);
    }
}
