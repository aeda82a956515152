package vn.loa.effect;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * Reads all public texts again when the reader reads more, or better, than before, or when statuses follow otherwise. Each step reads
 * one text, in a transaction that holds the row of {@code effect_reading}: so one instance works at a time, and what a killed one has
 * left is continued by the next. What is published meanwhile is read by its publish.
 */
@Startup
@ApplicationScoped
class EffectRereading {

    /** To be raised with each change of what {@code vn.loa.text.effect} reads, of how statuses follow from it, or of what is stored. */
    static final int VERSION = 5;

    private static final Logger LOG = Logger.getLogger(EffectRereading.class);

    private static final NamedSql VERSION_READ = NamedSql.of("select version from effect_reading");
    private static final NamedSql HOLD = NamedSql.of("select version, reached from effect_reading for update skip locked");
    private static final NamedSql NEXT = SqlFile.read("effect/next-to-read");
    private static final NamedSql REACHED = NamedSql.of("update effect_reading set reached = :reached");
    private static final NamedSql DONE = NamedSql.of("update effect_reading set version = :version, reached = null");
    /** As editors lock it. */
    private static final NamedSql LOCK = NamedSql.of("select from article where id = :article for no key update");

    private final SqlReader rows;
    private final SqlWriter changes;
    private final TextEffects texts;
    private volatile boolean stopping;

    EffectRereading(SqlReader rows, SqlWriter changes, TextEffects texts) {
        this.rows = rows;
        this.changes = changes;
        this.texts = texts;
    }

    private record State(int version, UUID reached) {
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    /** Looks once a minute whether texts were read by an older reader, or the reading was interrupted. */
    @Scheduled(every = "1m", identity = "effects-read-again", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readIfWanted() {
        try {
            List<Integer> read = rows.read(VERSION_READ, row -> row.get("version", Integer.class));
            // A greater one belongs to a newer Loa on the same database.
            if (!read.isEmpty() && read.get(0) < VERSION) {
                readAll();
            }
        } catch (RuntimeException e) {
            // Any fault: the next minute goes on where this one stopped.
            LOG.warnf("Public texts could not be read again for their effects; it is tried again in a minute: %s", e);
        }
    }

    /** Works until all texts are read, or another instance works on it. */
    void readAll() {
        boolean more = true;
        while (more && !stopping) {
            more = QuarkusTransaction.requiringNew().call(this::step);
        }
    }

    /** @return whether there is more to do, here and now */
    private boolean step() {
        List<State> held = rows.read(HOLD, row -> new State(row.get("version", Integer.class), row.get("reached", UUID.class)));
        if (held.isEmpty() || held.get(0).version >= VERSION) {
            return false;
        }
        List<UUID> next = rows.read(NEXT.with("reached", held.get(0).reached), row -> row.get("id", UUID.class));
        if (next.isEmpty()) {
            changes.update(DONE.with("version", VERSION));
            LOG.debug("All public texts were read for their effects");
            return false;
        }
        UUID article = next.get(0);
        changes.call(LOCK.with("article", article));
        texts.read(List.of(article), true);
        changes.update(REACHED.with("reached", article));
        return true;
    }
}
