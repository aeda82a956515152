package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that waits for a response gets it, whether or not the response is stored. */
class GenerationTest {

    private static final String KEY = "/api/v1/articles";

    private final Generation generation = new Generation(100 << 20);
    private final InFlight first = new InFlight();

    private CachedResponse waitingFor(CachedResponse made) {
        assertNull(generation.join(KEY, first));
        InFlight joined = generation.join(KEY, new InFlight());
        generation.complete(KEY, first, made);
        return joined.completed().await().indefinitely();
    }

    private static CachedResponse answer(int bytes, String cacheControl) {
        return new CachedResponse(new byte[bytes], "application/json", List.of(), null, cacheControl, null);
    }

    @Test
    void an_ordinary_one_is_kept() {
        CachedResponse made = answer(1000, null);
        assertSame(made, waitingFor(made));
        assertSame(made, generation.find(KEY));
    }

    @Test
    void one_that_lasts_shorter_is_not() {
        CachedResponse made = answer(1000, "public, max-age=5");
        assertSame(made, waitingFor(made));
        assertNull(generation.find(KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000_000, 20_000_000})
    void a_large_one_is_not(int bytes) {
        CachedResponse made = answer(bytes, null);
        assertSame(made, waitingFor(made));
        assertNull(generation.find(KEY));
    }

    @Test
    void when_none_came_of_it_nobody_waits_any_longer() {
        assertNull(waitingFor(null));
        assertNull(generation.join(KEY, new InFlight()));
    }
}
