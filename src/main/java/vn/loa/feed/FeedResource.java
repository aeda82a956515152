package vn.loa.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;

/**
 * The feeds. The path names the format. {@code Accept} must allow the format's own media type, or the general one of
 * its syntax (XML, JSON).
 */
@Path(FeedResource.PATH)
@PublicAnswer
public class FeedResource {

    static final String PATH = ApiPaths.V1 + "/feeds";

    private final FeedRepository articles;
    private final Site site;
    private final FeedLinks links;
    private final ObjectMapper json;

    FeedResource(FeedRepository articles, Site site, FeedLinks links, ObjectMapper json) {
        this.articles = articles;
        this.site = site;
        this.links = links;
        this.json = json;
    }

    @GET
    @Path("/articles.rss")
    @Produces({RssFeed.MEDIA_TYPE, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    public RestResponse<byte[]> rss(@BeanParam FeedFilter filter) {
        return respond(filter, "/articles.rss", RssFeed.MEDIA_TYPE, RssFeed::write);
    }

    @GET
    @Path("/articles.atom")
    @Produces({AtomFeed.MEDIA_TYPE, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    public RestResponse<byte[]> atom(@BeanParam FeedFilter filter) {
        return respond(filter, "/articles.atom", AtomFeed.MEDIA_TYPE, AtomFeed::write);
    }

    @GET
    @Path("/articles.json")
    @Produces({JsonFeed.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public RestResponse<byte[]> json(@BeanParam FeedFilter filter) {
        return respond(filter, "/articles.json", JsonFeed.MEDIA_TYPE, feed -> write(JsonFeed.of(feed)));
    }

    private RestResponse<byte[]> respond(FeedFilter filter, String path, String mediaType, Function<Feed, String> format) {
        Feed feed = new Feed(filter.titleOf(site.name()), links.home(), links.api(PATH + path + filter.query()),
                articles.newest(filter));
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
