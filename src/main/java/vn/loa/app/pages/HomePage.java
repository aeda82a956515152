package vn.loa.app.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.article.PortalLinks;
import vn.loa.article.Site;
import vn.loa.http.ApiPaths;
import vn.loa.http.HtmlPage;
import vn.loa.sql.SqlReader;

/** Writes the first page: what Loa is, what to try, the newest articles, and where the documentation is. */
@ApplicationScoped
class HomePage {

    private static final int NEWEST = 10;

    private record Newest(String slug, String title, String language) {
    }

    private final SqlReader rows;
    private final PortalLinks links;
    private final Site site;

    HomePage(SqlReader rows, PortalLinks links, Site site) {
        this.rows = rows;
        this.links = links;
        this.site = site;
    }

    String html() {
        List<Newest> newest = rows.read("""
                select a.slug, r.title, r.language from public_article a join revision r on r.id = a.live_revision_id
                order by a.first_published_at desc, a.id desc limit ?""",
                row -> new Newest(row.text("slug"), row.text("title"), row.text("language")), NEWEST);
        Document page = HtmlPage.shell("en", site.name());
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(site.name());
        main.appendElement("p").text("This is Loa, a content API for legal-information portals. It serves articles, official documents "
                + "by section, citations as data, search, feeds and visitor counters as JSON over HTTP, to any frontend.");
        heading(main, "Try it");
        Element list = main.appendElement("dl");
        if (links.hasReader()) {
            entry(list, PortalLinks.READER + "/", "The reader", "A portal for people, made of this API alone");
        }
        entry(list, ApiPaths.ARTICLES + "?size=3", "The newest articles", "As JSON; every list is filtered, sorted and paged alike");
        entry(list, ApiPaths.V1 + "/search?q=ch%E1%BB%89+th%E1%BB%8B", "A search", "With and without accents, in articles and sections");
        entry(list, ApiPaths.V1 + "/directives", "The register of documents", "With what each cites, and by how many it is cited");
        entry(list, ApiPaths.V1 + "/visitors", "The visitor counters", "Who is here now, came today, and came in all");
        entry(list, ApiPaths.V1 + "/feeds/articles.atom", "A feed", "Also as RSS and JSON Feed");
        newest(main, newest);
        heading(main, "Build with it");
        Element developers = main.appendElement("dl");
        entry(developers, ApiPaths.V1 + "/openapi", "The contract", "OpenAPI 3.1, for reading and for making clients");
        entry(developers, HomeResource.DOCUMENTATION, "Swagger UI", "The contract as a page, on which every request can be tried");
        entry(developers, GuideFiles.START, "The guides", "For developers of frontends, integrators, editors and operators");
        entry(developers, HomeResource.HEALTH, "Health", "Whether this instance can serve");
        return page.outerHtml() + "\n";
    }

    private static void newest(Element main, List<Newest> newest) {
        if (newest.isEmpty()) {
            return;
        }
        heading(main, "Newest articles");
        Element list = main.appendElement("ul");
        for (Newest article : newest) {
            list.appendElement("li").appendElement("a").attr("href", PortalLinks.html(article.slug())).attr("lang", article.language())
                    .text(article.title());
        }
    }

    private static void heading(Element main, String words) {
        main.appendElement("h2").text(words);
    }

    private static void entry(Element list, String address, String name, String meaning) {
        list.appendElement("dt").appendElement("a").attr("href", address).text(name);
        list.appendElement("dd").text(meaning);
    }
}
