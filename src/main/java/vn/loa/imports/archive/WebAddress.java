package vn.loa.imports.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address as pages write it: nothing in it is too odd to be read (RFC 3986, appendix B).
 *
 * @param scheme null in a relative one
 * @param authority null likewise
 * @param path with the escapes that it has
 * @param query null for none
 * @param fragment null for none
 */
record WebAddress(String scheme, String authority, String path, String query, String fragment) {

    /** What may stand unescaped, beside letters of ASCII and digits. */
    static final String PATH_SEGMENT = "-._~!$&'()*+,;=:@%";
    static final String QUERY = PATH_SEGMENT + "/?";

    private static final String PATH = PATH_SEGMENT + "/";
    private static final Pattern PARTS = Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
            Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** Browsers skip them inside an address, too (WHATWG, URL). */
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\t]");

    static WebAddress parse(String written) {
        String text = LINE_ENDS.matcher(written.strip()).replaceAll("");
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("every text matches");
        }
        String scheme = parts.group(1) == null ? null : parts.group(1).toLowerCase(Locale.ROOT);
        if (text.indexOf('\\') >= 0 && (scheme == null || scheme.startsWith("http"))) {
            return parse(text.replace('\\', '/'));
        }
        return new WebAddress(scheme, parts.group(2), parts.group(3), parts.group(4), parts.group(5));
    }

    /** Whether it leads to a page or a file, and not to a place in the same page, an e-mail or a script. */
    boolean leadsElsewhere() {
        return (scheme == null || isWeb()) && !(authority == null && path.isEmpty() && query == null);
    }

    private boolean isWeb() {
        return scheme.equals("http") || scheme.equals("https");
    }

    boolean isAbsolute() {
        return scheme != null && isWeb() && authority != null && !authority.isEmpty();
    }

    /** Where a link in a page at this address leads (RFC 3986, section 5.2). */
    WebAddress resolve(WebAddress link) {
        if (link.scheme != null) {
            return link;
        }
        if (link.authority != null) {
            return new WebAddress(scheme, link.authority, withoutDots(link.path), link.query, link.fragment);
        }
        if (link.path.isEmpty()) {
            return new WebAddress(scheme, authority, path, link.query == null ? query : link.query, link.fragment);
        }
        String joined = link.path.startsWith("/") ? link.path : path.substring(0, path.lastIndexOf('/') + 1) + link.path;
        return new WebAddress(scheme, authority, withoutDots(joined.startsWith("/") ? joined : "/" + joined), link.query, link.fragment);
    }

    /** Resolves {@code .} and {@code ..}; above the root there is nothing. */
    static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] all = path.split("/", -1);
        for (int i = 0; i < all.length; i++) {
            boolean last = i == all.length - 1;
            if (all[i].equals("..")) {
                if (segments.size() > 1 || segments.size() == 1 && !segments.peekLast().isEmpty()) {
                    segments.removeLast();
                }
            } else if (!all[i].equals(".")) {
                segments.addLast(all[i]);
                continue;
            }
            if (last) {
                segments.addLast("");
            }
        }
        return String.join("/", segments);
    }

    /** Complete, with everything escaped that must be; without the fragment. */
    String absolute() {
        return scheme + "://" + authority + escaped(path, PATH) + (query == null ? "" : "?" + escaped(query, QUERY));
    }

    /**
     * The same for all ways to write one address: http or https, with www or not, the case of the host, the order of the
     * parameters, escapes, Unicode's normalisation, a slash at the end.
     */
    String key() {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT).replaceFirst(":(?:80|443)?$", "");
        String where = decoded(path.replace("+", "%2B"));
        where = where.endsWith("/") ? where.substring(0, where.length() - 1) : where;
        String asked = query == null || query.isEmpty() ? "" : Arrays.stream(query.split("&")).filter(each -> !each.isEmpty())
                .map(WebAddress::decoded).sorted().collect(Collectors.joining("&", "?", ""));
        return (host.startsWith("www.") ? host.substring(4) : host) + where + asked;
    }

    /** Decoded, in NFC; what is no UTF-8 stays escaped. */
    static String decoded(String text) {
        String decoded = text;
        if (text.indexOf('%') >= 0 || text.indexOf('+') >= 0) {
            String safe = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
            String read = URLDecoder.decode(safe, StandardCharsets.UTF_8);
            decoded = read.indexOf('\uFFFD') < 0 ? read : text;
        }
        return Normalizer.normalize(decoded, Normalizer.Form.NFC);
    }

    /** With everything escaped but letters, digits and the characters that are allowed. Escapes stay as they are. */
    static String escaped(String text, String allowed) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
            if (plain && (c != '%' || ESCAPED.matcher(text).region(i, text.length()).lookingAt())) {
                out.append((char) c);
            } else {
                for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", b));
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
