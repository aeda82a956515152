package vn.loa.feed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.PortalLinks;
import vn.loa.cache.PublicAnswer;
import vn.loa.feed.SitemapRepository.SitemapUrl;
import vn.loa.html.XmlWriter;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.client.RequestCost;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** The sitemap for search engines (sitemaps.org). */
@Path(SitemapResource.PATH)
@PublicAnswer
public class SitemapResource {

    static final String PATH = ApiPaths.V1 + "/sitemap.xml";
    /** The limit of the sitemap protocol. */
    static final int PART_SIZE = 50_000;

    /** In bytes, for a URI with its date and its picture. */
    private static final int URL_BYTES = 380;
    private static final String MEDIA_TYPE = "application/xml";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /** Google's extension for pictures, which other search engines read, too. */
    private static final String IMAGES = "http://www.google.com/schemas/sitemap-image/1.1";

    private final SitemapRepository articles;
    private final PortalLinks links;
    private final AnswerBudget budget;

    SitemapResource(SitemapRepository articles, PortalLinks links, AnswerBudget budget) {
        this.budget = budget;
        this.articles = articles;
        this.links = links;
    }

    @GET
    @RequestCost(5)
    @Produces({MEDIA_TYPE, MediaType.TEXT_XML})
    public RestResponse<byte[]> get(
            @QueryParam("part") Integer part) {
        long count = articles.count();
        long parts = Math.max(1, (count + PART_SIZE - 1) / PART_SIZE);
        String sitemap = part == null && parts > 1 ? index() : sitemap(part == null ? 1 : part, parts, count);
        return TextResponse.of(sitemap, MEDIA_TYPE);
    }

    private String index() {
        List<SitemapUrl> urls = new ArrayList<>();
        for (Instant changed : articles.parts(PART_SIZE)) {
            urls.add(new SitemapUrl(links.api(PATH + "?part=" + (urls.size() + 1)), changed, null));
        }
        return write("sitemapindex", "sitemap", urls);
    }

    private String sitemap(int part, long parts, long count) {
        if (part < 1) {
            throw Problem.invalidParameter("part", "out-of-range", "must be 1 or more").asException();
        }
        if (part > parts) {
            throw Problem.of(ProblemType.NOT_FOUND, "The last part of the sitemap is " + parts + ".").asException();
        }
        budget.reserve((long) URL_BYTES * Math.min(PART_SIZE, count - (part - 1L) * PART_SIZE));
        return write("urlset", "url", articles.articles((part - 1) * PART_SIZE, PART_SIZE));
    }

    private static String write(String root, String element, List<SitemapUrl> urls) {
        XmlWriter xml = new XmlWriter();
        xml.start(root, "xmlns", NAMESPACE, "xmlns:image", IMAGES);
        for (SitemapUrl url : urls) {
            xml.start(element).element("loc", url.uri()).element("lastmod", url.changedAt().toString());
            if (url.image() != null) {
                xml.start("image:image").element("image:loc", url.image()).end();
            }
            xml.end();
        }
        return xml.finish();
    }
}
