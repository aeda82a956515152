package vn.loa.changes.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.http.client.IpAddress;

/**
 * The address of a receiver. Its host has one of three forms, which every reader takes for the same host: a name of letters, digits
 * and hyphens, four decimal numbers, or an IPv6 address in brackets.
 *
 * @param literal the host, if it is an address
 * @param path with the query
 */
record ReceiverUrl(boolean secure, String host, Optional<IpAddress> literal, int port, String path) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** Below it are mail, names, files and other services that are not HTTP. */
    private static final int FIRST_FREE_PORT = 1024;
    private static final int LAST_PORT = 65_535;

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e&&[^\\\\]]+");
    /** The last label has a letter first, because readers disagree whether 0x7f.1 is a name. */
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    /** Without leading zeros, which some take for octal numbers. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with what is wrong, to be read behind the field's name
     */
    static ReceiverUrl parse(String text) {
        if (!VISIBLE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be of visible ASCII characters: write names of other letters as xn--…");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an absolute address, such as https://www.example.vn/hook");
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !"http".equalsIgnoreCase(uri.getScheme()) || uri.isOpaque() || uri.getRawAuthority() == null) {
            throw new IllegalArgumentException("must be an absolute address, such as https://www.example.vn/hook");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("may have no fragment (#)");
        }
        if (uri.getRawAuthority().indexOf('@') >= 0) {
            throw new IllegalArgumentException("may have no user or password before its host");
        }
        String host = uri.getHost() == null ? "" : uri.getHost();
        Optional<IpAddress> literal = literal(host);
        if (literal.isEmpty() && !NAME.matcher(host).matches()) {
            throw new IllegalArgumentException("must have a host that is a name, four decimal numbers, or an IPv6 address in brackets");
        }
        String path = (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new ReceiverUrl(secure, host, literal, port(uri, secure), path);
    }

    private static Optional<IpAddress> literal(String host) {
        if (IPV6.matcher(host).matches()) {
            return IpAddress.parse(host.substring(1, host.length() - 1));
        }
        return IPV4.matcher(host).matches() ? IpAddress.parse(host) : Optional.empty();
    }

    private static int port(URI uri, boolean secure) {
        int port = uri.getPort() < 0 ? secure ? HTTPS : HTTP : uri.getPort();
        if (port != HTTPS && port != HTTP && (port < FIRST_FREE_PORT || port > LAST_PORT)) {
            throw new IllegalArgumentException("must have the port 80, 443, or one from 1024 to 65535");
        }
        return port;
    }

    /** The host as in {@code Host}, without the port; the name for TLS. */
    String name() {
        return host;
    }

    /** Without its path and query, which may hold a secret: for logs. */
    String origin() {
        return (secure ? "https://" : "http://") + host + ":" + port;
    }
}
