package vn.loa.article.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.article.AttachmentView;
import vn.loa.article.PictureView;
import vn.loa.article.PortalLinks;
import vn.loa.article.Site;
import vn.loa.directive.TocEntry;
import vn.loa.directive.rendering.DirectiveHtml;
import vn.loa.directive.rendering.RevisionText;
import vn.loa.http.ApiPaths;
import vn.loa.http.HtmlPage;

/**
 * Writes an article as a page that can be navigated without scripts. Text is added to a jsoup tree and never to markup, so
 * jsoup escapes it; the body is safe HTML already.
 */
@ApplicationScoped
class ArticlePage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** The page's own words are Vietnamese, whatever the article's language. */
    private static final String LANGUAGE = "vi";
    private static final String TEXT = "noi-dung";

    private final Site site;
    private final PortalLinks links;

    ArticlePage(Site site, PortalLinks links) {
        this.site = site;
        this.links = links;
    }

    String of(ArticleView article, RevisionText text, List<TocEntry> contents, List<AttachmentView> files) {
        Document page = HtmlPage.shell(LANGUAGE, article.title() + " – " + site.name());
        page.head().appendElement("link").attr("rel", "canonical").attr("href", links.article(article.id(), article.slug()));
        Element header = page.body().appendElement("header");
        link(header, "#" + TEXT, "Đến nội dung");
        link(header, links.front(), site.name());
        Element main = page.body().appendElement("main").attr("id", TEXT);
        if (!article.language().equals(LANGUAGE)) {
            main.attr("lang", article.language());
        }
        main.appendElement("h1").text(article.title());
        Element dates = main.appendElement("p").addClass("quiet");
        day(dates, "Đăng ngày ", article.firstPublishedAt());
        if (article.publicUpdatedAt() != null && article.publicUpdatedAt().isAfter(article.firstPublishedAt())) {
            day(dates, ", cập nhật ngày ", article.publicUpdatedAt());
        }
        if (article.byline() != null) {
            dates.appendText(" · " + article.byline());
        }
        if (article.summary() != null) {
            main.appendElement("p").addClass("lead").text(article.summary());
        }
        picture(main, article.picture());
        if (!contents.isEmpty()) {
            Element nav = main.appendElement("nav").addClass("contents").attr("aria-label", "Mục lục");
            nav.appendElement("h2").text("Mục lục");
            list(nav, contents);
        }
        DirectiveHtml.appendTo(main, text, 2);
        scrollable(main);
        files(main, files);
        footer(page.body(), article);
        return page.outerHtml() + "\n";
    }

    private static void picture(Element main, PictureView picture) {
        if (picture == null) {
            return;
        }
        Element figure = main.appendElement("figure");
        figure.appendElement("img").attr("src", picture.widest()).attr("width", String.valueOf(picture.width()))
                .attr("height", String.valueOf(picture.height())).attr("alt", picture.alternativeText());
        String caption = Stream.of(picture.caption(), picture.credit()).filter(Objects::nonNull).collect(Collectors.joining(" – "));
        if (!caption.isEmpty()) {
            figure.appendElement("figcaption").text(caption);
        }
    }

    /** What is wider than the screen is scrolled, with the keyboard, too. */
    private static void scrollable(Element main) {
        for (Element table : main.select("table")) {
            if (table.parent().closest("table") == null) {
                table.wrap("<div class=\"wide\" role=\"group\" aria-label=\"Bảng\" tabindex=\"0\"></div>");
            }
        }
        main.select("pre").attr("tabindex", "0");
    }

    private void day(Element parent, String words, Instant moment) {
        parent.appendText(words);
        parent.appendElement("time").attr("datetime", moment.toString()).text(DAY.format(moment.atZone(site.zone())));
    }

    private static void list(Element parent, List<TocEntry> entries) {
        Element list = parent.appendElement("ol");
        for (TocEntry entry : entries) {
            Element item = list.appendElement("li");
            link(item, "#" + entry.eId(), entry.heading() == null ? entry.marker() + " " + entry.excerpt()
                    : entry.marker() + " " + entry.heading());
            if (!entry.children().isEmpty()) {
                list(item, entry.children());
            }
        }
    }

    private static void files(Element main, List<AttachmentView> files) {
        if (files.isEmpty()) {
            return;
        }
        main.appendElement("h2").text("Tệp đính kèm");
        Element list = main.appendElement("ul");
        for (AttachmentView file : files) {
            Element item = list.appendElement("li");
            link(item, file.url(), file.title() == null ? file.fileName() : file.title());
            item.appendText(" (" + file.mediaType() + ", " + Math.max(1, file.size() / 1000) + " kB)");
        }
    }

    private void footer(Element body, ArticleView article) {
        String data = ApiPaths.ARTICLES + "/" + article.slug();
        Element footer = body.appendElement("footer");
        link(footer, links.front(), "Trang chủ");
        if (article.directive() != null) {
            link(footer, data + "/directive/text", "Văn bản thuần");
            link(footer, data + "/directive/akn", "Akoma Ntoso");
        }
        link(footer, data, "JSON");
        link(footer, ApiPaths.V1 + "/feeds/articles.atom", "Atom");
    }

    private static void link(Element parent, String address, String words) {
        parent.appendElement("a").attr("href", address).text(words);
    }
}
