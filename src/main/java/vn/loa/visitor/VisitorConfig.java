package vn.loa.visitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import vn.loa.settings.Allowed;

/** Settings of counting: limits for each address and network, queue and streams, and how long hours are kept. */
@ConfigMapping(prefix = "loa.visitor")
public interface VisitorConfig {

    /** Hits that an address may send each second in the long run. */
    @WithDefault("20")
    @Allowed(from = "1", to = "1000000")
    int addressRate();

    /** Hits that an address may send at once. */
    @WithDefault("200")
    @Allowed(from = "1", to = "1000000")
    int addressBurst();

    /** New visitors in a minute from one network (IPv4 /24, IPv6 /48), at each instance. */
    @WithDefault("300")
    @Allowed(from = "1", to = "1000000")
    int networkCeiling();

    /** Hits that may wait to be stored; more are refused. */
    @WithDefault("20000")
    @Allowed(from = "1", to = "1000000")
    int queue();

    /** Open streams of the counters; more are refused. */
    @WithDefault("1000")
    @Allowed(from = "0", to = "100000")
    int listeners();

    /** Open streams of the counters from one address (IPv6: from one /64); more are refused. */
    @WithDefault("100")
    @Allowed(from = "1", to = "100000")
    int listenersPerAddress();

    /** Days of which every hour is kept. Of earlier days only the sums are kept. */
    @WithDefault("92")
    @Allowed(from = "1", to = "3650")
    int hoursKept();
}
