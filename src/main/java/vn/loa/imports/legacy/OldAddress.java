package vn.loa.imports.legacy;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address of an earlier site. Two addresses are the same when they differ only in http or https, www, the default port, the
 * case of the host, how letters are escaped, the order of the query's parameters, or the fragment.
 *
 * @param key what is compared: {@code old.example/chi-tiet-tin?id=123&l=vi}
 * @param location host, path and query as they were given, with the characters escaped that must be
 */
record OldAddress(String key, String location) {

    /** The most characters of an address, and of its key. */
    static final int LONGEST = 2000;

    private static final String FORM = "must be an absolute address of http or https, such as "
            + "https://old.example/chi-tiet-tin?id=123";
    private static final String TOO_LONG = "must have at most " + LONGEST + " characters, with its letters escaped";
    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** Nobody writes them, and PostgreSQL does not store all of them: control characters and half surrogate pairs. */
    private static final Pattern NO_CHARACTER = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    /** What browsers send escaped, and {@link URI} refuses otherwise. */
    private static final Pattern UNSAFE = Pattern.compile("[^\\x21-\\x7E]|[\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

    /** @throws IllegalArgumentException with a message for the caller */
    static OldAddress parse(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST || !SCHEME.matcher(stripped).find()) {
            throw new IllegalArgumentException(stripped.length() > LONGEST ? TOO_LONG : FORM);
        }
        if (NO_CHARACTER.matcher(stripped).find()) {
            throw new IllegalArgumentException(FORM);
        }
        int fragment = stripped.indexOf('#');
        String address = fragment < 0 ? stripped : stripped.substring(0, fragment);
        int path = pathStart(address);
        URI uri = uri(address.substring(0, path), UNSAFE.matcher(address.substring(path)).replaceAll(found -> encoded(found.group())));
        String host = host(uri);
        String query = uri.getRawQuery() == null || uri.getRawQuery().isEmpty() ? "" : "?" + uri.getRawQuery();
        String where = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String key = host + path(where) + (query.isEmpty() ? "" : "?" + sorted(query.substring(1)));
        String location = uri.getHost().toLowerCase(Locale.ROOT) + port(uri) + where + query;
        if (key.length() > LONGEST || location.length() > LONGEST) {
            throw new IllegalArgumentException(TOO_LONG);
        }
        return new OldAddress(key, location);
    }

    private static int pathStart(String address) {
        int host = address.indexOf("//") + 2;
        for (int i = host; i < address.length(); i++) {
            if ("/?".indexOf(address.charAt(i)) >= 0) {
                return i;
            }
        }
        return address.length();
    }

    private static URI uri(String site, String rest) {
        try {
            int host = site.indexOf("//") + 2;
            String ascii = site.chars().allMatch(c -> c < 0x80) ? site : site.substring(0, host) + IDN.toASCII(site.substring(host));
            URI uri = new URI(ascii + rest);
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException(FORM);
            }
            return uri;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException(FORM, e);
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return (host.startsWith("www.") ? host.substring(4) : host) + port(uri);
    }

    private static String port(URI uri) {
        return uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
    }

    /** The parameters in order; several of one name keep theirs. */
    private static String sorted(String query) {
        return Arrays.stream(query.split("&")).filter(parameter -> !parameter.isEmpty()).map(parameter -> {
            int equals = parameter.indexOf('=');
            return equals < 0 ? escaped(parameter) : escaped(parameter.substring(0, equals)) + "="
                    + escaped(parameter.substring(equals + 1));
        }).sorted((one, other) -> name(one).compareTo(name(other))).collect(Collectors.joining("&"));
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    /** A plus is itself in a path, and a space in a query. An escaped slash does not divide a path. */
    private static String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(segment -> escaped(segment.replace("+", "%2B"))).collect(Collectors.joining("/"));
    }

    /** Escaped in one way; what is no UTF-8 stays as it is. */
    private static String escaped(String text) {
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        return decoded.indexOf('\uFFFD') < 0 ? encoded(decoded)
                : ESCAPE.matcher(text).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
