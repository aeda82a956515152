package vn.loa.changes.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.http.client.IpAddress;
import vn.loa.http.client.Network;

/**
 * Which addresses receivers may have: those of the public internet (IANA's registries of special-purpose addresses, RFC 6890), and
 * the networks that a setting lists. Otherwise whoever may make a webhook could send requests to the network in which Loa runs.
 */
@ApplicationScoped
class AddressRules {

    private static final List<Network> SPECIAL_IPV4 = networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's service for the machines that it runs: the one service of this kind at a public address.
            "168.63.129.16/32");
    /** All other addresses of IPv6 are local, or stand for addresses of IPv4, or are not assigned. */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");
    /** Protocols (Teredo, benchmarks, ORCHID), documentation, and 6to4, which stands for addresses of IPv4. */
    private static final List<Network> SPECIAL_IPV6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private final List<Network> listed;

    @Inject
    AddressRules(WebhookConfig config) {
        this(config.allowedNetworks().orElse(List.of()));
    }

    /** @param listed networks that are allowed although they are special */
    AddressRules(List<Network> listed) {
        this.listed = List.copyOf(listed);
    }

    private static List<Network> networks(String... networks) {
        return Stream.of(networks).map(Network::of).toList();
    }

    boolean allow(IpAddress address) {
        return listed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(IpAddress address) {
        return address.isIpv4() ? SPECIAL_IPV4.stream().noneMatch(network -> network.contains(address))
                : GLOBAL_IPV6.contains(address) && SPECIAL_IPV6.stream().noneMatch(network -> network.contains(address));
    }
}
