package vn.loa.visitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.SqlFile;

/**
 * Counts the hits that are not counted, by reason. The metrics have them at once. The database has them within a second, of all
 * instances.
 */
@Startup
@ApplicationScoped
public class DroppedHits {

    private static final NamedSql ADD = SqlFile.read("visitor/dropped-hits-added");

    private final Map<DropReason, Counter> metrics = new EnumMap<>(DropReason.class);
    private final Map<DropReason, LongAdder> unwritten = new EnumMap<>(DropReason.class);

    public DroppedHits(MeterRegistry registry) {
        for (DropReason reason : DropReason.values()) {
            metrics.put(reason, Counter.builder("loa.hits.refused").tag("reason", reason.word())
                    .description("Hits that were not counted").register(registry));
            unwritten.put(reason, new LongAdder());
        }
    }

    public void count(DropReason reason) {
        count(reason, 1);
    }

    public void count(DropReason reason, int hits) {
        metrics.get(reason).increment(hits);
        unwritten.get(reason).add(hits);
    }

    /** Adds the hits dropped since the last call to the day's sums. Those that cannot be written stay for the next call. */
    public synchronized void write(LocalDate day, ShortTransaction database) {
        for (DropReason reason : DropReason.values()) {
            long count = unwritten.get(reason).sum();
            if (count > 0) {
                database.update(ADD.with("day", day).with("reason", reason.word()).with("hits", count));
                database.commit();
                unwritten.get(reason).add(-count);
            }
        }
    }
}
