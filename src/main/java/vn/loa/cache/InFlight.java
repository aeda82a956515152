package vn.loa.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A response that one request is making and others wait for (single flight). */
final class InFlight {

    /** A request that has waited for so long makes the response itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CompletableFuture<CachedResponse> response = new CompletableFuture<>();

    void complete(CachedResponse made) {
        response.complete(made);
    }

    /** Null when the fill failed or took too long. */
    Uni<CachedResponse> completed() {
        return Uni.createFrom().completionStage(() -> response.copy())
                .ifNoItem().after(PATIENCE).recoverWithItem((CachedResponse) null);
    }
}
