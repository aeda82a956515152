package vn.loa.imports.archive.wordpress;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Shortcodes, which a plug-in replaces when WordPress shows a page. Captions, galleries, embedded pages and files become HTML;
 * of others the words between them stay. Words in brackets that no plug-in would know stay, too.
 */
final class Shortcodes {

    private static final Pattern CODE = Pattern.compile("(?<!\\[)\\[(/?)([A-Za-z][A-Za-z0-9_-]{0,60})((?:\\s[^\\[\\]<>]{0,2000})?)\\](?!\\])");
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z][\\w-]{0,60})\\s?=\\s?(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");
    private static final Pattern ENTITY_QUOTE = Pattern.compile("&(?:quot|#0?34|#8220|#8221|#8243|ldquo|rdquo);|[“”″]");
    /** Page builders, whose codes only set things beside each other. */
    private static final Pattern LAYOUT = Pattern.compile(
            "(?:vc|et_pb|fusion|av|su|ux|mk|kc|tatsu|cs|wpb|td|dt|thb|nectar|elementor)_.*|row|col|section|column|columns|tab|tabs|accordion|toggle|title|gap|divider");
    private static final Pattern CAPTION = Pattern.compile("^\\s*((?:<a\\b[^>]*>\\s*)?<img\\b[^>]*>(?:\\s*</a>)?)(.*)$", Pattern.DOTALL);
    private static final Set<String> EMBEDDED = Set.of("embed", "audio", "video", "playlist", "pdf-embedder", "pdf", "gview", "embeddoc",
            "file", "download", "flipbook", "real3dflipbook", "pdfjs-viewer", "iframe", "youtube");
    private static final List<String> FILES = List.of("url", "src", "href", "file", "mp3", "mp4", "m4a", "m4v", "ogg", "webm", "pdf");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");

    private final String content;
    private final String post;
    private final ExportIndex index;
    private final Set<String> lost;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> opened = new HashSet<>();
    /** Where each name's closing codes begin. */
    private final Map<String, NavigableSet<Integer>> closings = new HashMap<>();

    private Shortcodes(String content, String post, ExportIndex index, Set<String> lost) {
        this.content = content;
        this.post = post;
        this.index = index;
        this.lost = lost;
        CODE.matcher(content).results().forEach(code -> {
            if (code.group(1).isEmpty()) {
                opened.add(code.group(2));
            } else {
                closings.computeIfAbsent(code.group(2), name -> new TreeSet<>()).add(code.start());
            }
        });
    }

    /** @param lost takes the names of those that were left out */
    static String replaced(String content, String post, ExportIndex index, Set<String> lost) {
        return new Shortcodes(content, post, index, lost).replaced();
    }

    private String replaced() {
        Matcher code = CODE.matcher(content);
        int from = 0;
        while (code.find(from)) {
            out.append(content, from, code.start());
            from = replace(code);
        }
        return out.append(content, from, content.length()).toString();
    }

    /** @return where reading goes on */
    private int replace(Matcher code) {
        String name = code.group(2).toLowerCase(Locale.ROOT);
        Map<String, String> attributes = attributes(code.group(3));
        boolean opens = code.group(1).isEmpty();
        if (opens && (name.equals("caption") || name.equals("wp_caption"))) {
            return caption(code, attributes);
        }
        if (opens && name.equals("gallery")) {
            gallery(attributes);
            return code.end();
        }
        if (opens && EMBEDDED.contains(name)) {
            return embedded(code, name, attributes);
        }
        boolean known = LAYOUT.matcher(name).matches() || !attributes.isEmpty() || EMBEDDED.contains(name)
                || (opens ? closings.containsKey(code.group(2)) : opened.contains(code.group(2)));
        if (!known) {
            out.append(code.group());
        } else if (!LAYOUT.matcher(name).matches()) {
            lost.add(name);
        }
        return code.end();
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher found = ATTRIBUTE.matcher(ENTITY_QUOTE.matcher(text).replaceAll("\""));
        while (found.find()) {
            attributes.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT),
                    Stream.of(2, 3, 4).map(found::group).filter(value -> value != null).findFirst().orElse(""));
        }
        return attributes;
    }

    /** Where the words of a code end; -1 when it is not closed. */
    private int end(Matcher code) {
        NavigableSet<Integer> all = closings.getOrDefault(code.group(2), Collections.emptyNavigableSet());
        Integer next = all.ceiling(code.end());
        return next == null ? -1 : next;
    }

    /** Behind the code that closes at a place. */
    private int behind(int end) {
        return content.indexOf(']', end) + 1;
    }

    private int caption(Matcher code, Map<String, String> attributes) {
        int end = end(code);
        Matcher picture = CAPTION.matcher(end < 0 ? "" : content.substring(code.end(), end));
        if (!picture.matches()) {
            return code.end();
        }
        String words = picture.group(2).isBlank() ? attributes.getOrDefault("caption", "") : picture.group(2).strip();
        out.append("\n\n<figure>").append(picture.group(1)).append(words.isEmpty() ? "" : "<figcaption>" + words + "</figcaption>")
                .append("</figure>\n\n");
        return behind(end);
    }

    /** The pictures that it names, or all that were uploaded to the post. */
    private void gallery(Map<String, String> attributes) {
        String ids = attributes.getOrDefault("ids", attributes.getOrDefault("include", ""));
        List<ExportIndex.Attachment> pictures = ids.isBlank() ? index.attachmentsOf(post)
                : Stream.of(ids.split(",")).map(index::attachment).filter(picture -> picture != null).toList();
        for (ExportIndex.Attachment picture : pictures) {
            out.append("\n\n<figure>").append(new Element("img").attr("src", picture.address())
                    .attr("alt", picture.alternative().isEmpty() ? picture.title() : picture.alternative()).outerHtml()).append("</figure>\n\n");
        }
        if (pictures.isEmpty()) {
            lost.add("gallery");
        }
    }

    /** Something from elsewhere, or a file, becomes a link. */
    private int embedded(Matcher code, String name, Map<String, String> attributes) {
        int end = end(code);
        String words = end < 0 ? "" : content.substring(code.end(), end).strip();
        Matcher inside = ADDRESS.matcher(words);
        String address = FILES.stream().map(attributes::get).filter(value -> value != null && ADDRESS.matcher(value).matches())
                .findFirst().orElse(inside.lookingAt() ? inside.group() : null);
        if (address == null) {
            lost.add(name);
            return code.end();
        }
        String title = attributes.getOrDefault("title", attributes.getOrDefault("text", address));
        out.append("\n\n<p>").append(new Element("a").attr("href", address).text(title).outerHtml()).append("</p>\n\n");
        return end < 0 ? code.end() : behind(end);
    }
}
