package vn.loa.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Starts scheduled tasks while the application runs, and only then. Quarkus starts its scheduler before the server listens and
 * ends it last. A task that begins during a start that fails, or during a stop, finds no connections and no beans and writes an
 * error into the log.
 */
@Singleton
class ScheduledTasks {

    /** The scheduler waits for this: {@code quarkus.scheduler.start-mode} is halted. */
    void start(@ObservesAsync HttpServerStart start, Scheduler scheduler) {
        if (scheduler.isStarted()) {
            scheduler.resume();
        }
    }

    /** Before all others: what they wait for gives a running task the time to end. */
    void stop(@Observes @Priority(1) ShutdownEvent shutdown, Scheduler scheduler) {
        if (scheduler.isRunning()) {
            scheduler.pause();
        }
    }
}
