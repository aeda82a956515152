package vn.loa.sql;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import vn.loa.settings.CannotStartException;

/** The standbys of loa.replica.url. Each host has its own pool and its own thread that asks it: a position is that of one host. */
@ApplicationScoped
class Replicas {

    /** A standby that is well replays in milliseconds. */
    private static final Duration LATELY = Duration.ofSeconds(10);
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://)([^/?]+)(.*)");

    private final List<Replica> all = new ArrayList<>();
    private final KnownPosition known;
    /** Of requests, and of what is read wherever it is: each by itself, so that neither disturbs the other's. */
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger turnOfStandbys = new AtomicInteger();
    private volatile long servedAt = System.nanoTime();

    Replicas(AgroalDataSource primary, ReplicaConfig config, KnownPosition known, MeterRegistry registry) throws SQLException {
        this.known = known;
        if (config.url().isPresent()) {
            Matcher url = URL.matcher(config.url().get().strip());
            url.matches();
            for (String host : url.group(2).split(",")) {
                String one = url.group(1) + host + url.group(3);
                if (Driver.parseURL(one, null) == null) {
                    throw new CannotStartException("loa.replica.url (LOA_REPLICA_URL) is no address of PostgreSQL at " + host + ".");
                }
                Replica replica = new Replica(host, ReplicaPool.of(one, config, primary), known);
                all.add(replica);
                measure(replica, registry);
            }
        }
    }

    private void measure(Replica replica, MeterRegistry registry) {
        Gauge.builder("loa.replica.used", replica, some -> some.serves(known.needed(false)) ? 1 : 0).tag("host", replica.host())
                .description("Whether public requests read at this replica").register(registry);
        Gauge.builder("loa.replica.answers", replica, some -> some.answers() ? 1 : 0).tag("host", replica.host())
                .description("Whether this host says where it is; it may be the primary").register(registry);
        Gauge.builder("loa.replica.behind", replica, some -> some.behind(known.needed(true))).tag("host", replica.host())
                .baseUnit("bytes").description("What this replica has still to replay of the log before it is read; "
                        + "NaN while it does not answer").register(registry);
    }

    void start(@Observes StartupEvent start) {
        all.forEach(Replica::start);
    }

    void stop(@Observes ShutdownEvent stop) {
        all.forEach(Replica::stop);
    }

    @PreDestroy
    void close() {
        all.forEach(Replica::close);
    }

    boolean areThere() {
        return !all.isEmpty();
    }

    /** Something was published: they are asked at once whether they have it. */
    void wake() {
        all.forEach(Replica::wake);
    }

    /**
     * Those that may be read, in turn: another one is the first each time.
     *
     * @param needed null when none may be read
     */
    List<Replica> serving(Position needed) {
        // Of those that serve: the one behind a host that does not would be the first twice as often.
        List<Replica> serving = inTurn(replica -> replica.serves(needed), turn);
        if (!serving.isEmpty()) {
            servedAt = System.nanoTime();
        }
        return serving;
    }

    /** Whether one of them had lately what was needed then. */
    boolean haveServedLately() {
        return System.nanoTime() - servedAt < LATELY.toNanos();
    }

    /** Those that answer, in turn, wherever they are. */
    List<Replica> standbys() {
        return inTurn(Replica::isStandby, turnOfStandbys);
    }

    boolean anyAnswers() {
        return all.stream().anyMatch(Replica::isStandby);
    }

    private List<Replica> inTurn(Predicate<Replica> which, AtomicInteger turn) {
        List<Replica> some = new ArrayList<>(all.stream().filter(which).toList());
        if (some.size() > 1) {
            Collections.rotate(some, -Math.floorMod(turn.getAndIncrement(), some.size()));
        }
        return some;
    }
}
