package vn.loa.imports.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The links of a page, and the page with others in their place. Pictures that a script would load, and those that only
 * {@code srcset} names, become ordinary ones; a known file that is shown in a frame becomes a link.
 */
public final class LinkRewriter {

    /** Attributes where pictures wait for a script that loads them. */
    private static final List<String> LAZY = List.of("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url");
    private static final String LINKS = "a[href], area[href]";
    private static final String PICTURES = "img";
    private static final String PICTURE_OF_PAGE = "meta[property=og:image], meta[name=og:image], meta[property=og:image:secure_url], "
            + "meta[name=twitter:image], link[rel=image_src]";
    private static final Map<String, String> FRAMES = Map.of("iframe", "src", "embed", "src", "object", "data");

    private final Document document;
    private final String path;
    private final WebAddress page;
    private final WebAddress base;

    private LinkRewriter(Document document, String path, String address) {
        this.document = document;
        this.path = path;
        String canonical = declaredAddress(document);
        this.page = Stream.of(address, canonical).filter(Objects::nonNull).map(WebAddress::parse).filter(WebAddress::isAbsolute)
                .findFirst().orElse(null);
        Element base = document.selectFirst("base[href]");
        WebAddress written = base == null ? null : WebAddress.parse(base.attr("href"));
        WebAddress resolved = written == null ? page : page == null ? written : page.resolve(written);
        this.base = resolved != null && resolved.isAbsolute() ? resolved : page;
    }

    /**
     * Reads a page.
     *
     * @param path in its archive; null when it is in none
     * @param address where it stood; null when only the page itself may say so
     */
    public static LinkRewriter of(String html, String path, String address) {
        return new LinkRewriter(Jsoup.parse(html), path, address);
    }

    /** Where the page says that it stands. */
    private static String declaredAddress(Document document) {
        Element link = document.selectFirst("link[rel=canonical][href]");
        Element meta = document.selectFirst("meta[property=og:url][content]");
        return link != null ? link.attr("href") : meta != null ? meta.attr("content") : null;
    }

    /** Where the page stands, by its path or by its own words; null when neither says so. */
    public String address() {
        return page == null ? null : page.absolute();
    }

    /** By which links find the page, beside the keys of its entry: the address that it declares. */
    public List<String> keys() {
        String declared = declaredAddress(document);
        if (declared == null) {
            return List.of();
        }
        WebAddress parsed = WebAddress.parse(declared);
        WebAddress full = page == null ? parsed : page.resolve(parsed);
        return full.isAbsolute() ? LinkKeys.ofAddress(full.absolute()) : List.of();
    }

    /** An address that the page has somewhere, as in its metadata. */
    public PageLink link(String written) {
        // With a base, a relative address leads away from the page's own folder.
        return PageLink.of(written, base == page ? path : null, base);
    }

    /** All links, each once, in their order. */
    public List<PageLink> links() {
        Map<String, PageLink> links = new LinkedHashMap<>();
        document.select(LINKS).forEach(link -> add(link.attr("href"), links));
        document.select(PICTURES).forEach(picture -> candidates(picture).forEach(address -> add(address, links)));
        FRAMES.forEach((name, attribute) -> document.select(name + "[" + attribute + "]")
                .forEach(frame -> add(frame.attr(attribute), links)));
        document.select(PICTURE_OF_PAGE).forEach(named -> add(named.attr(named.nameIs("meta") ? "content" : "href"), links));
        return new ArrayList<>(links.values());
    }

    /** Those that lead to the page's own site, as far as is known. */
    public List<PageLink> ownLinks() {
        return links().stream().filter(link -> {
            WebAddress written = WebAddress.parse(link.written());
            return written.authority() == null ? base != null || path != null
                    : page != null && written.isAbsolute() && LinkKeys.host(written).equals(LinkKeys.host(page));
        }).toList();
    }

    private void add(String written, Map<String, PageLink> links) {
        if (WebAddress.parse(written).leadsElsewhere()) {
            links.computeIfAbsent(written, this::link);
        }
    }

    /**
     * The page with other addresses in the place of its links.
     *
     * @param replacement gives the absolute address of what a link leads to, without a fragment; empty when it is not known
     */
    public String rewritten(Function<PageLink, Optional<String>> replacement) {
        Document copy = document.clone();
        copy.outputSettings().prettyPrint(false);
        for (Element link : copy.select(LINKS)) {
            replace(link, "href", replacement);
        }
        for (Element picture : copy.select(PICTURES)) {
            replacePicture(picture, replacement);
        }
        for (Element named : copy.select(PICTURE_OF_PAGE)) {
            replace(named, named.nameIs("meta") ? "content" : "href", replacement);
        }
        FRAMES.forEach((name, attribute) -> copy.select(name + "[" + attribute + "]")
                .forEach(frame -> replaceFrame(frame, frame.attr(attribute), replacement)));
        // Everything is absolute now; what takes a link's place is not relative to the former site.
        return copy.outerHtml();
    }

    private void replace(Element element, String attribute, Function<PageLink, Optional<String>> replacement) {
        String written = element.attr(attribute);
        if (WebAddress.parse(written).leadsElsewhere()) {
            PageLink link = link(written);
            element.attr(attribute, replacement.apply(link).map(link::withFragment).orElseGet(link::unchanged));
        }
    }

    private void replacePicture(Element picture, Function<PageLink, Optional<String>> replacement) {
        List<PageLink> links = candidates(picture).stream().map(this::link).toList();
        if (links.isEmpty()) {
            return;
        }
        picture.attr("src", links.stream().map(replacement).flatMap(Optional::stream).findFirst().orElseGet(() -> links.get(0).unchanged()));
        picture.removeAttr("srcset");
        LAZY.forEach(picture::removeAttr);
    }

    /** All addresses that may be the picture's, the one that a browser would show first. */
    private static List<String> candidates(Element picture) {
        List<String> found = new ArrayList<>();
        LAZY.forEach(attribute -> found.add(picture.attr(attribute)));
        found.add(picture.attr("src"));
        found.addAll(sources(picture.attr("srcset")));
        found.addAll(sources(picture.attr("data-srcset")));
        if (picture.parent() != null && picture.parent().nameIs("picture")) {
            picture.parent().select("source[srcset]").forEach(source -> found.addAll(sources(source.attr("srcset"))));
        }
        return found.stream().filter(address -> !address.isBlank() && WebAddress.parse(address).leadsElsewhere()).distinct().toList();
    }

    /** The addresses of a {@code srcset}, the last first: it is the largest by custom. */
    private static List<String> sources(String srcset) {
        List<String> found = new ArrayList<>();
        for (String candidate : srcset.strip().split(",\\s|,(?=https?:|/)")) {
            String address = candidate.strip().split("\\s+")[0];
            if (!address.isEmpty()) {
                found.add(0, address);
            }
        }
        return found;
    }

    private void replaceFrame(Element frame, String written, Function<PageLink, Optional<String>> replacement) {
        if (!WebAddress.parse(written).leadsElsewhere()) {
            return;
        }
        PageLink link = link(written);
        replacement.apply(link).ifPresent(target -> {
            String title = frame.attr("title").isBlank() ? fileName(written) : frame.attr("title");
            frame.replaceWith(new Element("p").appendChild(new Element("a").attr("href", link.withFragment(target)).text(title)));
        });
    }

    private static String fileName(String written) {
        String where = WebAddress.decoded(WebAddress.parse(written).path());
        return where.substring(where.lastIndexOf('/') + 1);
    }
}
