package vn.loa.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.TestDatabase;

/**
 * Thousands of requests made from openapi.yaml, valid and hostile: no answer is a 500 or outside the contract, nothing
 * inside is told, what is refused changes nothing, and the connection stays usable. The same requests each time; others
 * and more with {@code -Dfuzz.seed=2 -Dfuzz.requests=300000}.
 */
@QuarkusTest
class FuzzTest {

    private static final Logger LOG = Logger.getLogger(FuzzTest.class);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2500);
    /** After these nearly every operation has been done. */
    private static final int ENOUGH = 5000;

    @TestHTTPResource
    URI server;

    @Test
    void every_answer_is_in_the_contract() throws IOException {
        List<String> keys = List.of(TestDatabase.ADMIN_KEY, Keys.make("fuzz publisher", "publisher"),
                Keys.make("fuzz editor", "editor"), Keys.make("fuzz frontend", "frontend"));
        Editing.published(Editing.directive("Chỉ thị đã đăng", "5-CT/TU").put("slug", "da-dang"));
        long start = System.nanoTime();
        try (Fuzzer fuzzer = new Fuzzer(server, keys, SEED)) {
            fuzzer.run(REQUESTS);
            LOG.infof("%d requests of seed %d in %d s: %s; without a success: %s", REQUESTS, SEED,
                    (System.nanoTime() - start) / 1_000_000_000, fuzzer.statuses(), fuzzer.withoutSuccess());
            fuzzer.faults().ifPresent(faults -> {
                throw new AssertionError(faults);
            });
            assertTrue(REQUESTS < ENOUGH || fuzzer.withoutSuccess().size() <= fuzzer.operations() / 10,
                    "never done: " + fuzzer.withoutSuccess());
        }
    }
}
