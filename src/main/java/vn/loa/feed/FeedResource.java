package vn.loa.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.PortalLinks;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.category.ArticleCategories;
import vn.loa.http.ApiPaths;
import vn.loa.listing.FilteredBy;

/**
 * The feeds. The path names the format. {@code Accept} must allow the format's own media type, or the general one of
 * its syntax (XML, JSON).
 */
@Path(FeedResource.PATH)
@PublicAnswer
public class FeedResource {

    static final String PATH = ApiPaths.V1 + "/feeds";

    private final FeedRepository articles;
    private final ArticleCategories categories;
    private final Site site;
    private final PortalLinks links;
    private final ObjectMapper json;

    FeedResource(FeedRepository articles, ArticleCategories categories, Site site, PortalLinks links, ObjectMapper json) {
        this.articles = articles;
        this.categories = categories;
        this.site = site;
        this.links = links;
        this.json = json;
    }

    @GET
    @Path("/articles.rss")
    @Produces({RssFeed.MEDIA_TYPE, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @FilteredBy(FeedFilters.class)
    public RestResponse<byte[]> rss(@QueryParam("size") Integer size, UriInfo uri) {
        return respond(FeedRequest.of(uri, size, site.zone()), "/articles.rss", RssFeed.MEDIA_TYPE, RssFeed::write);
    }

    @GET
    @Path("/articles.atom")
    @Produces({AtomFeed.MEDIA_TYPE, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @FilteredBy(FeedFilters.class)
    public RestResponse<byte[]> atom(@QueryParam("size") Integer size, UriInfo uri) {
        return respond(FeedRequest.of(uri, size, site.zone()), "/articles.atom", AtomFeed.MEDIA_TYPE, AtomFeed::write);
    }

    @GET
    @Path("/articles.json")
    @Produces({JsonFeed.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @FilteredBy(FeedFilters.class)
    public RestResponse<byte[]> json(@QueryParam("size") Integer size, UriInfo uri) {
        return respond(FeedRequest.of(uri, size, site.zone()), "/articles.json", JsonFeed.MEDIA_TYPE, feed -> write(JsonFeed.of(feed)));
    }

    private RestResponse<byte[]> respond(FeedRequest request, String path, String mediaType, Function<Feed, String> format) {
        Feed feed = new Feed(request.titleOf(site.name(), categories.titles(request.categories())), links.home(),
                links.api(PATH + path + request.query()), links.api(ApiPaths.CATEGORIES), articles.newest(request));
        return TextResponse.of(format.apply(feed), mediaType, feed.entries().stream().map(FeedEntry::id).toList());
    }

    private String write(JsonFeed feed) {
        try {
            return json.writeValueAsString(feed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
