package vn.loa.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.http.client.TokenBuckets;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Slows down clients that guess keys. A client may show {@link #BURST} wrong keys at once, and one more every
 * {@link #PER_KEY}. A key or token that was valid lately is still checked, so that no caller is kept out by another one at the
 * same address.
 */
@ApplicationScoped
class FailedKeys {

    static final int BURST = 20;
    static final Duration PER_KEY = Duration.ofSeconds(6);

    private static final Logger LOG = Logger.getLogger(FailedKeys.class);
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);
    private static final int MAX_REMEMBERED = 1000;

    private final TokenBuckets buckets = new TokenBuckets(PER_KEY, BURST);
    private final Set<ByteBuffer> validLately = Collections.synchronizedSet(Collections.newSetFromMap(
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
                    return size() > MAX_REMEMBERED;
                }
            }));
    private final AtomicLong loggedAt = new AtomicLong();
    private final AtomicLong unlogged = new AtomicLong();
    private final CallerAddress addresses;
    private final Clock clock;
    private final Counter failed;
    private final Counter slowed;

    FailedKeys(CallerAddress addresses, Clock clock, MeterRegistry registry) {
        this.addresses = addresses;
        this.clock = clock;
        this.failed = Counter.builder("loa.keys.failed").description("Wrong keys and tokens that were shown")
                .register(registry);
        this.slowed = Counter.builder("loa.keys.slowed").description("Keys and tokens that were not looked at, because too "
                + "many wrong ones came from their client").register(registry);
    }

    /** Runs the authentication, or answers 429 to a client that has shown too many wrong keys or tokens. */
    Uni<SecurityIdentity> guard(RoutingContext request, String credential, Uni<SecurityIdentity> authentication) {
        ByteBuffer hash = ByteBuffer.wrap(ApiKey.hash(credential));
        IpAddress client = addresses.client(request.request());
        boolean limited = client != null && !validLately.contains(hash);
        // The token is taken before the check, because keys that are shown at the same time have not failed yet.
        long wait = limited ? buckets.take(client, clock.millis()) : 0;
        if (wait > 0) {
            slowed.increment();
            return Uni.createFrom().failure(Problem.of(ProblemType.TOO_MANY_REQUESTS,
                    "Too many wrong keys come from this address.").asException()
                    .withHeader("Retry-After", String.valueOf(wait)));
        }
        return authentication.onItem().invoke(identity -> validLately.add(hash))
                .onFailure(AuthenticationFailedException.class).invoke(wrong -> {
                    validLately.remove(hash);
                    countFailure(request);
                })
                .onItemOrFailure().invoke((identity, failure) -> {
                    if (limited && !(failure instanceof AuthenticationFailedException)) {
                        buckets.giveBack(client);
                    }
                });
    }

    private void countFailure(RoutingContext request) {
        failed.increment();
        long now = clock.millis();
        unlogged.incrementAndGet();
        long last = loggedAt.get();
        if (Math.abs(now - last) >= LOG_INTERVAL.toMillis() && loggedAt.compareAndSet(last, now)) {
            LOG.warnf("A wrong key or token was shown at %s; %d since this was last said", request.normalizedPath(),
                    unlogged.getAndSet(0));
        }
    }

    /** Forgets full buckets, so that no address stays in memory longer than a minute after its bucket refilled. */
    @Scheduled(every = "1m")
    void forget() {
        buckets.forgetFull(clock.millis());
    }
}
