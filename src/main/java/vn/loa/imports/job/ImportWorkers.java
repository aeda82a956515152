package vn.loa.imports.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import vn.loa.imports.job.store.ImportJobConfig;
import vn.loa.access.OnBehalf;
import vn.loa.imports.job.find.ItemFinder;
import vn.loa.imports.job.make.ItemStep;
import vn.loa.imports.job.make.LinkStep;
import vn.loa.imports.job.make.UndoStep;
import vn.loa.imports.job.store.ImportJob.Phase;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.sql.DatabaseTrouble;

/**
 * Works on running jobs. Each worker takes the jobs in turns, some items at a time. Instances share the work on a job: no item is taken by
 * two, because a worker locks it, and what a killed one has begun is begun again.
 */
@ApplicationScoped
class ImportWorkers {

    private static final Logger LOG = Logger.getLogger(ImportWorkers.class);
    /** A worker looks at the next job after so many steps of one. */
    private static final int STEPS_OF_A_TURN = 4;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final ImportJobRepository jobs;
    private final ItemFinder finder;
    private final ItemStep step;
    private final LinkStep links;
    private final UndoStep undo;
    private final OnBehalf onBehalf;
    private final ImportJobConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final AtomicInteger working = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "import-worker");
        // Those who read come first.
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;
    private volatile boolean troubled;

    ImportWorkers(ImportJobRepository jobs, ItemFinder finder, ItemStep step, LinkStep links, UndoStep undo, OnBehalf onBehalf,
            ImportJobConfig config, Clock clock, MeterRegistry metrics) {
        this.jobs = jobs;
        this.finder = finder;
        this.step = step;
        this.links = links;
        this.undo = undo;
        this.onBehalf = onBehalf;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        Gauge.builder("loa.import.workers", working, AtomicInteger::get).description("Workers that import items").register(metrics);
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("An item of an import job is not finished; it is begun again after the next start");
        }
    }

    /** Looks for something to do, and lets as many workers do it as may. */
    @Scheduled(every = "1s", identity = "import-workers", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            if (working.get() < config.workers() && !stopping && !jobs.running().isEmpty()) {
                while (working.get() < config.workers()) {
                    working.incrementAndGet();
                    threads.execute(this::work);
                }
            }
            troubled = false;
        } catch (RuntimeException e) {
            // Any fault: the next second looks again.
            tell(e);
        }
    }

    @Scheduled(every = "1h", identity = "import-jobs-forgotten")
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> jobs.forget(clock.instant().minus(config.retention())));
    }

    /** Works until there is nothing to do here and now. */
    private void work() {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = false;
                for (ImportJob job : jobs.running()) {
                    more |= !stopping && safeTurn(job);
                }
            }
        } catch (RuntimeException e) {
            // Any fault: nothing is lost, because the next second begins again.
            tell(e);
        } finally {
            working.decrementAndGet();
        }
    }

    private boolean safeTurn(ImportJob job) {
        try {
            return onBehalf.of(job.onBehalfOf(), () -> turn(job));
        } catch (RuntimeException e) {
            // Any fault of one job: the others go on, and it is tried again in a second.
            tell(e);
            return false;
        }
    }

    private void tell(RuntimeException e) {
        if (!troubled && !stopping) {
            if (DatabaseTrouble.of(e).isPresent()) {
                LOG.warnf("Import jobs wait for the database; they are tried again every second: %s", e);
            } else {
                LOG.error("Import jobs cannot go on; they are tried again every second", e);
            }
        }
        troubled = true;
    }

    /** @return whether something was done */
    private boolean turn(ImportJob job) {
        return switch (job.phase()) {
            case STAGING -> finder.find(job.id());
            case FILES, ARTICLES -> items(job);
            case UNDO -> undo.run(job);
            case UPLOAD, END -> false;
        };
    }

    private boolean items(ImportJob job) {
        long least = 0;
        for (int n = 0; n < STEPS_OF_A_TURN && !stopping; n++) {
            ItemStep.Done done = step.run(job, job.phase(), least);
            if (done.items() == 0 && !done.tryAgain()) {
                return n > 0 || leave(job);
            }
            // What stands before it is done, or another worker works on it.
            least = done.next();
            metrics.counter("loa.import.items").increment(done.items());
        }
        return true;
    }

    private boolean leave(ImportJob job) {
        if (job.phase() == Phase.ARTICLES) {
            links.run(job);
        }
        boolean left = QuarkusTransaction.requiringNew().call(() -> jobs.leave(job.phase(), job.id(), clock.instant()));
        if (left && job.phase() == Phase.ARTICLES) {
            LOG.infof("Import job %s is done", job.id());
        }
        return left;
    }
}
