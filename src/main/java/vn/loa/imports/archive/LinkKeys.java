package vn.loa.imports.archive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The texts by which links find entries. An entry has keys, a link has keys: the first key of the link that an entry has leads
 * to this entry. {@code p:} is followed by a path in the archive, {@code i:} by one in lower case, for sites of servers that do
 * not tell cases apart, {@code a:} by an address.
 */
public final class LinkKeys {

    /** Folders above a page that may be the site's root. */
    private static final int ROOTS = 6;

    private static final Pattern FILE = Pattern.compile("\\.(?:png|jpe?g|gif|webp|pdf|docx?)$", Pattern.CASE_INSENSITIVE);

    private LinkKeys() {
    }

    static List<String> ofPath(String path) {
        return List.of("p:" + path, "i:" + path.toLowerCase(Locale.ROOT));
    }

    /** Of an address at which something stands; none when it is not absolute. */
    public static List<String> ofAddress(String address) {
        WebAddress parsed = WebAddress.parse(address);
        return parsed.isAbsolute() ? List.of("a:" + parsed.key()) : List.of();
    }

    /**
     * Of a link.
     *
     * @param path of the page in its archive; null when it is in none
     * @param address of the page; null when it is not known
     */
    static List<String> ofLink(WebAddress link, String path, WebAddress address) {
        Set<String> keys = new LinkedHashSet<>();
        add(link, path, address, keys);
        if (link.query() != null && isFile(link.path())) {
            add(new WebAddress(link.scheme(), link.authority(), link.path(), null, null), path, address, keys);
        }
        List<String> exact = new ArrayList<>(keys);
        exact.stream().filter(key -> key.startsWith("p:")).forEach(key -> keys.add("i:" + key.substring(2).toLowerCase(Locale.ROOT)));
        return List.copyOf(keys);
    }

    /** Whether a name is one of a picture or a document, of which a query only names the version. */
    static boolean isFile(String name) {
        return FILE.matcher(name).find();
    }

    private static void add(WebAddress link, String path, WebAddress address, Set<String> keys) {
        if (path != null && link.scheme() == null && link.authority() == null && !link.path().startsWith("/")) {
            addPath(join(folder(path), link), keys);
        }
        WebAddress full = address == null ? link : address.resolve(link);
        if (full.isAbsolute()) {
            keys.add("a:" + full.key());
        }
        boolean ownSite = link.authority() == null || address != null && full.isAbsolute() && host(full).equals(host(address));
        if (path != null && ownSite && link.path().startsWith("/")) {
            rootsOf(path).forEach(root -> addPath(join(root, link), keys));
        }
    }

    static String host(WebAddress address) {
        return new WebAddress(address.scheme(), address.authority(), "", null, null).key();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The folders above a page, the nearest to the archive's root first. */
    private static List<String> rootsOf(String path) {
        List<String> roots = new ArrayList<>(List.of(""));
        for (int i = path.indexOf('/'); i >= 0 && roots.size() <= ROOTS; i = path.indexOf('/', i + 1)) {
            roots.add(path.substring(0, i + 1));
        }
        return roots;
    }

    /** The path as a file of a mirror would have it: decoded, the query in the name. */
    private static String join(String folder, WebAddress link) {
        String relative = link.path().startsWith("/") ? link.path().substring(1) : link.path();
        String decoded = WebAddress.decoded(relative.replace("+", "%2B"));
        return folder + decoded + (link.query() == null ? "" : "?" + WebAddress.decoded(link.query().replace("+", "%2B")));
    }

    private static void addPath(String path, Set<String> keys) {
        String plain = Normalizer.normalize(WebAddress.withoutDots(path), Normalizer.Form.NFC);
        String found = plain.startsWith("/") ? plain.substring(1) : plain;
        keys.add("p:" + (found.isEmpty() || found.endsWith("/") ? found + "index.html" : found));
    }
}
