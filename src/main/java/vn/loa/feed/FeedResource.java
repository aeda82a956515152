package vn.loa.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;

/**
 * The feeds. The path names the format. {@code Accept} must allow the format's own media type, or the general one of
 * its syntax (XML, JSON).
 */
@Path(FeedResource.PATH)
@Tag(name = "feeds")
@PublicAnswer
public class FeedResource {

    static final String PATH = ApiPaths.V1 + "/feeds";

    private static final String DESCRIPTION = "The newest published articles with their bodies; the summary stands "
            + "for a body of more than 100,000 characters, and for bodies for which the feed has no room (`loa.limits.answer`). Withdrawn articles are left out. Links lead to the frontend (`loa.site.link`).";

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
    @Operation(operationId = "getRssFeed", summary = "The newest articles as RSS 2.0", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "The feed.", content = @Content(mediaType = RssFeed.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = FeedExamples.NAME, value = FeedExamples.RSS)))
    public RestResponse<byte[]> rss(@BeanParam FeedFilter filter) {
        return respond(filter, "/articles.rss", RssFeed.MEDIA_TYPE, RssFeed::write);
    }

    @GET
    @Path("/articles.atom")
    @Produces({AtomFeed.MEDIA_TYPE, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(operationId = "getAtomFeed", summary = "The newest articles as Atom", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "The feed.", content = @Content(mediaType = AtomFeed.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = FeedExamples.NAME, value = FeedExamples.ATOM)))
    public RestResponse<byte[]> atom(@BeanParam FeedFilter filter) {
        return respond(filter, "/articles.atom", AtomFeed.MEDIA_TYPE, AtomFeed::write);
    }

    @GET
    @Path("/articles.json")
    @Produces({JsonFeed.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "getJsonFeed", summary = "The newest articles as JSON Feed 1.1", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "The feed.", content = @Content(mediaType = JsonFeed.MEDIA_TYPE,
            schema = @Schema(implementation = JsonFeed.class)))
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
