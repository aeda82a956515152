package vn.loa.imports.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file of a mirror stood on its site, by the names that wget gives: a folder is called after the host, and the query
 * is part of the name. With --adjust-extension, {@code .html} is added to names without it.
 *
 * @param address null when no folder is called like a host
 * @param others which may be right, too
 */
record MirrorAddress(String address, List<String> others) {

    private static final MirrorAddress NONE = new MirrorAddress(null, List.of());
    /** The host is the first folder, below the folder of the archive and that of the protocol. */
    private static final int DEEPEST_HOST = 3;
    private static final Pattern HOST = Pattern.compile(
            "((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)++([a-z]{2,24}|xn--[a-z0-9-]{1,59}))(?:[:+]([0-9]{1,5}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IP_ADDRESS = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?:[:+]([0-9]{1,5}))?");
    /** Endings of folders that are no hosts. */
    private static final Set<String> NO_HOST = Set.of("files", "html", "htm", "old", "bak", "backup", "tmp", "orig", "php", "assets",
            "dir", "folder", "zip", "tar", "fld");
    private static final Pattern QUERY = Pattern.compile("\\?|%3[Ff]|@(?=[^@]*=)");
    private static final Pattern PROGRAM_PAGE = Pattern.compile(".*\\.(?:php[3-8]?|aspx?|jspx?|cfm|do|cgi|pl|ashx)\\.html?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML = Pattern.compile("\\.html?$", Pattern.CASE_INSENSITIVE);

    static MirrorAddress of(String path) {
        String[] segments = path.split("/");
        for (int i = 0; i < Math.min(segments.length - 1, DEEPEST_HOST); i++) {
            String host = host(segments[i]);
            if (host != null) {
                String scheme = i > 0 && segments[i - 1].equals("http") ? "http://" : "https://";
                return named(scheme + host + folder(segments, i + 1), segments[segments.length - 1]);
            }
        }
        return NONE;
    }

    private static String host(String segment) {
        Matcher host = HOST.matcher(segment);
        if (host.matches() && !NO_HOST.contains(host.group(2).toLowerCase(Locale.ROOT))) {
            return host.group(1) + (host.group(3) == null ? "" : ":" + host.group(3));
        }
        Matcher ip = IP_ADDRESS.matcher(segment);
        return ip.matches() ? ip.group(1) + (ip.group(2) == null ? "" : ":" + ip.group(2)) : null;
    }

    private static String folder(String[] segments, int from) {
        StringBuilder folder = new StringBuilder("/");
        for (int i = from; i < segments.length - 1; i++) {
            folder.append(WebAddress.escaped(segments[i], WebAddress.PATH_SEGMENT)).append('/');
        }
        return folder.toString();
    }

    /** @param folder absolute, with a slash at its end */
    private static MirrorAddress named(String folder, String name) {
        Matcher mark = QUERY.matcher(name);
        boolean queried = mark.find();
        String file = queried ? name.substring(0, mark.start()) : name;
        String query = queried ? name.substring(mark.end()) : null;
        List<String> found = new ArrayList<>();
        if (queried) {
            String adjusted = HTML.matcher(query).replaceFirst("");
            if (!adjusted.equals(query)) {
                found.addAll(addresses(folder, file, adjusted));
            }
        } else if (PROGRAM_PAGE.matcher(file).matches()) {
            found.addAll(addresses(folder, HTML.matcher(file).replaceFirst(""), null));
        }
        found.addAll(addresses(folder, file, query));
        if (!queried && HTML.matcher(file).find() && !isIndex(file)) {
            found.addAll(addresses(folder, HTML.matcher(file).replaceFirst(""), null));
        }
        if (queried && LinkKeys.isFile(file)) {
            found.addAll(addresses(folder, file, null));
        }
        List<String> distinct = found.stream().distinct().toList();
        return new MirrorAddress(distinct.get(0), distinct.subList(1, distinct.size()));
    }

    /** The page of a folder is saved as index.html. */
    private static List<String> addresses(String folder, String file, String query) {
        String asked = query == null || query.isEmpty() ? "" : "?" + WebAddress.escaped(query, WebAddress.QUERY);
        String full = folder + WebAddress.escaped(file, WebAddress.PATH_SEGMENT) + asked;
        return isIndex(file) ? List.of(folder + asked, full) : List.of(full);
    }

    private static boolean isIndex(String file) {
        return file.equalsIgnoreCase("index.html") || file.equalsIgnoreCase("index.htm");
    }
}
