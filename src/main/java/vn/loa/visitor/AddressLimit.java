package vn.loa.visitor;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket for each address, kept as the one number that it comes down to: the moment when the bucket will be
 * full again (the generic cell rate algorithm, ITU-T I.371). Per instance, in bounded memory: a bucket that nobody takes
 * from while one could fill is full, and need not be kept.
 */
@ApplicationScoped
class AddressLimit {

    private static final int ADDRESSES = 100_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long perHit;
    private final long whole;
    private final long minutesToFill;
    private final Generations<IpAddress, AtomicLong> buckets = new Generations<>(ADDRESSES);
    private final AtomicLong minutes = new AtomicLong();

    AddressLimit(VisitorConfig config) {
        this.perHit = Duration.ofSeconds(1).toNanos() / config.addressRate();
        this.whole = perHit * config.addressBurst();
        this.minutesToFill = Duration.ofNanos(whole).toMinutes() + 1;
    }

    /** Forgets the addresses that have not come for as long as a bucket takes to fill. */
    @Scheduled(every = "1m", identity = "address-buckets", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetFull() {
        if (minutes.incrementAndGet() % minutesToFill == 0) {
            buckets.turn();
        }
    }

    /** How many are remembered. */
    int addresses() {
        return buckets.size();
    }

    /**
     * Takes a token.
     *
     * @param now in milliseconds since the epoch
     * @return 0, or how many seconds to wait for the next token
     */
    long take(IpAddress household, long now) {
        long nanos = now * NANOS_PER_MILLI;
        AtomicLong fullAt = buckets.get(household, address -> new AtomicLong(nanos));
        while (true) {
            long seen = fullAt.get();
            // No bucket takes so long to fill: the clock was set back, and it is full.
            long from = seen > nanos + whole ? nanos : Math.max(seen, nanos);
            long next = from + perHit;
            if (next - nanos > whole) {
                return Math.max(1, Duration.ofNanos(next - nanos - whole).toSeconds());
            }
            if (fullAt.compareAndSet(seen, next)) {
                return 0;
            }
        }
    }
}
