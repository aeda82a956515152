package vn.loa.visitor.count;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.loa.article.Site;
import vn.loa.http.client.IpAddress;
import vn.loa.sql.ShortTransactions;
import vn.loa.support.SiteIn;
import vn.loa.visitor.DroppedHits;
import vn.loa.visitor.VisitorConfig;

/** An instance with its own keys, caches, limits and slot. Hits come to it at the times that a test says. */
public final class Instance {

    /** Far more than a held row needs, and bounded: a lock that is never given back is a fault. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public final DayKeys keys;
    final HitStore store;

    public Instance(DataSource database, ZoneId zone) {
        Site site = new SiteIn(zone);
        ShortTransactions transactions = new ShortTransactions(database);
        keys = new DayKeys(site);
        store = new HitStore(transactions, keys, new DayCaches(keys), new CounterTables(site),
                new NewVisitorLimit(config(Map.of("loa.visitor.network-ceiling", "1000000"))),
                new DroppedHits(new SimpleMeterRegistry()), new ArticleRanking(transactions));
    }

    public static VisitorConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withMapping(VisitorConfig.class).withDefaultValues(settings).build()
                .getConfigMapping(VisitorConfig.class);
    }

    public static Hit hit(int visitor, UUID article, Instant at) {
        return hit(visitor, article, null, at);
    }

    public static Hit hit(int visitor, UUID article, UUID id, Instant at) {
        String address = "10." + (visitor >> 16) + "." + (visitor >> 8 & 255) + "." + (visitor & 255);
        return new Hit(new Visitor(IpAddress.parse(address).orElseThrow(), "Firefox"), article, id, at.getEpochSecond());
    }

    /** The hits in batches, as the queue makes them: of one second, and of a limited size. */
    public void count(List<Hit> hits) {
        hits.stream().collect(Collectors.groupingBy(Hit::at)).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(second -> {
                    List<Hit> rest = new ArrayList<>(second.getValue());
                    for (int from = 0; from < rest.size(); from += 4000) {
                        store(rest.subList(from, Math.min(rest.size(), from + 4000)));
                    }
                });
    }

    /** On a busy machine, the other instance may hold its rows for longer than the timeout: the queue tries again, too. */
    private void store(List<Hit> hits) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                store.store(hits);
                return;
            } catch (HeldUpException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    public void count(Hit... hits) {
        count(List.of(hits));
    }

    /** Flushes what is due, as the queue does while no hits come in. */
    void passTime(Instant now) {
        store.flushDue(now.getEpochSecond());
    }

    /** Null when the hit was not refused. */
    static Throwable refusal(Hit hit) {
        try {
            hit.outcome().getNow(null);
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }
}
