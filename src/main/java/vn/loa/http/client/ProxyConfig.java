package vn.loa.http.client;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Who is believed about where requests come from. The prefix is that of the counters, which alone asked at first. */
@ConfigMapping(prefix = "loa.visitor")
public interface ProxyConfig {

    /** The proxies in front of Loa: addresses, or networks like {@code 10.0.0.0/8}. They are believed about callers. */
    @Allowed(words = "addresses, or networks like 10.0.0.0/8, with commas")
    Optional<List<Network>> trustedProxies();

    /** The header that those proxies write. Not set: whichever is there, and neither when the two disagree. */
    Optional<ForwardedHeader> forwardedHeader();

    /** The headers in which proxies say whom they speak for. */
    enum ForwardedHeader {
        X_FORWARDED_FOR, FORWARDED
    }
}
