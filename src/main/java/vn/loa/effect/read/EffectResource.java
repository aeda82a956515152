package vn.loa.effect.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.Site;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.SparseResponses;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** The events that touch an article's document, and those by which it touches others. */
@Path(ApiPaths.ARTICLES + "/{article}/effects")
@PublicAnswer
public class EffectResource {

    private static final EffectList LIST = new EffectList();

    private final PublicArticles articles;
    private final EffectRepository effects;
    private final SparseResponses responses;
    private final Site site;

    EffectResource(PublicArticles articles, EffectRepository effects, SparseResponses responses, Site site) {
        this.articles = articles;
        this.effects = effects;
        this.responses = responses;
        this.site = site;
    }

    /** Any article may come to name this one's document, so every change purges the answer. */
    @GET
    @ListOf(EffectList.class)
    public RestResponse<Page<EffectView>> list(
            @PathParam("article") ArticleAddress address,
            @QueryParam("direction") String direction,
            UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        Direction from = Direction.of(direction, Direction.IN);
        UUID article = articles.get(address).id();
        return CacheTagged.withTag(CacheTagged.LISTS, responses.page(effects.list(article, from, query), query));
    }

    @GET
    @Path("/{id}")
    public RestResponse<EffectView> get(
            @PathParam("article") ArticleAddress address,
            @PathParam("id") UUID id) {
        EffectView event = effects.find(articles.get(address).id(), id).orElseThrow(EffectResource::notFound);
        RestResponse.ResponseBuilder<EffectView> answer = RestResponse.ResponseBuilder.ok(event);
        return CacheTagged.withTag(CacheTagged.LISTS,
                (event.version() == null ? answer : answer.tag(new EntityTag(event.version()))).build());
    }

    /** The article has no event of this id. */
    public static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no event of this id.").asException();
    }
}
