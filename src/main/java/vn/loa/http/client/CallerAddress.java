package vn.loa.http.client;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.http.client.ProxyConfig.ForwardedHeader;

/**
 * Finds the IP address from which a request comes: the peer of the connection, or the client that a trusted proxy names.
 * Each proxy appends the address that called it. So the list is walked from its end, past the trusted proxies, to the first
 * address that is not trusted. The entries before it were written by that address, and are ignored.
 */
@ApplicationScoped
public class CallerAddress {

    private static final IpAddress NONE = IpAddress.parse("0.0.0.0").orElseThrow();

    private final List<Network> trusted;
    private final Optional<ForwardedHeader> header;

    CallerAddress(ProxyConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of());
        this.header = config.forwardedHeader();
    }

    /** The address from which the request comes, past the trusted proxies. */
    public IpAddress of(HttpServerRequest request) {
        // Not request.remoteAddress(): a proxy setting of Quarkus may have replaced that one.
        return of(peer(request.connection().remoteAddress().hostAddress()), request.headers());
    }

    /**
     * The client by which limits count: an IPv4 address or an IPv6 /64.
     *
     * @return null for a trusted proxy that names no client: its own address would stand for all readers
     */
    public IpAddress client(HttpServerRequest request) {
        IpAddress address = of(request);
        return isTrusted(address) ? null : address.clientPrefix();
    }

    /** @param host null for a Unix socket; a link-local address names its interface: "fe80::1%eth0" */
    static IpAddress peer(String host) {
        if (host == null) {
            return NONE;
        }
        int zone = host.indexOf('%');
        return IpAddress.parse(zone < 0 ? host : host.substring(0, zone)).orElse(NONE);
    }

    /** @param peer the other end of the connection */
    IpAddress of(IpAddress peer, MultiMap headers) {
        if (!isTrusted(peer)) {
            return peer;
        }
        if (header.isPresent()) {
            return walk(peer, header.get() == ForwardedHeader.FORWARDED ? forwarded(headers) : forwardedFor(headers));
        }
        List<String> forwardedFor = forwardedFor(headers);
        List<String> forwarded = forwarded(headers);
        if (forwardedFor.isEmpty() || forwarded.isEmpty()) {
            return walk(peer, forwarded.isEmpty() ? forwardedFor : forwarded);
        }
        // A proxy that writes one of the two headers may pass on the other one as the caller wrote it.
        IpAddress one = walk(peer, forwardedFor);
        return one.equals(walk(peer, forwarded)) ? one : peer;
    }

    private IpAddress walk(IpAddress peer, List<String> hops) {
        IpAddress nearest = peer;
        for (int n = hops.size() - 1; n >= 0 && isTrusted(nearest); n--) {
            Optional<IpAddress> hop = IpAddress.parse(withoutPort(hops.get(n)));
            if (hop.isEmpty()) {
                // "unknown" or an obfuscated name (RFC 7239, section 6): only the proxy that wrote it is known.
                return nearest;
            }
            nearest = hop.get();
        }
        return nearest;
    }

    private boolean isTrusted(IpAddress address) {
        for (Network network : trusted) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> forwardedFor(MultiMap headers) {
        List<String> hops = new ArrayList<>();
        for (String line : headers.getAll("X-Forwarded-For")) {
            for (String hop : line.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        return hops;
    }

    /** RFC 7239: {@code for=192.0.2.43, for="[2001:db8::17]:4711";proto=https}. An element without {@code for} is unknown. */
    private static List<String> forwarded(MultiMap headers) {
        List<String> hops = new ArrayList<>();
        for (String line : headers.getAll("Forwarded")) {
            for (String element : line.split(",", -1)) {
                String hop = "";
                for (String pair : element.split(";", -1)) {
                    String[] parts = pair.strip().split("=", 2);
                    if (parts.length == 2 && parts[0].equalsIgnoreCase("for")) {
                        hop = parts[1].replace("\"", "");
                    }
                }
                hops.add(hop);
            }
        }
        return hops;
    }

    /** The address in {@code 192.0.2.43:47011}, {@code [2001:db8::17]:4711}, {@code [2001:db8::17]} and {@code 2001:db8::17}. */
    private static String withoutPort(String node) {
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            return end < 0 ? "" : node.substring(1, end);
        }
        int colon = node.indexOf(':');
        return colon >= 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }
}
