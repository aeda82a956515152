package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits for an answer gets it, whether it is kept or not. */
class GenerationTest {

    private static final String KEY = "/api/v1/articles";

    private final Generation generation = new Generation(100 << 20);
    private final Filling first = new Filling();

    private Answer waitingFor(Answer made) {
        assertNull(generation.join(KEY, first));
        Filling joined = generation.join(KEY, new Filling());
        generation.end(KEY, first, made);
        return joined.made().await().indefinitely();
    }

    private static Answer answer(int bytes, String cacheControl) {
        return new Answer(new byte[bytes], "application/json", List.of(), null, cacheControl);
    }

    @Test
    void an_ordinary_one_is_kept() {
        Answer made = answer(1000, null);
        assertSame(made, waitingFor(made));
        assertSame(made, generation.find(KEY));
    }

    @Test
    void one_that_lasts_shorter_is_not() {
        Answer made = answer(1000, "public, max-age=5");
        assertSame(made, waitingFor(made));
        assertNull(generation.find(KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000_000, 20_000_000})
    void a_large_one_is_not(int bytes) {
        Answer made = answer(bytes, null);
        assertSame(made, waitingFor(made));
        assertNull(generation.find(KEY));
    }

    @Test
    void when_none_came_of_it_nobody_waits_any_longer() {
        assertNull(waitingFor(null));
        assertNull(generation.join(KEY, new Filling()));
    }
}
