package vn.loa.effect.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.read.PublicArticle;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.structure.EId;

/** Since when a section was in force, until when, what changed its words, and where that is written. */
@Path(ApiPaths.ARTICLES + "/{article}/sections/{eId}/history")
@PublicAnswer
public class SectionHistoryResource {

    private final PublicArticles articles;
    private final SectionHistories histories;

    SectionHistoryResource(PublicArticles articles, SectionHistories histories) {
        this.articles = articles;
        this.histories = histories;
    }

    @GET
    public RestResponse<SectionHistoryView> get(
            @PathParam("article") ArticleAddress address,
            @PathParam("eId") String eId) {
        PublicArticle article = articles.get(address);
        EId section = EId.parse(eId).orElseThrow(SectionHistoryResource::notFound);
        return CacheTagged.withTag(CacheTagged.LISTS, RestResponse.ok(
                histories.find(article.id(), article.revisionId(), section).orElseThrow(SectionHistoryResource::notFound)));
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no section of this address, and no event names one.").asException();
    }
}
