package vn.loa.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import vn.loa.web.AddressBuckets;
import vn.loa.web.IpAddress;

/** How many hits an address may send. */
@ApplicationScoped
class AddressLimit {

    private final AddressBuckets buckets;

    AddressLimit(VisitorConfig config) {
        this.buckets = new AddressBuckets(Duration.ofSeconds(1).dividedBy(config.addressRate()), config.addressBurst());
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
    void forgetFull(long now) {
        buckets.forgetFull(now);
    }

    /** How many are remembered. */
    long size() {
        return buckets.size();
    }
}
