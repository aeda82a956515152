package vn.loa.article.read;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.RevisionTextRepository.SectionsAndCitations;
import vn.loa.directive.SectionRange;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** The text of the directive that a published article carries: the whole, or a range of its sections. */
@Path(ApiPaths.ARTICLES + "/{article}/directive")
@PublicAnswer
public class DirectiveTextResource {

    private final PublicArticles articles;
    private final RevisionTextRepository revisionTexts;
    private final ArticleViews views;
    private final AnswerBudget budget;

    DirectiveTextResource(PublicArticles articles, RevisionTextRepository revisionTexts, ArticleViews views, AnswerBudget budget) {
        this.articles = articles;
        this.revisionTexts = revisionTexts;
        this.views = views;
        this.budget = budget;
    }

    @GET
    public RestResponse<Object> get(
            @PathParam("article") ArticleAddress address,
            @QueryParam("first") String first,
            @QueryParam("last") String last,
            @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn,
            @Context RoutingContext request) {
        return Renderings.redirect(request).orElseGet(() -> {
            PublicArticle found = articles.get(address, at, inForceOn);
            requireDirective(found);
            budget.reserve(2 * found.size().body() + found.sectionBytes());
            SectionsAndCitations whole = revisionTexts.whole(found.revisionId());
            return Renderings.data(DirectiveTextView.of(found.view(), first == null && last == null ? views.body(found) : null,
                    views.shown(found, inForceOn, SectionRange.of(whole.sections(), first, last))));
        });
    }

    static void requireDirective(PublicArticle found) {
        if (found.view().directive() == null) {
            throw Problem.of(ProblemType.NOT_FOUND, "The article carries no directive.").asException();
        }
    }
}
