package vn.loa.imports.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry is, by its first bytes. Its name is asked only where bytes do not tell.
 *
 * @param kind null when it is left out
 * @param fault why it is left out; else null
 */
record EntryType(EntryKind kind, EntryFault fault) {

    private static final Set<String> SYSTEM_FOLDERS = Set.of("__macosx", ".git", ".svn", ".idea", "$recycle.bin", ".wget-hsts");
    private static final Set<String> SYSTEM_FILES = Set.of(".ds_store", "thumbs.db", "desktop.ini", "robots.txt", "humans.txt",
            "favicon.ico", ".htaccess", "web.config", "wget-log", ".listing", "sitemap.xml", "sitemap_index.xml");
    private static final Set<String> LAYOUT = Set.of("css", "js", "mjs", "map", "less", "scss", "woff", "woff2", "ttf", "otf", "eot");
    private static final Set<String> DATA = Set.of("json", "ndjson", "jsonl", "xml", "csv", "tsv", "rtf", "sql", "log", "yaml", "yml", "eml", "ics");
    private static final Set<String> TEXTS = Set.of("", "txt", "text");
    private static final Set<String> OTHER_OFFICE = Set.of("xls", "xlt", "ppt", "pps", "msg", "vsd", "mpp", "pub");
    private static final List<String> ARCHIVES = List.of("\u001f\u008b", "BZh", "\u00fd7zXZ", "7z\u00bc\u00af", "Rar!", "MSCF");
    private static final List<String> FONTS = List.of("wOFF", "wOF2", "OTTO", "\u0000\u0001\u0000\u0000\u0000");
    /** What may stand before the first element, with its end. */
    private static final Map<String, String> BEFORE_MARKUP = Map.of("<!--", "-->", "<?", "?>", "<%", "%>");
    private static final Pattern ELEMENT = Pattern.compile("<(?:!doctype\\s{1,9})?(\\w{1,40})");
    private static final Pattern TAG = Pattern.compile("</?(?:p|div|br|h[1-6]|table|tr|td|ul|ol|li|span|b|i|a|img|font)[\\s/>]");
    /** Elements with which other documents in XML begin. */
    private static final Set<String> OTHER_MARKUP = Set.of("svg", "rss", "feed", "urlset", "sitemapindex", "rdf", "opml", "plist", "xml");
    /** How wget writes a query into a name: after a question mark, escaped or not, or an at sign. */
    private static final Pattern QUERY = Pattern.compile("(?:\\?|%3[Ff]|@(?=[^@]*=)).*");

    static EntryType of(String name, byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("\u0089PNG\r\n") || bytes.startsWith("\u00ff\u00d8\u00ff") || bytes.startsWith("GIF8")
                || bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8)) {
            return kind(EntryKind.PICTURE);
        }
        int pdf = bytes.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1024) {
            return kind(EntryKind.DOCUMENT);
        }
        if (bytes.startsWith("PK\u0003\u0004")) {
            return packed(name, bytes);
        }
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OTHER_OFFICE.contains(extension(name)) ? left(EntryFault.OTHER_TYPE) : kind(EntryKind.DOCUMENT);
        }
        if (FONTS.stream().anyMatch(bytes::startsWith)) {
            return left(EntryFault.LAYOUT);
        }
        return ARCHIVES.stream().anyMatch(bytes::startsWith) ? left(EntryFault.NESTED_ARCHIVE) : text(name, head);
    }

    /** DOCX is a zip; so are other formats of offices, and archives. */
    private static EntryType packed(String name, String bytes) {
        boolean office = bytes.contains("[Content_Types].xml") || bytes.contains("_rels/.rels") || bytes.contains("docProps/");
        if (bytes.contains("word/") || office && extension(name).equals("docx")) {
            return kind(EntryKind.DOCUMENT);
        }
        return left(office || bytes.startsWith("mimetype", 30) ? EntryFault.OTHER_TYPE : EntryFault.NESTED_ARCHIVE);
    }

    private static EntryType text(String name, byte[] head) {
        String text = decode(head);
        if (text == null) {
            return left(LAYOUT.contains(extension(name)) ? EntryFault.LAYOUT : EntryFault.OTHER_TYPE);
        }
        String element = firstElement(text);
        if (text.contains("wordpress.org/export/") && text.contains("<rss")) {
            return kind(EntryKind.WORDPRESS);
        }
        if (element != null) {
            return OTHER_MARKUP.contains(element) ? left(EntryFault.OTHER_TYPE) : kind(EntryKind.PAGE);
        }
        String extension = extension(name);
        if (LAYOUT.contains(extension)) {
            return left(EntryFault.LAYOUT);
        }
        // Programs may print a warning before the page.
        boolean page = extension.startsWith("htm") || extension.equals("xhtml") || !DATA.contains(extension) && TAG.matcher(text).find();
        return page ? kind(EntryKind.PAGE) : TEXTS.contains(extension) ? kind(EntryKind.TEXT) : left(EntryFault.OTHER_TYPE);
    }

    /** The name of the element with which a text begins, or of its document type; null when it begins with none. */
    private static String firstElement(String text) {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            String end = BEFORE_MARKUP.entrySet().stream().filter(each -> text.startsWith(each.getKey(), start))
                    .map(Map.Entry::getValue).findFirst().orElse(null);
            if (end != null) {
                int behind = text.indexOf(end, at);
                at = behind < 0 ? text.length() : behind + end.length();
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                Matcher element = ELEMENT.matcher(text).region(at, text.length());
                return element.lookingAt() ? element.group(1) : null;
            }
        }
        return null;
    }

    /** In lower case, and null when it is no text. Only ASCII matters here, so that any encoding will do that contains it. */
    private static String decode(byte[] head) {
        boolean wide = head.length > 1 && ((head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE || (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF);
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        String text = new String(head, charset);
        text = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        return text.indexOf('\0') >= 0 ? null : text.toLowerCase(Locale.ROOT);
    }

    /** In lower case; of {@code style.css?ver=1} it is {@code css}, and of {@code tin?id=1} it is empty. */
    private static String extension(String name) {
        String plain = QUERY.matcher(name).replaceFirst("");
        int dot = plain.lastIndexOf('.');
        return dot <= 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static boolean isSystemFile(String path) {
        String[] segments = path.toLowerCase(Locale.ROOT).split("/");
        for (String segment : segments) {
            if (SYSTEM_FOLDERS.contains(segment) || segment.startsWith("._")) {
                return true;
            }
        }
        return SYSTEM_FILES.contains(segments[segments.length - 1]);
    }

    private static EntryType kind(EntryKind kind) {
        return new EntryType(kind, null);
    }

    private static EntryType left(EntryFault fault) {
        return new EntryType(null, fault);
    }
}
