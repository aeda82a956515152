package vn.loa.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import vn.loa.http.answer.Turns;
import vn.loa.imports.file.FileConfig;

/**
 * Limits how many imports run at a time, because a long page takes a processor for seconds, and readers must not wait
 * for it.
 */
@Startup
@ApplicationScoped
class ImportQueue {

    private static final int MAX_RUNNING = 2;

    private final Turns turns;

    ImportQueue(FileConfig config, MeterRegistry registry) {
        this.turns = new Turns(MAX_RUNNING, config.patience());
        Gauge.builder("loa.imports.waiting", turns, Turns::waiting).description("Imports of one page that wait for their turn")
                .register(registry);
    }

    /** @throws vn.loa.problem.ProblemException 503 when the import gets no turn within the waiting time */
    <T> T run(Supplier<T> work) {
        return turns.take("Other imports are running. Try again later.", work);
    }
}
