package vn.loa.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Starts no scheduled task any more as soon as the application stops. Quarkus ends its scheduler last, and a task that begins
 * before then finds no beans and writes an error into the log.
 */
@Singleton
class ScheduledTasks {

    /** Before all others: what they wait for gives a running task the time to end. */
    void stop(@Observes @Priority(1) ShutdownEvent shutdown, Scheduler scheduler) {
        if (scheduler.isRunning()) {
            scheduler.pause();
        }
    }
}
