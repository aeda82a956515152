package vn.loa.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.imports.html.JsonLd;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.fold.VietnameseText;

/**
 * What an HTML page says about its article beside the text: Open Graph and other {@code meta} elements, JSON-LD, microdata
 * and microformats. Must be read before anything is taken out of the page.
 */
final class HtmlHints {

    private static final int MAX_BYLINE_LENGTH = 300;
    private static final int MAX_CATEGORY_LENGTH = 200;
    private static final int MAX_ADDRESS_LENGTH = 2_048;

    private final Document document;
    private final JsonLd linkedData;

    private HtmlHints(Document document) {
        this.document = document;
        this.linkedData = JsonLd.in(document);
    }

    static PageSource.Hints read(Document document) {
        return new HtmlHints(document).read();
    }

    private PageSource.Hints read() {
        String site = meta("og:site_name");
        if (site == null && !document.title().isBlank()) {
            site = SiteName.inWindowTitle(VietnameseText.oneLine(document.title())).orElse(null);
        }
        return new PageSource.Hints(site, title(), byline(), stamp(), first(this::meta, "description", "og:description"), language(),
                tags(), category(), picture());
    }

    private String title() {
        Element heading = Stream.of("article h1", "main h1", "h1").map(document::selectFirst)
                .filter(Objects::nonNull).filter(element -> VietnameseText.line(element.text()) != null).findFirst().orElse(null);
        if (heading != null) {
            return VietnameseText.line(heading.text());
        }
        String named = meta("og:title");
        return named != null ? named : linkedData.text("headline");
    }

    private String byline() {
        String author = first(this::meta, "author", "article:author", "dc.creator");
        if (author == null || author.startsWith("http")) {
            author = linkedData.names("author").stream().reduce((one, other) -> one + ", " + other).orElse(null);
        }
        if (author == null) {
            author = words("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .h-entry .p-author, .byline .author");
        }
        return author == null ? null : VietnameseText.excerpt(author, MAX_BYLINE_LENGTH);
    }

    private VietnameseDates.Stamp stamp() {
        Element time = document.selectFirst("article time[datetime], main time[datetime], time.dt-published[datetime], "
                + "time[itemprop=datePublished][datetime]");
        return Stream.of(time == null ? null : time.attr("datetime"), meta("article:published_time"), linkedData.text("datePublished"),
                attribute("[itemprop=datePublished][content]", "content"))
                .filter(Objects::nonNull).map(VietnameseDates::findStamp).flatMap(java.util.Optional::stream).findFirst().orElse(null);
    }

    private String language() {
        String language = document.selectFirst("html").attr("lang");
        return language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") ? language : null;
    }

    private List<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        Stream.of(first(this::meta, "keywords", "news_keywords")).filter(Objects::nonNull)
                .flatMap(keywords -> Arrays.stream(keywords.split("[,;]"))).forEach(tags::add);
        document.select("meta[property=article:tag]").forEach(tag -> tags.add(tag.attr("content")));
        linkedData.texts("keywords").stream().flatMap(keywords -> Arrays.stream(keywords.split("[,;]"))).forEach(tags::add);
        document.select("[rel=tag], .h-entry .p-category").forEach(tag -> tags.add(tag.text()));
        List<String> all = new ArrayList<>();
        tags.stream().map(VietnameseText::line).filter(Objects::nonNull).distinct().forEach(all::add);
        return all;
    }

    /** The subject of the article: as the page names it, else the last link of the way to the page. */
    private String category() {
        String named = meta("article:section");
        if (named == null) {
            named = linkedData.text("articleSection");
        }
        if (named == null) {
            named = words("[itemprop=articleSection]");
        }
        if (named == null) {
            named = document.select("[class*=breadcrumb] a, [aria-label=breadcrumb] a").stream().map(link -> VietnameseText.line(link.text()))
                    .filter(Objects::nonNull).reduce((one, other) -> other).orElse(null);
        }
        return named == null || named.matches("(?iu)trang chủ|home") ? null : VietnameseText.excerpt(named, MAX_CATEGORY_LENGTH);
    }

    private String picture() {
        return Stream.of(meta("og:image"), linkedData.address("image"), attribute(".h-entry .u-photo[src]", "src"),
                attribute("link[rel=image_src]", "href"))
                .filter(address -> address != null && address.length() <= MAX_ADDRESS_LENGTH).findFirst()
                .map(address -> org.jsoup.internal.StringUtil.resolve(document.baseUri(), address)).filter(address -> !address.isEmpty())
                .orElse(null);
    }

    private String words(String selector) {
        Element element = document.selectFirst(selector);
        return element == null ? null : VietnameseText.line(element.hasAttr("content") ? element.attr("content") : element.text());
    }

    private String attribute(String selector, String name) {
        Element element = document.selectFirst(selector);
        return element == null ? null : VietnameseText.line(element.attr(name));
    }

    private static String first(Function<String, String> reading, String... names) {
        return Arrays.stream(names).map(reading).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private String meta(String name) {
        Element meta = document.selectFirst("meta[name=" + name + "], meta[property=" + name + "]");
        return meta == null ? null : VietnameseText.line(meta.attr("content"));
    }
}
