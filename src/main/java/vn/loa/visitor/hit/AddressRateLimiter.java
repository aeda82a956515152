package vn.loa.visitor.hit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import vn.loa.http.client.IpAddress;
import vn.loa.http.client.TokenBuckets;
import vn.loa.visitor.VisitorConfig;

/** How many hits an address may send. */
@ApplicationScoped
public class AddressRateLimiter {

    private final TokenBuckets buckets;

    AddressRateLimiter(VisitorConfig config) {
        this.buckets = new TokenBuckets(Duration.ofSeconds(1).dividedBy(config.addressRate()), config.addressBurst());
    }

    /**
     * Takes a token.
     *
     * @param now in milliseconds since the epoch
     * @return 0, or how many seconds to wait for the next token
     */
    long take(IpAddress household, long now) {
        return buckets.take(household, now);
    }

    /** So that nobody's address stays. */
    public void forgetFull(long now) {
        buckets.forgetFull(now);
    }

    /** How many are remembered. */
    long size() {
        return buckets.size();
    }
}
