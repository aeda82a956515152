package vn.loa.effect.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

/** What an article's document is to others, and others to it. */
@Path(ApiPaths.ARTICLES + "/{article}/relations")
@PublicAnswer
public class RelationResource {

    private static final RelationList LIST = new RelationList();

    private final PublicArticles articles;
    private final RelationRepository relations;
    private final SparseResponses responses;
    private final Site site;

    RelationResource(PublicArticles articles, RelationRepository relations, SparseResponses responses, Site site) {
        this.articles = articles;
        this.relations = relations;
        this.responses = responses;
        this.site = site;
    }

    /** Any article may come to name this one's document, so every change purges the answer. */
    @GET
    @ListOf(RelationList.class)
    public RestResponse<Page<RelationView>> list(
            @PathParam("article") ArticleAddress address,
            @QueryParam("direction") String direction,
            UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        Direction from = Direction.of(direction, Direction.OUT);
        UUID article = articles.get(address).id();
        return CacheTagged.withTag(CacheTagged.LISTS, responses.page(relations.list(article, from, query), query));
    }
}
