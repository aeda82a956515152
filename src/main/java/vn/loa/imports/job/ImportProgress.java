package vn.loa.imports.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.loa.http.Stopping;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Tells those who watch jobs how far they have come, once a second, and reads each job once for all of them. */
@ApplicationScoped
class ImportProgress {

    private static final int MOST = 200;
    private static final int TICKS_OF_A_HEARTBEAT = 15;
    /** A line that begins with a colon is a comment in the format of server-sent events. */
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final ImportJobRepository jobs;
    private final ObjectMapper json;
    private final Set<ProgressListener> listeners = ConcurrentHashMap.newKeySet();
    private int ticks;

    ImportProgress(ImportJobRepository jobs, ObjectMapper json, Stopping stopping, MeterRegistry metrics) {
        this.jobs = jobs;
        this.json = json.copy().disable(SerializationFeature.INDENT_OUTPUT);
        // A stopping server waits for running requests, and streams do not end by themselves.
        stopping.atTheEnd(() -> listeners.forEach(ProgressListener::end));
        Gauge.builder("loa.import.listeners", listeners, Set::size).description("Open streams of import jobs").register(metrics);
    }

    /** @throws vn.loa.problem.ProblemException 503 when as many watch already as may */
    ProgressListener listen(RoutingContext context, ImportJob job) {
        if (listeners.size() >= MOST) {
            throw Problem.of(ProblemType.UNAVAILABLE, "As many watch import jobs already as may.").asException();
        }
        ProgressListener listener = new ProgressListener(job.id(), event(job), listeners);
        listeners.add(listener);
        listener.watch(context);
        return listener;
    }

    /** A job as an event. */
    String event(ImportJob job) {
        try {
            return "event: job\nretry: 5000\ndata: " + json.writeValueAsString(ImportJobView.of(job)) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Scheduled(every = "1s", identity = "import-progress", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        ticks++;
        for (UUID id : listeners.stream().map(ProgressListener::job).collect(Collectors.toSet())) {
            Optional<ImportJob> job = jobs.find(id);
            String event = job.map(this::event).orElse(HEARTBEAT);
            listeners.stream().filter(listener -> listener.job().equals(id)).forEach(listener -> {
                listener.send(event);
                if (job.isEmpty() || job.get().state().hasEnded()) {
                    listener.end();
                } else if (ticks % TICKS_OF_A_HEARTBEAT == 0) {
                    listener.sendComment(HEARTBEAT);
                }
            });
        }
    }
}
