package vn.loa.http.client;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** The proxies that are trusted to name the client. The prefix is that of the counters, the first users of these settings. */
@ConfigMapping(prefix = "loa.visitor")
public interface ProxyConfig {

    /** The proxies in front of Loa, by address or network, such as {@code 10.0.0.0/8}. */
    @Allowed(words = "addresses, or networks like 10.0.0.0/8, with commas")
    Optional<List<Network>> trustedProxies();

    /** The header that those proxies write. Not set: the one that is there, and neither when the two disagree. */
    Optional<ForwardedHeader> forwardedHeader();

    /** The headers in which proxies name the client. */
    enum ForwardedHeader {
        X_FORWARDED_FOR, FORWARDED
    }
}
