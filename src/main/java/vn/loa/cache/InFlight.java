package vn.loa.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An answer that one request is making and others wait for. */
final class InFlight {

    /** After this a request that waits makes its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CompletableFuture<CachedResponse> answer = new CompletableFuture<>();

    void end(CachedResponse made) {
        answer.complete(made);
    }

    /** Null in the end when none came of it. */
    Uni<CachedResponse> made() {
        return Uni.createFrom().completionStage(() -> answer.copy())
                .ifNoItem().after(PATIENCE).recoverWithItem((CachedResponse) null);
    }
}
