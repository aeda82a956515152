package vn.loa.visitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who is believed, how much is counted from one place, and how much is kept in memory. */
@ConfigMapping(prefix = "loa.visitor")
public interface VisitorConfig {

    /** The proxies in front of Loa: addresses, or networks like {@code 10.0.0.0/8}. They are believed about callers. */
    Optional<List<Network>> trustedProxies();

    /** The header that those proxies write. Not set: whichever is there, and neither when the two disagree. */
    Optional<ForwardedHeader> forwardedHeader();

    /** Hits that an address may send each second in the long run. */
    @WithDefault("20")
    int addressRate();

    /** Hits that an address may send at once. */
    @WithDefault("200")
    int addressBurst();

    /** New visitors in a minute from one network (IPv4 /24, IPv6 /48), at each instance. */
    @WithDefault("300")
    int networkCeiling();

    /** Hits that wait for being stored; more are refused. */
    @WithDefault("20000")
    int queue();

    /** Who listens to the stream at the same time; more are refused. */
    @WithDefault("1000")
    int listeners();

    /** Days of which every hour is kept; of earlier ones only the day's sums are. */
    @WithDefault("92")
    int hoursKept();

    /** The headers in which proxies say whom they speak for. */
    enum ForwardedHeader {
        X_FORWARDED_FOR, FORWARDED
    }
}
