package vn.loa.support;

import static io.restassured.RestAssured.given;

import java.time.Duration;

/** Waits until the application may cache public answers. */
public final class PublicCache {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private PublicCache() {
    }

    /**
     * Waits until the application knows when something public changed last. For some milliseconds after a change it does
     * not, and its answers say {@code no-cache}.
     */
    public static void awaitChangeTimes() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (given().get("/api/v1/tags").header("Cache-Control").contains("no-cache")) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("the times of the last and the next change are still not known");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
