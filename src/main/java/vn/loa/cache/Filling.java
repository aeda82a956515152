package vn.loa.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An answer that one request is making and others wait for. */
final class Filling {

    /** After this a request that waits makes its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    void end(Answer made) {
        answer.complete(made);
    }

    /** Null in the end when none came of it. */
    Uni<Answer> made() {
        return Uni.createFrom().completionStage(() -> answer.copy())
                .ifNoItem().after(PATIENCE).recoverWithItem((Answer) null);
    }
}
