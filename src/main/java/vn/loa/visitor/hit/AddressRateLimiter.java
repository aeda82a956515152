package vn.loa.visitor.hit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import vn.loa.http.client.IpAddress;
import vn.loa.http.client.TokenBuckets;
import vn.loa.visitor.VisitorConfig;

/** Limits how many hits a client may send: a token bucket for each address, or for each IPv6 /64. */
@ApplicationScoped
public class AddressRateLimiter {

    private final TokenBuckets buckets;

    AddressRateLimiter(VisitorConfig config) {
        this.buckets = new TokenBuckets(Duration.ofSeconds(1).dividedBy(config.addressRate()), config.addressBurst());
    }

    /**
     * Takes a token.
     *
     * @param client an address, or the prefix of an IPv6 one
     * @param now in milliseconds since the epoch
     * @return 0, or how many seconds to wait for the next token
     */
    long take(IpAddress client, long now) {
        return buckets.take(client, now);
    }

    /** Forgets full buckets, so that no address stays in memory longer than a minute after its bucket refilled. */
    public void forgetFull(long now) {
        buckets.forgetFull(now);
    }

    /** How many addresses are in memory. */
    long size() {
        return buckets.size();
    }
}
